import { post } from '../cloud/calls'
import type { Neighbour } from './cloud-function'
import { Phone } from './mini-program'
import { Neighbourhood, SATURDAY } from './neighbours'
import type { OpenPage } from './open-page'
import { readUrl } from './page-url'
import { settle } from './waiting'

let here: Neighbourhood
let sessionId: string
let neighbour: Neighbour
beforeAll(async () => {
  here = await Neighbourhood.found()
  neighbour = await here.resident('neighbour', '陈建国')
  sessionId = await here.publish([post({ capacity: 3 })], SATURDAY, { title: '大扫除' })
}, 120_000)
afterAll(() => here.close())

const open = async (): Promise<OpenPage> => {
  const query = { c: here.communityId, s: sessionId }
  return (await here.phoneOf('cadre')).open('packages/office/board/index', query)
}
const sharesNow = async () => {
  const { communityId } = here
  return (await here.cadre.do('getFillBoard', { communityId, sessionId })).shares
}

it('is reached from the desk, and draws its curve', async () => {
  const desk = await (await here.phoneOf('cadre')).open('packages/cadre/desk/index')
  await desk.shows('大扫除')
  await desk.tap('.call-board')
  const page = await open()
  await page.shows('0/3')
  expect(page.texts('.step-chart')).toHaveLength(1)
})

it('sends a card with a share of its own, which counts who opens it and who books by it', async () => {
  const page = await open()
  await page.shows('0/3')
  await page.type('#share-group', '1号群')
  const card = page.card('button') ?? { title: '', path: '' }
  const { path, query } = readUrl(card.path)
  expect(query.h).toMatch(/^[0-9a-z]{6}$/)
  expect(card.title).toContain('大扫除')
  await settle()
  const phone = await Phone.launch({ scene: 1008, path, query }, here.api.forPhoneOf('neighbour'))
  await phone.page.shows('我来认领')
  // Whoever passes the card on passes the share on.
  expect(readUrl(phone.page.card('button')?.path ?? '').query.h).toBe(query.h)
  await phone.page.tap('#verdict-button')
  await phone.page.shows('已认领')
  expect(await sharesNow()).toMatchObject([{ id: query.h, group: '1号群', opens: 1, places: 1 }])
  const { bookings } = await neighbour.do('listMyBookings', {
    communityId: here.communityId,
    which: 'upcoming',
  })
  expect(bookings).toHaveLength(1)
})

it('asks once more before it tells the neighbours, and then says how many', async () => {
  await here.resident('another', '何秀英')
  const phone = await here.phoneOf('cadre')
  const page = await phone.open('packages/office/board/index', { c: here.communityId, s: sessionId })
  await page.shows('再喊一次 · 1 人')
  await page.tap('.board-slot .button')
  await page.shows('确定，告诉 1 位邻居')
  await page.tap('.board-slot .button')
  await phone.says('告诉了 1 位邻居')
  await page.shows('喊过 1 人')
  const inbox = await (await here.phoneOf('another')).open('packages/resident/inbox/index')
  await inbox.shows('这一场还差人，您来得了吗')
})

it('makes a poster, which is a share of its own, and says when there is no code to put on it', async () => {
  const phone = await here.phoneOf('cadre')
  const page = await phone.open('packages/office/board/index', { c: here.communityId, s: sessionId })
  await page.shows('做张海报')
  await page.tap('#board-poster')
  await page.shows('小程序码现在拿不到')
  const kept: object[] = []
  phone.answers.saveImageToPhotosAlbum = (options) => void kept.push(options)
  // It is drawn a moment after the sheet has come up.
  await page.counts('.off', 0)
  await page.tap('#poster-keep')
  await page.shows('图片存好了')
  expect(kept).toMatchObject([{ filePath: 'wxfile://tmp/drawn.png' }])
})

import { CONSENT_VERSION } from '@/domain/child'
import { DAY } from '@/domain/time'
import { post, seat } from '../cloud/calls'
import { Phone, readRoutes } from './mini-program'
import { Neighbourhood, self, SATURDAY } from './neighbours'
import { readUrl } from './page-url'
import { eventually } from './waiting'

const SHARED = [
  'pages/home/index',
  'pages/session/index',
  'packages/office/board/index',
  'packages/cadre/publish/index',
  'packages/resident/invitation/index',
]
const NAMES = ['陈建国', '小满', '王敏']

let here: Neighbourhood
let sessionId: string

beforeAll(async () => {
  here = await Neighbourhood.found()
  const { communityId } = here
  sessionId = await here.publish([post(), seat()], SATURDAY)
  await here.publish([post()], SATURDAY + DAY, { kind: 'gathering', title: '周末大扫除' })
  const parent = await here.resident('parent', '陈建国')
  const child = { communityId, nickname: '小满', ageBand: '3-6', consentVersion: CONSENT_VERSION }
  const { childId } = await parent.do('addChild', child)
  const [postId, seatId] = await here.slotIds(sessionId)
  await parent.do('bookSlot', { communityId, slotId: postId, party: self })
  await parent.do('bookSlot', { communityId, slotId: seatId, party: [{ kind: 'child', childId }] })
}, 120_000)
afterAll(() => here.close())

/** The phone of somebody in the group who taps the card. */
const tapped = ({ path }: { path: string }) =>
  Phone.launch({ scene: 1008, ...readUrl(path) }, here.api.forPhoneOf('neighbour'))

describe('the card of a session', () => {
  it.each(['menu', 'button'] as const)(
    'shared by %s says what, when and where, and of nobody',
    async (from) => {
      const { page } = await here.openCard('parent', sessionId)
      await page.shows('小满')
      const card = page.card(from)
      expect(card?.title).toMatch(/^周六绘本课 (周六|\d+月\d+日)10:00\|剩\d+个名额 还差\d+位志愿者$/)
      for (const name of NAMES) expect(JSON.stringify(card)).not.toContain(name)
    },
  )

  it('leads to the same session, however often it is passed on', async () => {
    const { page } = await here.openCard('parent', sessionId)
    await page.shows('周六绘本课')
    const once = page.card('menu') ?? { path: '' }
    const { page: second } = await tapped(once)
    await second.shows('周六绘本课')
    expect(second.card('button')?.path).toBe(once.path)
  })

  it('is that of the session on the screen, after a mini-code and after another card', async () => {
    const scene = encodeURIComponent(`c=${here.communityId}&s=${sessionId}`)
    const phone = await Phone.launch(
      { scene: 1047, path: 'pages/session/index', query: { scene } },
      here.api.forPhoneOf('neighbour'),
    )
    await phone.page.shows('周六绘本课')
    expect(readUrl(phone.page.card('menu')?.path ?? '').query).toMatchObject({
      c: here.communityId,
      s: sessionId,
    })
    const home = await phone.open('pages/home/index')
    await home.tap('.session-row', '周末大扫除')
    await phone.page.shows('我来认领')
    expect(phone.page.card('menu')?.title).toContain('周末大扫除')
    expect(phone.page.card('menu')?.path).not.toContain(sessionId)
  })
})

it('has a picture of its own, once it is drawn', async () => {
  const { page } = await here.openCard('parent', sessionId)
  await eventually(
    () => page.card('menu')?.imageUrl === 'wxfile://tmp/drawn.png',
    () => 'no picture',
  )
})

it('goes without a picture where none can be drawn', async () => {
  const phone = await here.openCard('parent', sessionId)
  phone.answers.canvasToTempFilePath = () => {
    throw new Error('fail canvas is empty')
  }
  await phone.page.shows('小满')
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(phone.page.card('menu')).not.toHaveProperty('imageUrl')
})

describe('the card of a call', () => {
  it('leads home while nothing is published, and then to its first session', async () => {
    const page = await (await here.phoneOf('cadre')).open('packages/cadre/publish/index')
    await page.shows('发一个什么招募')
    expect(page.card('menu')?.path).toBe('/pages/home/index')
    await page.tap('#publish-template-traffic_duty')
    await page.tap('#publish-submit')
    await page.shows('发出去了')
    const card = page.card('button') ?? { title: '', path: '' }
    const { title, path } = page.card('menu') ?? { title: '', path: '' }
    expect(title).toBe(card.title)
    const [{ h: first, ...link }, { h: second, ...same }] = [readUrl(card.path).query, readUrl(path).query]
    expect(same).toEqual(link)
    // Each sent is a share of its own.
    for (const share of [first, second]) expect(share).toMatch(/^[0-9a-z]{6}$/)
    for (const name of NAMES) expect(JSON.stringify(card)).not.toContain(name)
    const { page: opened } = await tapped(card)
    await opened.shows('放学护学岗')
    expect(card.title).toMatch(/^放学护学岗 .*\|还差\d+人$/)
  })
})

describe.each(readRoutes().pages)('%s', (path) => {
  it(
    SHARED.includes(path) ? 'can be shared in a chat' : 'is nobody else’s to see, and cannot be shared',
    async () => {
      const { page } = await Phone.launch({ scene: 1017, path }, here.api.forPhoneOf('cadre'))
      expect(page.shares('onShareAppMessage')).toBe(SHARED.includes(path))
      // In the timeline nobody is signed in: there is one page there that can be looked at.
      expect(page.shares('onShareTimeline')).toBe(path === 'pages/session/index')
    },
  )
})

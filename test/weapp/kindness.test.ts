import { CONSENT_VERSION } from '@/domain/child'
import { HOUR, MINUTE } from '@/domain/time'
import { post, seat } from '../cloud/calls'
import type { Options } from './fake-wx'
import { Phone } from './mini-program'
import { Neighbourhood, SATURDAY, self } from './neighbours'

// One class, and what is kept of it: each test goes on where the last one ended.
let here: Neighbourhood
let sessionId: string

beforeAll(async () => {
  here = await Neighbourhood.found()
  const { communityId, cadre, api } = here
  const slots = [seat({ ageBand: null }), post({ title: '领读', capacity: 2 })]
  sessionId = await here.publish(slots, SATURDAY)
  const [seats, posts] = await here.slotIds(sessionId)
  const readers = [await here.resident('reader', '陈建国'), await here.resident('second', '何秀英')]
  for (const reader of readers) await reader.do('bookSlot', { communityId, slotId: posts, party: self })
  const mother = await here.resident('mother', '林晓雯')
  const child = { communityId, nickname: '小满', ageBand: '3-6', consentVersion: CONSENT_VERSION }
  const { childId } = await mother.do('addChild', child)
  await mother.do('bookSlot', { communityId, slotId: seats, party: [{ kind: 'child', childId }] })
  await api.moveClock(SATURDAY - 5 * MINUTE)
  const { code } = await cadre.do('getCheckInCode', { communityId, sessionId })
  for (const reader of readers) await reader.do('checkIn', { communityId, sessionId, code })
  await cadre.do('markPresent', { communityId, sessionId, attendeeId: childId, why: '在门口' })
  await api.moveClock(SATURDAY + HOUR)
}, 120_000)
afterAll(() => here.close())

const stamps = async () => (await here.phoneOf('mother')).open('packages/resident/stamps/index')
const keepsake = async (openId: string) =>
  (await here.phoneOf(openId)).open('packages/resident/keepsake/index', { c: here.communityId, s: sessionId })

it('has an empty stamp card for a child before a class is confirmed', async () => {
  const page = await stamps()
  await page.shows('小满')
  await page.counts('.stamp', 10)
  await page.counts('.stamp.on', 0)
})

it('has no card to keep before presence is confirmed, and says when there is one', async () => {
  const page = await keepsake('reader')
  await page.shows('社区确认到场以后，打开就有')
  expect(page.texts('.button')).toEqual(['看看我的平台记录'])
})

it('thanks with one tap in the list of what is past, once', async () => {
  const page = await (await here.phoneOf('mother')).open('pages/schedule/index')
  await page.tap('.chip', '去过的')
  await page.shows('谢谢帮忙的邻居')
  await page.tap('.booking-card .button', '谢谢帮忙的邻居')
  await page.shows('谢意带到了')
  await page.counts('.booking-card .button', 0)
})

it('gives the child a stamp once the class is confirmed', async () => {
  const { communityId, cadre } = here
  await cadre.do('confirmSession', { communityId, sessionId, headCount: 3, absent: [] })
  const page = await stamps()
  await page.counts('.stamp.on', 1)
  expect(page.text()).toContain('周六绘本课')
})

it('shows who helped how many families thanked, and leads from the record to the card', async () => {
  const phone = await here.phoneOf('reader')
  const page = await phone.open('packages/resident/record/index')
  await page.shows('1 家谢谢您')
  await page.tap('.record-row')
  await phone.page.counts('#keepsake-keep', 1)
})

it('leads from the session, and from the notice of the points, to the card', async () => {
  const card = await here.openCard('reader', sessionId)
  await card.page.tap('#to-keepsake')
  await card.page.counts('#keepsake-keep', 1)
  const phone = await here.phoneOf('reader')
  const inbox = await phone.open('packages/resident/inbox/index')
  await inbox.tap('.notice-row', '积分到了')
  await phone.page.counts('#keepsake-keep', 1)
})

it('offers no card on the session page to who came with a child', async () => {
  const { page } = await here.openCard('mother', sessionId)
  await page.shows('来过 ✓')
  await page.counts('#to-keepsake', 0)
})

describe('the card to keep', () => {
  const open = async () => {
    const phone = await here.phoneOf('reader')
    const page = await phone.open('packages/resident/keepsake/index', { c: here.communityId, s: sessionId })
    phone.answers.canvasToTempFilePath = () => ({ tempFilePath: 'wxfile://tmp/keepsake.png' })
    await page.counts('#keepsake-keep', 1)
    await page.counts('#keepsake-keep.off', 0)
    return { phone, page }
  }

  it('goes into the album', async () => {
    const { phone, page } = await open()
    const saved: Options[] = []
    phone.answers.saveImageToPhotosAlbum = (options) => void saved.push(options)
    await page.tap('#keepsake-keep')
    await page.shows('图片存好了')
    expect(saved[0]?.filePath).toBe('wxfile://tmp/keepsake.png')
  })

  it('leads to the settings where the album is closed to it', async () => {
    const { phone, page } = await open()
    phone.answers.saveImageToPhotosAlbum = fails('auth deny')
    await page.tap('#keepsake-keep')
    await page.shows('还没允许存到相册')
    await page.tap('#to-permissions')
    expect(phone.asked).toContain('openSetting')
  })

  it('is sent to friends, and says what to do where the phone cannot', async () => {
    const { phone, page } = await open()
    const sent: object[] = []
    phone.answers.showShareImageMenu = (options) => void sent.push(options)
    await page.tap('#keepsake-share')
    await page.counts('#keepsake-share.busy', 0)
    expect(sent).toMatchObject([{ path: 'wxfile://tmp/keepsake.png' }])
    phone.answers.showShareImageMenu = fails('cancel')
    await page.tap('#keepsake-share')
    await page.counts('#keepsake-share.busy', 0)
    await page.counts('.notice', 0)
    phone.answers.showShareImageMenu = fails('system error')
    await page.tap('#keepsake-share')
    await page.shows('没发成。先存到手机里')
  })

  it('is not found by who was not there', async () => {
    await here.resident('stranger', '周明')
    const page = await keepsake('stranger')
    await page.shows('这里还没有您的纪念卡')
  })

  it('stays without a network, with its age; where it never was, the page says so', async () => {
    const through = here.api.forPhoneOf('reader')
    let connected = true
    const phone = await Phone.launch({}, (request) => {
      if (!connected) throw new Error('request:fail')
      return through(request)
    })
    const at = { c: here.communityId, s: sessionId }
    await (await phone.open('packages/resident/keepsake/index', at)).counts('#keepsake-keep', 1)
    connected = false
    const page = await phone.open('packages/resident/keepsake/index', at)
    await page.shows('没有网络')
    await page.counts('#keepsake-keep', 1)
    const other = await phone.open('packages/resident/keepsake/index', { ...at, s: 'zzzzzzzzzz' })
    await other.counts('#keepsake-keep', 0)
    await other.shows('再试一次')
  })
})

function fails(message: string) {
  return () => {
    throw new Error(message)
  }
}

import { HOUR, MINUTE } from '@/domain/time'
import { post } from '../cloud/calls'
import { Phone } from './mini-program'
import { Neighbourhood, SATURDAY } from './neighbours'
import type { OpenPage } from './open-page'

// One session from the first scan to its books: each test goes on where the last one ended.
let here: Neighbourhood
let at: { communityId: string; sessionId: string }
let elsewhere: string

beforeAll(async () => {
  here = await Neighbourhood.found()
  const sessionId = await here.publish([post({ title: '护学岗', capacity: 4 })], SATURDAY)
  elsewhere = await here.publish([post({ title: '西门' })], SATURDAY)
  at = { communityId: here.communityId, sessionId }
  for (const [openId, name] of [
    ['scanner', '陈建国'],
    ['forgetful', '何秀英'],
    ['phoneless', '周明'],
  ] as const) {
    await here.claim(await here.resident(openId, name), sessionId)
  }
  await here.api.moveClock(SATURDAY)
}, 120_000)
afterAll(() => here.close())

/** What the QR code on the leader's screen says. */
async function shown(sessionId = at.sessionId): Promise<string> {
  const { code } = await here.cadre.do('getCheckInCode', { ...at, sessionId })
  return `/packages/resident/check-in/index?c=${at.communityId}&s=${sessionId}&n=${code}`
}
const query = () => ({ c: at.communityId, s: at.sessionId })
const checkInPage = async (openId: string) => {
  const phone = await here.phoneOf(openId)
  return { phone, page: await phone.open('packages/resident/check-in/index', query()) }
}
const roster = async (): Promise<OpenPage> =>
  (await here.phoneOf('cadre')).open('packages/cadre/roster/index', query())
const rowOf = async (name: string) => (await roster()).texts('.roster-row').find((row) => row.includes(name))

it('says what is the matter with what was scanned, and lets the number be typed all the same', async () => {
  const { phone, page } = await checkInPage('scanner')
  const scan = async (result: string) => {
    phone.answers.scanCode = () => ({ result })
    await page.tap('#scan')
  }
  await page.shows('扫领队的码')
  await scan('https://example.com/?pay=1')
  await page.shows('这不是邻里的签到码')
  await scan(await shown(elsewhere))
  await page.shows('这是另一场的签到码')
  await scan((await shown()).replace(/&n=.*/, ''))
  await page.shows('这个码里没有签到的数字')
  phone.answers.scanCode = () => {
    throw new Error('auth deny')
  }
  await page.tap('#scan')
  await page.shows('没有打开相机的权限。可以输 6 个数字')
  phone.answers.scanCode = () => {
    throw new Error('cancel')
  }
  await page.tap('#scan')
  expect(page.texts('.refusal')).toEqual([])
  await page.tap('#key-1')
  await page.counts('.digit.on', 1)
})

it('checks in who scans the code on the leader’s screen', async () => {
  const { phone, page } = await checkInPage('scanner')
  phone.answers.scanCode = async () => ({ result: await shown() })
  await page.tap('#scan')
  await page.shows('签到好了')
  expect(await rowOf('陈')).toContain('签到')
})

it('checks out who scans it again, and the roster says how much earlier that was', async () => {
  await here.api.moveClock(SATURDAY + 40 * MINUTE)
  const phone = await here.phoneOf('scanner')
  phone.answers.scanCode = async () => ({ result: await shown() })
  await phone.page.tap('#to-check-out')
  const { page } = phone
  await page.tap('#check-out')
  await page.tap('#scan')
  await page.shows('签退好了')
  expect(await rowOf('陈')).toMatch(/早退 (20|19) 分钟/)
})

it('offers who never booked the place that is free, and takes it with one tap', async () => {
  await here.resident('passer-by', '孙丽')
  const { phone, page } = await checkInPage('passer-by')
  phone.answers.scanCode = async () => ({ result: await shown() })
  await page.tap('#scan')
  await page.shows('护学岗还有空位')
  await page.tap('#take-free')
  await page.shows('签到好了')
  expect(await here.held(at.sessionId)).toBe(4)
})

it('keeps what a leader notes without a network, and sends it when there is one again', async () => {
  let connected = true
  const through = here.api.forPhoneOf('cadre')
  const phone = await Phone.launch({}, (request) => {
    if (!connected) throw new Error('no network')
    return through(request)
  })
  const page = await phone.open('packages/cadre/roster/index', query())
  await page.shows('到了 2 / 4')
  connected = false
  await page.tap('.roster-row', '何')
  await page.type('#why', '手机没电')
  await page.tap('#why-confirm')
  await page.shows('1 条记在这部手机里')
  await page.type('#walk-ins .stepper-count', '3')
  await page.tap('#note-walk-ins')
  await page.shows('2 条记在这部手机里')
  expect(page.texts('.roster-row').find((row) => row.includes('何'))).toContain('待发送')
  expect(page.texts('#roster-came')).toEqual(['到了 3 / 4'])
  const unknown = await here.cadre.do('getRoster', at)
  expect([unknown.walkIns, unknown.slots[0]?.rows.filter((row) => row.checkedInAt !== null)]).toMatchObject([
    0,
    { length: 2 },
  ])
  connected = true
  await phone.networkBack()
  await page.counts('#waiting-marks', 0)
  const known = await here.cadre.do('getRoster', at)
  expect([known.walkIns, known.slots[0]?.rows.filter((row) => row.checkedInAt !== null)]).toMatchObject([
    3,
    { length: 3 },
  ])
})

it('enters the sheet afterwards: who is meant is shown before they are marked', async () => {
  await here.api.moveClock(SATURDAY + HOUR)
  const sheet = await here.cadre.do('printRoster', { ...at, why: '存档' })
  const code = sheet.slots[0]?.rows.find((row) => row.name === '周明')?.code
  const phone = await here.phoneOf('cadre')
  const page = await phone.open('packages/cadre/paper/index', query())
  await page.type('#paper-codes', `${code},00000`)
  await page.tap('#check-paper')
  await page.shows('2 个码，认出 1 人')
  expect(page.texts('.paper-preview .item')).toEqual([
    expect.stringMatching(/周\*\*.*记到场/),
    expect.stringMatching(/没有这个码/),
  ])
  await page.tap('#enter-paper')
  await page.shows('记好了，1 人到场')
  expect(await rowOf('周')).toContain('纸质名单')
})

it('closes the books on all of it, and says of whom the end was taken for want of a check-out', async () => {
  const page = await roster()
  await page.shows('确认到场 4 人')
  expect(page.texts('.closing-figure').join()).toBe('4报名,4到场,0没来')
  await page.type('#head-count .stepper-count', '7')
  expect(page.text()).not.toContain('核对一下再确认')
  await page.tap('#confirm-session')
  // Who came 40 minutes late served too little of the hour.
  await page.shows('4 人到场，发出 30 分')
  expect(page.text()).toContain('没报名也来了 3 人')
  expect(page.texts('.roster-row').find((row) => row.includes('何'))).toContain('忘了签退，按计划结束算')
})

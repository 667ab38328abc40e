import { previewQuery } from '@/domain/card-preview'
import { DAY, HOUR } from '@/domain/time'
import { post } from '../cloud/calls'
import type { Enter } from './fake-wx'
import { Phone, readRoutes } from './mini-program'
import { Neighbourhood, SATURDAY } from './neighbours'
import { eventually, SILENCE } from './waiting'

const SESSION = 'pages/session/index'

let here: Neighbourhood
let reading: string
let sweeping: string

beforeAll(async () => {
  here = await Neighbourhood.found()
  reading = await here.publish([post()], SATURDAY)
  sweeping = await here.publish([post()], SATURDAY, { kind: 'gathering', title: '周末大扫除' })
}, 120_000)
afterAll(() => here.close())

const enter = (how: Partial<Enter>, openId: string | null = 'resident') =>
  Phone.launch(how, here.api.forPhoneOf(openId))

const pair = (s: string) => `c=${here.communityId}&s=${s}`

/** The ways a link travels, by what WeChat makes of it. */
const LINKS = {
  page: (s: string) => ({ c: here.communityId, s }),
  miniCode: (s: string) => ({ scene: encodeURIComponent(pair(s)) }),
  address: (s: string) => ({
    q: encodeURIComponent(`https://linli.example.org/pages/session/index?${pair(s)}`),
    scancode_time: '1764000000',
  }),
}

const ENTRANCES: [number, string, keyof typeof LINKS][] = [
  [1007, 'a card from one person', 'page'],
  [1008, 'a card in a group', 'page'],
  [1044, 'a card with a share ticket', 'page'],
  [1011, 'a scanned QR code with a page', 'page'],
  [1011, 'a scanned QR code with an address', 'address'],
  [1012, 'a QR code in a picture held down', 'address'],
  [1013, 'a QR code from the album', 'address'],
  [1047, 'a scanned mini-code', 'miniCode'],
  [1048, 'a mini-code in a picture held down', 'miniCode'],
  [1049, 'a mini-code from the album', 'miniCode'],
  [1014, 'a subscribed message', 'page'],
  [1107, 'a subscribed message, by its other number', 'page'],
  [1155, 'the timeline’s single page', 'page'],
  [1194, 'a URL link outside WeChat', 'page'],
  [1231, 'a card that tells how it goes', 'page'],
]

describe.each(ENTRANCES)('scene %i, %s', (scene, _, kind) => {
  const link = (s: string) => ({ scene, path: SESSION, query: LINKS[kind](s) })

  it('opens its session, and asks nothing of whoever comes', async () => {
    const phone = await enter(link(sweeping))
    await phone.page.shows('周末大扫除')
    await phone.page.shows('我来认领')
    expect(phone.asked).toEqual([])
  })

  it('opens its session when the app is still there from the day before', async () => {
    const phone = await enter({})
    await phone.page.tap('.session-row', '周六绘本课')
    await phone.page.shows('我来认领')
    await phone.wake(link(sweeping))
    await phone.page.shows('周末大扫除')
    expect(phone.page.text()).not.toContain('周六绘本课')
    await phone.wake(link(reading))
    await phone.page.shows('周六绘本课')
    expect(phone.page.text()).not.toContain('周末大扫除')
    expect(phone.asked).toEqual([])
  })
})

describe.each(readRoutes().pages)('%s', (path) => {
  it('stands and asks nothing when it is the first that is opened', async () => {
    const phone = await enter({ scene: 1017, path })
    await eventually(
      () => phone.page.text(),
      () => 'nothing stands there',
    )
    expect(phone.asked).toEqual([])
  })
})

describe('the icon, scene 1001', () => {
  it('opens the home page, and asks nothing of whoever comes', async () => {
    const phone = await enter({ scene: 1001 })
    await phone.page.shows('正缺人手')
    expect(phone.page.route).toBe('pages/home/index')
    expect(phone.asked).toEqual([])
  })

  it('brings back the page that was left', async () => {
    const phone = await enter({ scene: 1001 })
    await phone.page.tap('.session-row', '周末大扫除')
    await phone.page.shows('我来认领')
    await phone.wake({ scene: 1001 })
    expect(phone.page.route).toBe(SESSION)
    await phone.page.shows('周末大扫除')
  })

  it('opens the home page after a card', async () => {
    const phone = await enter({ scene: 1008, path: SESSION, query: LINKS.page(sweeping) })
    await phone.page.shows('周末大扫除')
    await phone.wake({ scene: 1001 })
    await phone.page.shows('正缺人手')
  })
})

describe('a client that keeps the page standing', () => {
  it('shows the session of the newer card', async () => {
    const phone = await enter({ scene: 1008, path: SESSION, query: LINKS.page(reading) })
    await phone.page.shows('周六绘本课')
    await phone.wakeInPlace({ scene: 1047, path: SESSION, query: LINKS.miniCode(sweeping) })
    await phone.page.shows('周末大扫除')
  })

  it.each([
    ['names no page', { scene: 1001, path: '' }],
    ['names this page and no session', { scene: 1089, path: SESSION }],
    ['names another page', { scene: 1008, path: 'pages/home/index', query: { from: 'x' } }],
  ])('stays with its session when the entrance %s', async (_, entrance) => {
    const phone = await enter({ scene: 1008, path: SESSION, query: LINKS.page(reading) })
    await phone.page.shows('周六绘本课')
    await phone.wakeInPlace(entrance)
    await phone.page.shows('我来认领')
    expect(phone.page.text()).toContain('周六绘本课')
  })
})

it('tells who sees it in the timeline, where nobody is signed in, what to do; and asks nothing', async () => {
  const phone = await enter({ scene: 1154, path: SESSION, query: LINKS.page(sweeping) }, null)
  await phone.page.shows('点下面的“前往小程序”')
  expect(phone.asked).toEqual([])
})

describe('what a card tells by itself', () => {
  const startsAt = SATURDAY + DAY
  const told = previewQuery({
    ...{ title: '周末大扫除', place: '中心花园', kind: 'clean_up' as const },
    ...{ startsAt, endsAt: startsAt + HOUR },
  })
  const card = (s: string) => ({ scene: 1008, path: SESSION, query: { ...LINKS.page(s), ...told } })

  it('stands at once, before any answer', async () => {
    const phone = await Phone.launch(card(sweeping), () => SILENCE)
    await phone.page.shows('周末大扫除')
    expect(phone.page.text()).toContain('中心花园')
    expect(phone.page.text()).toContain('正在看还有没有名额')
  })

  it('gives way to what the server says', async () => {
    const phone = await enter(card(reading))
    await phone.page.shows('周六绘本课')
    expect(phone.page.text()).not.toContain('周末大扫除')
  })

  it('is all there is in the timeline, and nothing is called', async () => {
    const called: unknown[] = []
    const phone = await Phone.launch({ ...card(sweeping), scene: 1154 }, (request) => called.push(request))
    await phone.page.shows('周末大扫除')
    await phone.page.shows('点下面的“前往小程序”')
    expect(phone.page.text()).not.toContain('正在看')
    expect(called).toEqual([])
  })

  it('breaks nothing when somebody made it up', async () => {
    const query = { ...card(sweeping).query, t: '%', p: '<b>', b: 'zzzzzz', m: '99', k: 'class' }
    const phone = await enter({ ...card(sweeping), query })
    await phone.page.shows('我来认领')
  })
})

it('shows at once what it showed the last time, and lets nobody act on it before the answer', async () => {
  const api = here.api.forPhoneOf('resident')
  const asked: object[] = []
  let silent = false
  const card = { scene: 1008, path: SESSION, query: LINKS.page(sweeping) }
  const phone = await Phone.launch(card, (request) => {
    asked.push(request.data)
    return silent ? SILENCE : api(request)
  })
  await phone.page.shows('我来认领')
  await phone.wake({ ...card, query: LINKS.page(reading) })
  await phone.page.shows('周六绘本课')
  silent = true
  await phone.wake(card)
  await phone.page.shows('周末大扫除')
  expect(phone.page.text()).toContain('我来认领')
  const before = asked.length
  await phone.page.tap('#verdict-button')
  expect(asked).toHaveLength(before)
})

const CUT_OFF = '这个链接不完整'
const MADE_UP = '这个链接打不开了'

const BROKEN: [string, Record<string, string>, string][] = [
  ['nothing', {}, CUT_OFF],
  ['half a link', { c: 'abc123' }, CUT_OFF],
  ['half an escape', { scene: '%E0%A4%A' }, CUT_OFF],
  ['a scene with a lone %', { scene: 'c=abc123&s=0123456789%' }, CUT_OFF],
  ['a scene of 33 characters', { scene: encodeURIComponent('c=abc123&session=0123456789abcdef') }, CUT_OFF],
  ['a mini-code of something else', { scene: encodeURIComponent('invite=42') }, CUT_OFF],
  ['another page’s address', { q: encodeURIComponent('https://elsewhere.example.org/') }, CUT_OFF],
  ['a script', { c: '<script>alert(1)</script>', s: "');--" }, MADE_UP],
  ['names from beneath', { c: '__proto__', s: 'constructor' }, MADE_UP],
  ['a very long id', { c: 'a'.repeat(5000), s: '0'.repeat(5000) }, MADE_UP],
  ['ids of nothing', { c: '000000', s: '0000000000' }, MADE_UP],
]

describe('a link that is broken', () => {
  it.each(BROKEN)('leads home in a sentence: %s', async (_, query, sentence) => {
    const phone = await enter({ scene: 1008, path: SESSION, query })
    await phone.page.shows(sentence)
    await phone.page.tap('.button', '去首页看看')
    await phone.page.shows('正缺人手')
    expect(phone.page.route).toBe('pages/home/index')
  })

  it('leads home when it is whole and names a session that is not there', async () => {
    const phone = await enter({ scene: 1008, path: SESSION, query: LINKS.page('0000000000') })
    await phone.page.shows(MADE_UP)
    await phone.page.tap('.button', '去首页看看')
    await phone.page.shows('正缺人手')
  })

  it.each([
    ['packages/resident/check-in/index', CUT_OFF],
    ['packages/cadre/roster/index', CUT_OFF],
    ['packages/resident/household/index', '王敏'],
  ])('breaks no other page: %s', async (path, words) => {
    const phone = await enter({ scene: 1008, path, query: { c: '<script>', s: '%00' } }, 'cadre')
    await phone.page.shows(words)
  })

  it('makes no community that is not there everybody’s home', async () => {
    const path = 'packages/resident/household/index'
    const phone = await enter({ scene: 1008, path, query: { c: '000000', add: 'child' } })
    await phone.page.shows('没找到')
    await phone.wake({ scene: 1001 })
    await phone.page.shows('正缺人手')
  })
})

it('opens a page that has moved where it is now, with what the link names', async () => {
  const query = LINKS.page(sweeping)
  const phone = await enter({ scene: 1008, path: 'packages/cadre/board/index', query }, 'cadre')
  await phone.page.shows('周末大扫除')
  expect(phone.page.route).toBe('packages/office/board/index')
})

describe('a link to a page that is not there', () => {
  const gone = { scene: 1011, path: 'pages/gone/index', query: { c: 'abc123' } }

  it('leads home, where it is said', async () => {
    const phone = await enter(gone)
    await phone.page.shows('正缺人手')
    await phone.says('没有这一页，先到首页看看')
    expect(phone.asked).toEqual([])
  })

  it('leads home when the app is still there', async () => {
    const phone = await enter({ scene: 1008, path: SESSION, query: LINKS.page(sweeping) })
    await phone.page.shows('周末大扫除')
    await phone.wake(gone)
    await phone.page.shows('正缺人手')
    await phone.says('没有这一页，先到首页看看')
  })
})

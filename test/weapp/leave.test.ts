import { HOUR } from '@/domain/time'
import { post } from '../cloud/calls'
import type { CallFunction } from './fake-wx'
import { Phone } from './mini-program'
import { Neighbourhood, SATURDAY, self } from './neighbours'
import { eventually } from './waiting'

let here: Neighbourhood
let sessionId: string
/** what was asked of the API and of the phone, in order */
const happened: string[] = []
let recorded: object[]
/** ids of the requests that recorded */
let requestIds: string[]
/** the way to recordAccepts: open; the answer is lost; nothing gets there */
let way: 'open' | 'answer_lost' | 'dead'
/** the time as the server has it */
let now = () => Date.now()
beforeAll(async () => {
  here = await Neighbourhood.found()
  sessionId = await here.publish([post({ capacity: 9 })], SATURDAY)
}, 120_000)
afterAll(() => here.close())
beforeEach(() => {
  happened.length = 0
  recorded = []
  requestIds = []
  way = 'open'
})

const templates = ['reminder', 'change', 'points'].map((template) => ({ template, id: `id-${template}` }))

/** A phone whose community has templates; the rest is answered by the function itself. */
type Way = Parameters<typeof Phone.launch>[0]
async function launch(openId: string, enter: Way, before?: Phone): Promise<Phone> {
  const api = here.api.forPhoneOf(openId)
  const callFunction: CallFunction = (request) => {
    const { action, payload, requestId } = request.data as Asked
    happened.push(action)
    if (action === 'getMessageTemplates') return answer({ templates })
    if (action !== 'recordAccepts') return api(request)
    if (way !== 'dead') {
      recorded.push(payload)
      requestIds.push(requestId)
    }
    if (way !== 'open') throw new Error('request:fail')
    return answer({})
  }
  const phone = await (before
    ? before.closeAndLaunch(enter, callFunction)
    : Phone.launch(enter, callFunction))
  phone.answers.requestSubscribeMessage = (options) => {
    happened.push('requestSubscribeMessage')
    const { tmplIds } = options as unknown as { tmplIds: string[] }
    return Object.fromEntries(tmplIds.map((id, index) => [id, index === 0 ? 'accept' : 'reject']))
  }
  return phone
}
const openCard = (openId: string) =>
  launch(openId, { scene: 1008, path: 'pages/session/index', query: { c: here.communityId, s: sessionId } })
const answer = (data: object) => ({ ok: true, data, now: new Date(now()).toISOString() })
interface Asked {
  action: string
  payload: object
  requestId: string
}

it('is asked by the tap that claims, when the claim is on its way, and what was answered is told', async () => {
  const phone = await openCard('stranger')
  await phone.page.shows('我来认领')
  expect(phone.asked).toEqual([])
  expect(happened.filter((it) => it === 'requestSubscribeMessage')).toEqual([])
  await phone.page.tap('#verdict-button')
  await phone.page.shows('已认领 ✓')
  await eventually(
    () => recorded.length > 0,
    () => `nothing was recorded, but: ${happened.join(', ')}`,
  )
  expect(happened.indexOf('bookSlot')).toBeGreaterThan(0)
  expect(happened.indexOf('requestSubscribeMessage')).toBe(happened.indexOf('bookSlot') + 1)
  expect(recorded).toEqual([
    {
      communityId: here.communityId,
      answers: [
        { template: 'reminder', answer: 'accept' },
        { template: 'change', answer: 'reject' },
        { template: 'points', answer: 'reject' },
      ],
    },
  ])
  expect(await here.held(sessionId)).toBe(1)
})

it('refused or failing changes nothing about the claim', async () => {
  const phone = await openCard('neighbour')
  phone.answers.requestSubscribeMessage = () => {
    throw new Error('20004')
  }
  await phone.page.shows('我来认领')
  await phone.page.tap('#verdict-button')
  await phone.page.shows('已认领 ✓')
  expect(recorded).toEqual([])
})

it('is kept where the server cannot be reached, and told when the network is back', async () => {
  await here.resident('far-away', '何秀英')
  way = 'dead'
  const phone = await openCard('far-away')
  await phone.page.shows('我来认领')
  await phone.page.tap('#verdict-button')
  await phone.page.shows('已认领 ✓')
  await eventually(
    () => happened.includes('recordAccepts'),
    () => 'it was not tried',
  )
  way = 'open'
  await phone.networkBack()
  await eventually(
    () => recorded.length === 1,
    () => `recorded ${recorded.length} times`,
  )
  await phone.networkBack()
  expect(recorded).toHaveLength(1)
})

it('is kept when the app is closed, and told when it is opened again, on whatever page', async () => {
  await here.resident('on-the-bus', '赵敏')
  way = 'dead'
  const phone = await openCard('on-the-bus')
  await phone.page.shows('我来认领')
  await phone.page.tap('#verdict-button')
  await phone.page.shows('已认领 ✓')
  await eventually(
    () => happened.includes('recordAccepts'),
    () => 'it was not tried',
  )
  way = 'open'
  const again = await launch('on-the-bus', {}, phone)
  await again.page.shows('下一次')
  await eventually(
    () => recorded.length === 1,
    () => `recorded ${recorded.length} times`,
  )
  await launch('on-the-bus', {}, again)
  expect(recorded).toHaveLength(1)
})

it('is told again under the same request where the answer was lost, which counts once', async () => {
  await here.resident('in-the-lift', '周明')
  way = 'answer_lost'
  const phone = await openCard('in-the-lift')
  await phone.page.shows('我来认领')
  await phone.page.tap('#verdict-button')
  await phone.page.shows('已认领 ✓')
  await eventually(
    () => recorded.length === 1,
    () => 'it was not tried',
  )
  way = 'open'
  await phone.networkBack()
  await eventually(
    () => recorded.length === 2,
    () => 'it was not told again',
  )
  expect(new Set(requestIds).size).toBe(1)
})

it('is asked by the tap that accepts an offer in the schedule', async () => {
  const { communityId, api } = here
  const holder = await here.resident('holder', '李强')
  const waiting = await here.resident('waiting', '孙丽')
  const wanted = await here.publish([post({ capacity: 1 })], SATURDAY, { title: '大扫除' })
  const [slotId] = await here.slotIds(wanted)
  const { bookingId } = await holder.do('bookSlot', { communityId, slotId, party: self })
  await waiting.do('joinWaitlist', { communityId, slotId, party: self, usePoints: false })
  await api.moveClock(SATURDAY - 2 * HOUR)
  const moved = SATURDAY - 2 * HOUR - Date.now()
  now = () => Date.now() + moved
  await holder.do('cancelBooking', { communityId, bookingId })
  const phone = await launch('waiting', {})
  const page = await phone.open('pages/schedule/index')
  await page.shows('轮到您了')
  await page.shows('我来认领')
  expect(happened).not.toContain('requestSubscribeMessage')
  await page.tap('#accept-offer')
  await eventually(
    () => recorded.length > 0,
    () => `nothing was recorded, but: ${happened.join(', ')}`,
  )
  expect(happened.filter((it) => it === 'requestSubscribeMessage')).toHaveLength(1)
  expect(happened.indexOf('requestSubscribeMessage')).toBeLessThan(happened.indexOf('acceptOffer'))
  expect(recorded).toEqual([
    {
      communityId,
      answers: [
        { template: 'reminder', answer: 'accept' },
        { template: 'change', answer: 'reject' },
      ],
    },
  ])
  expect(await here.held(wanted)).toBe(1)
})

import { post } from '../cloud/calls'
import type { CallFunction } from './fake-wx'
import { Phone } from './mini-program'
import { Neighbourhood, SATURDAY } from './neighbours'
import { eventually, settle } from './waiting'

let here: Neighbourhood
let sessionId: string
beforeAll(async () => {
  here = await Neighbourhood.found()
  sessionId = await here.publish([post({ capacity: 4 })], SATURDAY)
  await here.resident('neighbour', '陈建国')
}, 120_000)
afterAll(() => here.close())

/** sessions a live card was asked for */
let wanted: string[]
/** what the share menu was told */
let told: object[]
/** whether the platform has one to give */
let given: boolean
beforeEach(() => {
  wanted = []
  told = []
  given = true
})

/** A phone whose platform gives live cards; the rest is answered by the function itself. */
async function open(openId: string, path: string, query: Record<string, string> = {}): Promise<Phone> {
  const api = here.api.forPhoneOf(openId)
  const callFunction: CallFunction = (request) => {
    const { action, payload } = request.data as { action: string; payload: { sessionId: string } }
    if (action !== 'createLiveCard') return api(request)
    wanted.push(payload.sessionId)
    const liveCard = given ? { activityId: `live-${payload.sessionId}`, memberCount: 0, roomLimit: 4 } : null
    return { ok: true, data: { liveCard }, now: new Date().toISOString() }
  }
  const phone = await Phone.launch({ scene: 1001 }, callFunction)
  phone.answers.updateShareMenu = ({ success: _, fail: __, complete: ___, ...options }) =>
    void told.push(options)
  await phone.open(path, query)
  return phone
}

const shareMenuTold = (count: number) =>
  eventually(
    () => told.length === count,
    () => `the share menu was told ${JSON.stringify(told)}`,
  )
const following = (id: string) => ({ isUpdatableMessage: true, activityId: `live-${id}` })

describe.each(['pages/session/index', 'packages/office/board/index'])('a card sent from %s', (path) => {
  it('follows its session in the chat', async () => {
    await open('cadre', path, { c: here.communityId, s: sessionId })
    await shareMenuTold(1)
    expect(wanted).toEqual([sessionId])
    expect(told).toMatchObject([
      {
        ...following(sessionId),
        templateInfo: {
          parameterList: [
            { name: 'member_count', value: '0' },
            { name: 'room_limit', value: '4' },
          ],
        },
      },
    ])
  })

  it('is an ordinary one where the platform gives none, or the session is too far ahead', async () => {
    given = false
    const phone = await open('cadre', path, { c: here.communityId, s: sessionId })
    await shareMenuTold(1)
    expect(told).toEqual([{ isUpdatableMessage: false }])
    expect(phone.page.card('button')?.path).toContain(sessionId)
  })
})

it('is asked for by nobody but who sends cards', async () => {
  const phone = await open('neighbour', 'pages/session/index', { c: here.communityId, s: sessionId })
  await phone.page.shows('我来认领')
  await settle()
  expect(wanted).toEqual([])
  expect(told).toEqual([])
})

it('sent from the publish page follows the call just published, and no longer once the next one is written', async () => {
  const { page } = await open('cadre', 'packages/cadre/publish/index')
  await page.shows('发一个什么招募')
  expect(wanted).toEqual([])
  await page.tap('#publish-template-traffic_duty')
  await page.tap('#publish-submit')
  await page.shows('发出去了')
  await shareMenuTold(1)
  const [first = ''] = wanted
  expect(page.card('button')?.path).toContain(first)
  expect(told).toMatchObject([following(first)])
  await page.tap('.button', '再发一个')
  await shareMenuTold(2)
  expect(told[1]).toEqual({ isUpdatableMessage: false })
  expect(wanted).toEqual([first])
})

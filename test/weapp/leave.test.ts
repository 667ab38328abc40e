import { post } from '../cloud/calls'
import type { CallFunction } from './fake-wx'
import { Phone } from './mini-program'
import { Neighbourhood, SATURDAY } from './neighbours'
import { eventually } from './waiting'

let here: Neighbourhood
let sessionId: string
/** what was asked of the API and of the phone, in order */
const happened: string[] = []
let recorded: object[]
beforeAll(async () => {
  here = await Neighbourhood.found()
  sessionId = await here.publish([post({ capacity: 9 })], SATURDAY)
}, 120_000)
afterAll(() => here.close())
beforeEach(() => {
  happened.length = 0
  recorded = []
})

const templates = ['reminder', 'change', 'points'].map((template) => ({ template, id: `id-${template}` }))

/** A phone whose community has templates; the rest is answered by the function itself. */
async function openCard(openId: string): Promise<Phone> {
  const api = here.api.forPhoneOf(openId)
  const callFunction: CallFunction = (request) => {
    const { action, payload } = request.data as { action: string; payload: object }
    happened.push(action)
    if (action === 'getMessageTemplates') return answer({ templates })
    if (action !== 'recordAccepts') return api(request)
    recorded.push(payload)
    return answer({})
  }
  const query = { c: here.communityId, s: sessionId }
  const phone = await Phone.launch({ scene: 1008, path: 'pages/session/index', query }, callFunction)
  phone.answers.requestSubscribeMessage = (options) => {
    happened.push('requestSubscribeMessage')
    const { tmplIds } = options as unknown as { tmplIds: string[] }
    return Object.fromEntries(tmplIds.map((id, index) => [id, index === 0 ? 'accept' : 'reject']))
  }
  return phone
}
const answer = (data: object) => ({ ok: true, data, now: new Date().toISOString() })

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

import type { Envelope } from '@/contract/envelope'
import { CONSENT_VERSION } from '@/domain/child'
import { brokenInvariants } from '../invariants'
import { pictureBookClass, post, seat } from './calls'
import { contentsOf } from './contents'
import { call, done, reasonOf } from './deployment'
import { drawn, FRIDAY, MONDAY, scene, self, SUNDAY, type Scene } from './draws'

let neighbourhood: Scene
let slotId: string
let plainSlotId: string
let before: unknown
let mine: string
let theirs: string

beforeAll(async () => {
  neighbourhood = await scene()
  const { linli, community } = neighbourhood
  const { communityId } = community
  for (const name of ['wang', 'li']) await community.resident(name)
  await community.resident('unconfirmed', { confirmed: false })
  const addChild = async (who: string) => {
    const child = { communityId, nickname: '小满', ageBand: '3-6', consentVersion: CONSENT_VERSION }
    return (await done(linli, who, 'addChild', child)).childId
  }
  mine = await addChild('wang')
  theirs = await addChild('li')
  slotId = (await neighbourhood.publish([drawn({ publicNumber: true })])).slotId
  plainSlotId = (await neighbourhood.publish([seat({ ageBand: null })])).slotId
  before = await contents()
})
afterAll(async () => {
  expect(neighbourhood.linli.failures).toEqual([])
  expect(await brokenInvariants(neighbourhood.linli.database)).toEqual([])
  await neighbourhood.linli.close()
})
afterEach(async () => expect(await contents()).toEqual(before))

const contents = () => contentsOf(neighbourhood.linli.database)

const codeOf = (answer: Envelope<unknown>) => (answer.ok ? 'ok' : answer.error.code)
const child = (childId: string) => ({ kind: 'child', childId })
const apply = (change: object, who = 'wang') => {
  const { communityId } = neighbourhood.community
  const payload = { communityId, slotId, party: self, points: 0, ...change }
  return call(neighbourhood.linli, who, 'applyForDraw', payload)
}

describe('an application is not taken', () => {
  it.each<[string, () => object, string]>([
    ['for nobody', () => ({ party: [] }), 'bad_input'],
    ['for 51', () => ({ party: Array.from({ length: 51 }, () => child(mine)) }), 'bad_input'],
    ['for the same child twice', () => ({ party: [child(mine), child(mine)] }), 'bad_input'],
    ['for a child of another household', () => ({ party: [child(theirs)] }), 'not_found'],
    ['with 15 points', () => ({ points: 15 }), 'bad_input'],
    ['with -10 points', () => ({ points: -10 }), 'bad_input'],
    ['with 1.5 points', () => ({ points: 1.5 }), 'bad_input'],
    ['with 50 points', () => ({ points: 50 }), 'bad_input'],
    ['with points as text', () => ({ points: '10' }), 'bad_input'],
    ['for a slot that is not drawn', () => ({ slotId: plainSlotId }), 'not_found'],
    ['for a slot that does not exist', () => ({ slotId: 'zzzzzzzzzzzz' }), 'not_found'],
  ])('%s', async (_, change, code) => {
    expect(codeOf(await apply(change()))).toBe(code)
  })

  it('with more points than the household has', async () => {
    expect(reasonOf(await apply({ points: 10 }))).toMatchObject({ reason: 'draw_points_missing', have: 0 })
    expect(reasonOf(await apply({ points: 10 }, 'unconfirmed'))).toMatchObject({ needsConfirmation: true })
  })

  it('for more people than there are places', async () => {
    const { communityId } = neighbourhood.community
    const { slotId: small } = await neighbourhood.publish([drawn({ capacity: 1 })])
    before = await contents()
    const party = [...self, child(mine)]
    const answer = await call(neighbourhood.linli, 'wang', 'applyForDraw', {
      ...{ communityId, slotId: small, party, points: 0 },
    })
    expect(reasonOf(answer)).toEqual({ reason: 'household_limit', max: 1 })
  })
})

describe('a public number is not taken', () => {
  it.each([
    ['missing', undefined],
    ['of two digits', '12'],
    ['of four digits', '1234'],
    ['with letters', '12a'],
    ['with full-width digits', '\uff11\uff12\uff13'],
    ['as a number', 123],
    ['with a space', ' 12'],
    ['negative', '-12'],
    ['empty', ''],
  ])('%s', async (_, number) => {
    const { communityId } = neighbourhood.community
    const payload = { communityId, slotId, number }
    expect(codeOf(await call(neighbourhood.linli, 'cadre', 'enterDrawNumber', payload))).toBe('bad_input')
  })
})

describe('a call is not published', () => {
  const iso = (at: number) => new Date(at).toISOString()
  it.each<[string, object, RegExp]>([
    ['with a draw in the past', drawn({ drawAt: iso(MONDAY - 1) }), /draw_time_past/],
    ['with a draw at this moment', drawn({ drawAt: iso(MONDAY) }), /draw_time_past/],
    ['with a draw after the start', drawn({ drawAt: iso(SUNDAY) }), /draw_after_start/],
    ['with a draw at no time', drawn({ drawAt: null }), /draw_time_missing/],
    ['with a draw that also opens', drawn({ opensAt: iso(FRIDAY) }), /opening_on_draw/],
    ['with a draw that has a price', drawn({ price: 10 }), /window_on_draw/],
    ['with a time of a draw and none', seat({ drawAt: iso(FRIDAY) }), /draw_without_allocation/],
    ['with a public number and no draw', seat({ publicNumber: true }), /draw_without_allocation/],
    ['with a post that is drawn', { ...post(), allocation: 'draw', drawAt: iso(FRIDAY) }, /draw_on_post/],
    ['with an allocation that does not exist', seat({ allocation: 'lottery' }), /allocation/],
    ['with a day that does not exist', drawn({ drawAt: '2026-02-31T10:00:00Z' }), /drawAt/],
  ])('%s', async (_, slot, message) => {
    const payload = pictureBookClass(neighbourhood.community.communityId, SUNDAY, [slot])
    const answer = await call(neighbourhood.linli, 'cadre', 'publishCall', payload)
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad_input' } })
    expect(answer.ok ? '' : answer.error.message).toMatch(message)
  })
})

describe('a record is not shown', () => {
  it.each<[string, () => object]>([
    ['of a slot that is not drawn', () => ({ slotId: plainSlotId })],
    ['of a slot that does not exist', () => ({ slotId: 'zzzzzzzzzzzz' })],
  ])('%s', async (_, change) => {
    const { communityId } = neighbourhood.community
    const answer = await call(neighbourhood.linli, 'wang', 'getDrawRecord', { communityId, ...change() })
    expect(codeOf(answer)).toBe('not_found')
  })
})

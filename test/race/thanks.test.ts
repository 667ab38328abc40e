import { CONSENT_VERSION } from '@/domain/child'
import { HOUR } from '@/domain/time'
import { pictureBookClass, post, seat } from '../cloud/calls'
import { call, deploy, done, settle, type TestDeployment } from '../cloud/deployment'
import { brokenInvariants } from '../invariants'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
const FAMILIES = ['lin', 'chen', 'zhou', 'he']

let linli: TestDeployment
let at: { communityId: string; sessionId: string }

beforeEach(async () => {
  linli = await deploy(MONDAY, 16)
  const { communityId, resident } = await settle(linli)
  const slots = [seat({ ageBand: null }), post()]
  const { sessionIds } = await done(
    linli,
    'cadre',
    'publishCall',
    pictureBookClass(communityId, SATURDAY, slots),
  )
  at = { communityId, sessionId: sessionIds[0] ?? '' }
  const view = await done(linli, 'cadre', 'getSession', at)
  const [seats, posts] = view.slots.map((slot) => slot.id)
  await resident('reader')
  await done(linli, 'reader', 'bookSlot', { communityId, slotId: posts, party: [{ kind: 'self' }] })
  for (const who of FAMILIES) {
    await resident(who)
    const child = { communityId, nickname: `${who}的孩子`, ageBand: '3-6', consentVersion: CONSENT_VERSION }
    const { childId } = await done(linli, who, 'addChild', child)
    await done(linli, who, 'bookSlot', { communityId, slotId: seats, party: [{ kind: 'child', childId }] })
  }
  linli.clock.now = SATURDAY + HOUR
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  expect(await brokenInvariants(linli.database)).toEqual([])
  await linli.close()
})

const thankedBy = (families: string[]) =>
  Promise.all(families.map((who) => call(linli, who, 'thankHelpers', at)))
const received = async () => (await done(linli, 'reader', 'getSession', at)).thanks?.received
const told = async () => {
  const { notices } = await done(linli, 'reader', 'listNotices', { communityId: at.communityId })
  return notices.filter((it) => it.kind === 'thanked').length
}

it('families who thank at once are all counted, and who helped is told once', async () => {
  expect((await thankedBy(FAMILIES)).every((answer) => answer.ok)).toBe(true)
  expect([await received(), await told()]).toEqual([FAMILIES.length, 1])
})

it('a family that taps on two phones, each with a request of its own, has thanked once', async () => {
  const answers = await thankedBy(['lin', 'lin', 'lin', 'chen', 'lin'])
  expect(answers.every((answer) => answer.ok)).toBe(true)
  expect([await received(), await told()]).toEqual([2, 1])
})

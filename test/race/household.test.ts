import { CONSENT_VERSION } from '@/domain/child'
import { pictureBookClass, seat } from '../cloud/calls'
import {
  call,
  deploy,
  done,
  reasonOf,
  settle,
  type Neighbourhood,
  type TestDeployment,
} from '../cloud/deployment'
import { brokenInvariants } from '../invariants'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')

let linli: TestDeployment
let community: Neighbourhood
let communityId: string

beforeEach(async () => {
  linli = await deploy(MONDAY, 16)
  community = await settle(linli)
  communityId = community.communityId
  await community.resident('mother')
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  expect(await brokenInvariants(linli.database)).toEqual([])
  await linli.close()
})

const ROUNDS = 8
const invite = async () =>
  (await done(linli, 'mother', 'inviteToHousehold', { communityId, role: 'guardian' })).invitationId
const accept = (who: string, invitationId: string) =>
  call(linli, who, 'acceptInvitation', { communityId, invitationId })
const members = async () => (await done(linli, 'mother', 'getHousehold', { communityId })).members

it('of twenty who open one link at once exactly one has it', async () => {
  const guests = Array.from({ length: 20 }, (_, index) => `guest-${index}`)
  for (const guest of guests) await community.resident(guest)
  const link = await invite()
  // All connections are open before the first of them is in.
  const look = (guest: string) => done(linli, guest, 'getInvitation', { communityId, invitationId: link })
  await Promise.all(guests.map(look))
  const answers = await Promise.all(guests.map((guest) => accept(guest, link)))
  expect(answers.filter((it) => it.ok)).toHaveLength(1)
  for (const answer of answers)
    if (!answer.ok) expect(reasonOf(answer)).toEqual({ reason: 'invitation_used' })
})

it('gives the last guardian’s place to one of two who are confirmed at once', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const guests = [`a${round}`, `b${round}`]
    const joining = []
    for (const guest of guests) {
      const residentId = await community.resident(guest)
      const invitationId = await invite()
      expect(await accept(guest, invitationId)).toMatchObject({ ok: true })
      joining.push({ communityId, invitationId, residentId })
    }
    const answers = await Promise.all(joining.map((it) => call(linli, 'mother', 'confirmJoining', it)))
    expect(answers.filter((it) => it.ok)).toHaveLength(1)
    for (const answer of answers) if (!answer.ok) expect(reasonOf(answer).reason).toBe('role_full')
    expect((await members()).filter((it) => it.guardian)).toHaveLength(2)
    const quickest = guests.find((_, index) => answers[index]?.ok) ?? ''
    const late = joining.find((_, index) => !answers[index]?.ok)
    await done(linli, quickest, 'leaveHousehold', { communityId, dryRun: false })
    await done(linli, 'mother', 'withdrawInvitation', { communityId, invitationId: late?.invitationId })
  }
})

it('confirms the same person once, however often it is tapped', async () => {
  const residentId = await community.resident('father')
  const invitationId = await invite()
  await accept('father', invitationId)
  const tap = () => call(linli, 'mother', 'confirmJoining', { communityId, invitationId, residentId })
  const answers = await Promise.all(Array.from({ length: 8 }, tap))
  expect(answers.filter((it) => it.ok)).toHaveLength(1)
  for (const answer of answers) if (!answer.ok) expect(reasonOf(answer)).toEqual({ reason: 'already_joined' })
  expect(await members()).toHaveLength(2)
})

it('takes back, accepts and confirms at once without anybody being in twice, or in after it was taken back', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const guest = `guest-${round}`
    const residentId = await community.resident(guest)
    const invitationId = await invite()
    await accept(guest, invitationId)
    const [confirmed, withdrawn] = await Promise.all([
      call(linli, 'mother', 'confirmJoining', { communityId, invitationId, residentId }),
      call(linli, guest, 'withdrawInvitation', { communityId, invitationId }),
    ])
    expect([confirmed.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1)
    expect(await members()).toHaveLength(confirmed.ok ? 2 : 1)
    if (confirmed.ok) await done(linli, guest, 'leaveHousehold', { communityId, dryRun: false })
  }
})

it('books for a child and takes its consent back at once, and no place is left', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const draft = pictureBookClass(communityId, SATURDAY + round * 7_200_000, [seat()])
    const { sessionIds } = await done(linli, 'cadre', 'publishCall', draft)
    const view = await done(linli, 'cadre', 'getSession', { communityId, sessionId: sessionIds[0] })
    const child = { communityId, nickname: '小满', ageBand: '3-6', consentVersion: CONSENT_VERSION }
    const { childId } = await done(linli, 'mother', 'addChild', child)
    const party = [{ kind: 'child', childId }]
    await Promise.all([
      call(linli, 'mother', 'bookSlot', { communityId, slotId: view.slots[0]?.id, party }),
      done(linli, 'mother', 'withdrawConsent', { communityId, childId, dryRun: false }),
    ])
    const held = await linli.database.transaction((tx) =>
      tx.query('SELECT booking_id FROM place WHERE attendee_id = $1 AND cancelled_at IS NULL', [childId]),
    )
    expect(held).toEqual([])
  }
})

it('moves out and closes the other’s books at once without a lock that waits for itself', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const guest = `guest-${round}`
    const residentId = await community.resident(guest)
    const invitationId = await invite()
    await accept(guest, invitationId)
    await done(linli, 'mother', 'confirmJoining', { communityId, invitationId, residentId })
    const draft = pictureBookClass(communityId, SATURDAY + round * 7_200_000, [seat({ ageBand: null })])
    const { sessionIds } = await done(linli, 'cadre', 'publishCall', draft)
    const view = await done(linli, 'cadre', 'getSession', { communityId, sessionId: sessionIds[0] })
    const slot = { communityId, slotId: view.slots[0]?.id, party: [{ kind: 'self' }] }
    await done(linli, guest, 'bookSlot', slot)
    const answers = await Promise.all([
      done(linli, guest, 'leaveHousehold', { communityId, dryRun: false }),
      call(linli, 'mother', 'bookSlot', slot),
      done(linli, 'cadre', 'cancelSession', {
        ...{ communityId, sessionId: sessionIds[0], cause: 'weather', note: '', dryRun: false },
      }),
    ])
    expect(answers).toHaveLength(3)
  }
})

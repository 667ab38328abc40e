import { CONSENT_VERSION } from '@/domain/child'
import { DAY } from '@/domain/time'
import { brokenInvariants } from '../invariants'
import { pictureBookClass, post, seat, withWindow } from './calls'
import { call, deploy, done, reasonOf, settle, type Neighbourhood, type TestDeployment } from './deployment'
import { give } from './give'
import { joinBy } from './households'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
const self = { kind: 'self' }

let linli: TestDeployment
let here: Neighbourhood
let communityId: string
beforeEach(async () => {
  linli = await deploy(MONDAY)
  here = await settle(linli)
  communityId = here.communityId
  for (const who of ['mother', 'father', 'granny']) await here.resident(who)
})
afterEach(async () => {
  expect(await brokenInvariants(linli.database)).toEqual([])
  expect(linli.failures).toEqual([])
  await linli.close()
})

const leave = (who: string, dryRun = false) => done(linli, who, 'leaveHousehold', { communityId, dryRun })
const home = (who: string) => done(linli, who, 'getHousehold', { communityId })
const names = async (who: string) => (await home(who)).members.map((it) => [it.name, it.guardian])
const balance = async (who: string) => (await done(linli, who, 'getStatement', { communityId })).balance
const addChild = async (who: string, nickname: string) =>
  (
    await done(linli, who, 'addChild', {
      communityId,
      nickname,
      ageBand: '3-6',
      consentVersion: CONSENT_VERSION,
    })
  ).childId
async function slotOn(at: number, slot: object): Promise<string> {
  const draft = pictureBookClass(communityId, at, [slot])
  const { sessionIds } = await done(linli, 'cadre', 'publishCall', draft)
  const view = await done(linli, 'cadre', 'getSession', { communityId, sessionId: sessionIds[0] })
  return view.slots[0]?.id ?? ''
}
const book = (who: string, slotId: string, party: object[]) =>
  done(linli, who, 'bookSlot', { communityId, slotId, party })
const upcoming = async (who: string) =>
  (await done(linli, who, 'listMyBookings', { communityId, which: 'upcoming' })).bookings.length

it('lets a guardian go alone while the other stays with the children and the points', async () => {
  await joinBy(linli, communityId, { guardian: 'mother', guest: 'father', role: 'guardian' })
  await addChild('mother', '小满')
  await give(linli, 'mother', 30)
  expect(await leave('father')).toMatchObject({ children: [], points: 30, givenUp: [], taken: 0 })
  expect(await names('mother')).toEqual([['mother', true]])
  expect((await home('mother')).children).toHaveLength(1)
  expect(await home('father')).toMatchObject({
    children: [],
    address: null,
    confirmed: false,
    guardian: true,
  })
  expect([await balance('mother'), await balance('father')]).toEqual([30, 0])
})

it('takes the children along with the last guardian, and leaves the family to answer for themselves', async () => {
  const childId = await addChild('mother', '小满')
  await joinBy(linli, communityId, { guardian: 'mother', guest: 'granny', role: 'family' })
  expect((await leave('mother', true)).children).toEqual([childId])
  expect(await names('mother')).toHaveLength(2)
  await leave('mother')
  // Answers are kept for a week, and no child's name is in one.
  const kept = await linli.database.transaction((tx) =>
    tx.query("SELECT 1 FROM answer WHERE data LIKE '%小满%'"),
  )
  expect(kept).toEqual([])
  expect((await home('mother')).children.map((it) => it.nickname)).toEqual(['小满'])
  expect(await names('granny')).toEqual([['granny', true]])
  expect((await home('granny')).children).toEqual([])
})

it('takes own bookings along, and gives back what the household paid for or others share', async () => {
  const childId = await addChild('mother', '小满')
  await joinBy(linli, communityId, { guardian: 'mother', guest: 'father', role: 'guardian' })
  await give(linli, 'mother', 30)
  linli.clock.now += 31 * DAY
  const later = SATURDAY + 35 * DAY
  const own = await slotOn(later, post())
  const paid = await slotOn(later + DAY, seat({ ...withWindow(linli.clock.now), ageBand: null }))
  const shared = await slotOn(later + 2 * DAY, seat({ ageBand: null }))
  const full = await slotOn(later + 3 * DAY, post({ capacity: 1 }))
  await book('granny', full, [self])
  await book('father', own, [self])
  await book('father', paid, [self])
  await book('father', shared, [self, { kind: 'child', childId }])
  await done(linli, 'father', 'joinWaitlist', { communityId, slotId: full, party: [self], usePoints: false })
  const told = await leave('father', true)
  expect(told).toMatchObject({ taken: 2, points: 20 })
  expect(told.givenUp.map((it) => [it.startsAt, it.points])).toEqual([
    [later + DAY, 10],
    [later + 2 * DAY, 0],
  ])
  expect(await leave('father')).toEqual(told)
  // The points went back to whose they were.
  expect([await balance('mother'), await balance('father')]).toEqual([30, 0])
  expect([await upcoming('mother'), await upcoming('father')]).toEqual([1, 1])
  const { waitlists } = await done(linli, 'father', 'listMyBookings', { communityId, which: 'upcoming' })
  expect(waitlists).toHaveLength(1)
})

it('says to who lives alone that a new address is enough', async () => {
  const answer = await call(linli, 'mother', 'leaveHousehold', { communityId, dryRun: true })
  expect(reasonOf(answer)).toEqual({ reason: 'lives_alone' })
})

it('ends the invitations of who has left', async () => {
  await joinBy(linli, communityId, { guardian: 'mother', guest: 'father', role: 'guardian' })
  const { invitationId } = await done(linli, 'father', 'inviteToHousehold', { communityId, role: 'family' })
  await leave('father')
  const accepted = await call(linli, 'granny', 'acceptInvitation', { communityId, invitationId })
  expect(reasonOf(accepted)).toEqual({ reason: 'invitation_withdrawn' })
})

it('moves the whole household by its address, with a cadre to look again', async () => {
  const door = { communityId, gridId: here.gridId, building: '2号楼' }
  await done(linli, 'mother', 'setAddress', { ...door, door: '501' })
  expect((await home('mother')).confirmed).toBe(true)
  await done(linli, 'mother', 'setAddress', { ...door, door: '601' })
  expect((await home('mother')).confirmed).toBe(false)
})

import { DAY } from '@/domain/time'
import { brokenInvariants } from '../invariants'
import { pictureBookClass, post } from './calls'
import { call, deploy, done, reasonOf, settle, type Neighbourhood, type TestDeployment } from './deployment'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')

let linli: TestDeployment
let here: Neighbourhood
let communityId: string
let entered: string
let slotId: string | undefined
beforeEach(async () => {
  linli = await deploy(MONDAY)
  here = await settle(linli)
  communityId = here.communityId
  await here.resident('admin', { role: 'admin' })
  const draft = pictureBookClass(communityId, SATURDAY, [post({ capacity: 3 })])
  const sessionId = (await done(linli, 'cadre', 'publishCall', draft)).sessionIds[0]
  slotId = (await done(linli, 'cadre', 'getSession', { communityId, sessionId })).slots[0]?.id
  const who = { communityId, name: '何秀英', gridId: here.gridId, building: '3栋' }
  entered = (await done(linli, 'cadre', 'registerResident', who)).residentId
  await done(linli, 'cadre', 'bookFor', { communityId, slotId, residentIds: [entered] })
})
afterEach(async () => {
  expect(await brokenInvariants(linli.database)).toEqual([])
  expect(linli.failures).toEqual([])
  await linli.close()
})

async function arrive(openId = 'phone', name = '何秀英'): Promise<string> {
  const { residentId } = await done(linli, openId, 'joinCommunity', { communityId, name })
  await done(linli, openId, 'setAddress', { communityId, gridId: here.gridId, building: '3栋', door: '101' })
  return residentId
}
const merge = (keep: string, drop: string) =>
  call(linli, 'admin', 'mergeResidents', { communityId, keep, drop })
const doublesSeen = async () =>
  (await done(linli, 'cadre', 'listUnconfirmed', { communityId })).doors
    .flatMap((door) => door.households)
    .flatMap((household) => household.residents.map((it) => it.double))

it('gives the phone to whom a cadre entered by name, with all they have booked', async () => {
  const phone = await arrive()
  await done(linli, 'phone', 'claimSkill', { communityId, skill: 'tailoring' })
  expect(await doublesSeen()).toEqual([entered])
  expect(await merge(entered, phone)).toMatchObject({ ok: true })
  const { memberships } = await done(linli, 'phone', 'whoAmI', {})
  expect(memberships).toMatchObject([{ residentId: entered, name: '何秀英', confirmed: true }])
  const { bookings } = await done(linli, 'phone', 'listMyBookings', { communityId, which: 'upcoming' })
  expect(bookings).toHaveLength(1)
  const { skills, address } = await done(linli, 'phone', 'getHousehold', { communityId })
  expect(skills).toEqual([{ skill: 'tailoring', confirmed: false }])
  expect(address?.building).toBe('3栋')
  const { matches } = await done(linli, 'cadre', 'findResidents', { communityId, names: ['何秀英'] })
  expect(matches[0]).toHaveLength(1)
  expect(reasonOf(await merge(entered, phone))).toEqual({ reason: 'no_double' })
})

it('merges nobody of another name, and nobody who has a phone', async () => {
  const other = await arrive('other', '何秀')
  expect(await doublesSeen()).toEqual([null])
  expect(reasonOf(await merge(entered, other))).toEqual({ reason: 'no_double' })
  const phone = await arrive()
  expect(reasonOf(await merge(phone, entered))).toEqual({ reason: 'no_double' })
})

it('leaves nothing behind that the phone has taken part in', async () => {
  const phone = await arrive()
  linli.clock.now = MONDAY + DAY
  await done(linli, 'phone', 'bookSlot', { communityId, slotId, party: [{ kind: 'self' }] })
  expect(reasonOf(await merge(entered, phone))).toEqual({ reason: 'double_took_part' })
})

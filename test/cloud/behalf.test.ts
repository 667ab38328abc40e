import { tick } from '@/cloud/tick'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import { brokenInvariants } from '../invariants'
import { pictureBookClass, post, seat } from './calls'
import { call, deploy, done, reasonOf, settle, type Neighbourhood, type TestDeployment } from './deployment'

const NOW = Date.UTC(2026, 10, 25, 2)
const SATURDAY = NOW + 3 * DAY

let linli: TestDeployment
let community: Neighbourhood
let communityId: string
let slotId: string
let sessionId: string

async function publish(slots: object[], at = SATURDAY): Promise<string[]> {
  const published = await done(linli, 'cadre', 'publishCall', pictureBookClass(communityId, at, slots))
  sessionId = published.sessionIds[0] ?? ''
  const view = await done(linli, 'cadre', 'getSession', { communityId, sessionId })
  return view.slots.map((slot) => slot.id)
}

beforeEach(async () => {
  linli = await deploy(NOW)
  community = await settle(linli)
  communityId = community.communityId
  slotId = (await publish([post({ capacity: 2 })]))[0] ?? ''
})
afterEach(async () => {
  expect(await brokenInvariants(linli.database)).toEqual([])
  expect(linli.failures).toEqual([])
  await linli.close()
})

const register = async (name: string, building = '3号楼') =>
  (await done(linli, 'cadre', 'registerResident', { communityId, name, gridId: community.gridId, building }))
    .residentId
const bookFor = (residentIds: string[], more: object = {}) =>
  done(linli, 'cadre', 'bookFor', { communityId, slotId, residentIds, ...more })
const inbox = async (who: string) =>
  (await done(linli, who, 'listNotices', { communityId })).notices.map((it) => it.kind)
const audited = (action: string) =>
  linli.database.transaction((tx) =>
    tx.query<{ subject: string; session: string | null; why: string | null }>(
      `SELECT subject_id AS subject, session_id AS session, why FROM audit_entry
       WHERE community_id = $1 AND action = $2 ORDER BY subject_id`,
      [communityId, action],
    ),
  )
const held = async () =>
  (await done(linli, 'cadre', 'getSession', { communityId, sessionId })).slots.map((slot) => slot.places.held)

describe('somebody without a phone', () => {
  it('is entered by name, found by it, and booked for; it is written down who did it', async () => {
    const residentId = await register('何秀英')
    const { matches } = await done(linli, 'cadre', 'findResidents', {
      communityId,
      names: ['何秀英', '没有'],
    })
    expect(matches).toEqual([
      [{ residentId, name: '何秀英', gridName: '第一网格', building: '3号楼', withoutPhone: true }],
      [],
    ])
    const { results } = await bookFor([residentId])
    expect(results).toMatchObject([{ residentId, refusal: null }])
    expect(results[0]?.bookingId).not.toBeNull()
    expect(await held()).toEqual([1])
    expect(await audited('registerResident')).toMatchObject([{ subject: residentId }])
    expect(await audited('bookFor')).toMatchObject([{ subject: residentId, session: sessionId }])
  })

  it('can be nobody’s identity, whatever a phone calls itself', async () => {
    await register('何秀英')
    const [row] = await linli.database.transaction((tx) =>
      tx.query<{ openId: string }>(
        `SELECT open_id AS "openId" FROM resident WHERE community_id = $1 AND without_phone`,
        [communityId],
      ),
    )
    expect(row?.openId).toMatch(/^without-phone:/)
    // An open id of the platform has no colon.
    expect(row?.openId).not.toMatch(/^[\w-]+$/)
  })

  it('is checked in by hand, and has the hours and the points', async () => {
    const residentId = await register('何秀英')
    await bookFor([residentId])
    linli.clock.now = SATURDAY
    const mark = { communityId, sessionId, attendeeId: residentId, why: '没带手机' }
    await done(linli, 'cadre', 'markPresent', mark)
    linli.clock.now = SATURDAY + HOUR
    const closed = { communityId, sessionId, headCount: 1, absent: [] }
    expect(await done(linli, 'cadre', 'confirmSession', closed)).toMatchObject({ present: 1, points: 10 })
  })
})

describe('booking for residents', () => {
  it('goes by the same rules, each with its own reason, and only tries where it is asked to', async () => {
    const [first, second, third] = [await register('一一'), await register('二二'), await register('三三')]
    const tried = await bookFor([first, second, third], { dryRun: true })
    expect(tried.results.map((it) => it.refusal?.reason ?? null)).toEqual([null, null, 'slot_full'])
    expect(await held()).toEqual([0])
    expect(await audited('bookFor')).toEqual([])

    const { results } = await bookFor([first, second, third, first])
    expect(results.map((it) => it.refusal?.reason ?? 'booked')).toEqual(['booked', 'booked', 'slot_full'])
    expect(await held()).toEqual([2])
    const again = await bookFor([first])
    expect(again.results).toMatchObject([{ bookingId: null, refusal: { reason: 'already_booked' } }])
  })

  it('asks for skill and age as of anybody', async () => {
    const [skilled = '', child = ''] = await publish(
      [post({ skill: 'mediation' }), seat({ ageBand: '3-6' })],
      SATURDAY + DAY,
    )
    const residentId = await register('何秀英')
    const reasons = []
    for (const slot of [skilled, child])
      reasons.push((await bookFor([residentId], { slotId: slot })).results[0]?.refusal?.reason)
    expect(reasons).toEqual(['skill_missing', 'age_not_fit'])
  })

  it('tells who has a phone, and not who has none', async () => {
    const neighbour = await community.resident('neighbour')
    await bookFor([neighbour])
    expect(await inbox('neighbour')).toEqual(['booked_for_you'])
  })

  it('gives the last places once, however many cadres book at once', async () => {
    await community.resident('cadre-2', { role: 'cadre' })
    const people: string[] = []
    for (let each = 0; each < 8; each += 1) people.push(await register(`邻居${each}`))
    const results = await Promise.all(
      people.map((id, at) =>
        done(linli, at % 2 ? 'cadre' : 'cadre-2', 'bookFor', { communityId, slotId, residentIds: [id] }),
      ),
    )
    expect(results.filter((it) => it.results[0]?.bookingId).length).toBe(2)
  })

  it('puts who finds no place on the waitlist, and the next free place goes to them', async () => {
    const [one, two, three] = [await register('一一'), await register('二二'), await register('三三')]
    const { results } = await bookFor([one, two])
    await done(linli, 'cadre', 'waitFor', { communityId, slotId, residentId: three })
    const twice = await call(linli, 'cadre', 'waitFor', { communityId, slotId, residentId: three })
    expect(reasonOf(twice)).toEqual({ reason: 'already_waiting' })
    const bookingId = results[0]?.bookingId ?? ''
    expect(
      await done(linli, 'cadre', 'cancelFor', { communityId, bookingId, why: '打电话来说不来' }),
    ).toEqual({
      returned: 0,
      late: false,
      passedOn: true,
    })
    expect(await audited('cancelFor')).toEqual([{ subject: one, session: sessionId, why: '打电话来说不来' }])
    await tick(linli, NOW + MINUTE)
    const again = await bookFor([three], { dryRun: true })
    expect(again.results[0]?.refusal?.reason).toBe('already_booked')
  })

  it('is for cadres, and for residents of their own community', async () => {
    const residentId = await register('何秀英')
    const neighbour = await community.resident('neighbour')
    const forbidden = await call(linli, 'neighbour', 'bookFor', {
      communityId,
      slotId,
      residentIds: [residentId],
    })
    expect(forbidden).toMatchObject({ error: { code: 'forbidden' } })
    const there = await settle(linli, '别处')
    const stranger = { communityId: there.communityId, slotId, residentIds: [neighbour] }
    expect(await call(linli, 'cadre', 'bookFor', stranger)).toMatchObject({ error: { code: 'not_found' } })
  })

  it('takes no request without people, and none with a crowd', async () => {
    for (const residentIds of [[], Array.from({ length: 101 }, () => 'zzzzzzzzzzzz')]) {
      const bad = await call(linli, 'cadre', 'bookFor', { communityId, slotId, residentIds })
      expect(bad).toMatchObject({ error: { code: 'bad_input' } })
    }
  })
})

it('finds people by a part of the name, the closest first, at most ten', async () => {
  for (let each = 0; each < 12; each += 1) await register(`李静${each}`)
  await register('李静')
  const part = { communityId, names: ['李静'], part: true }
  const [found = []] = (await done(linli, 'cadre', 'findResidents', part)).matches
  expect(found).toHaveLength(10)
  expect(found[0]?.name).toBe('李静')
  const odd = { communityId, names: ['%', '_'], part: true }
  expect((await done(linli, 'cadre', 'findResidents', odd)).matches).toEqual([[], []])
})

it('counts who came unregistered while the books are open, and gives them nothing', async () => {
  const walkIns = (count: number) => call(linli, 'cadre', 'recordWalkIns', { communityId, sessionId, count })
  expect(reasonOf(await walkIns(3))).toMatchObject({ reason: 'check_in_not_open' })
  linli.clock.now = SATURDAY
  expect(await walkIns(3)).toMatchObject({ data: { walkIns: 3 } })
  expect(await walkIns(-1)).toMatchObject({ error: { code: 'bad_input' } })
  linli.clock.now = SATURDAY + HOUR
  const closed = { communityId, sessionId, headCount: 3, absent: [] }
  expect(await done(linli, 'cadre', 'confirmSession', closed)).toMatchObject({ present: 0, points: 0 })
  expect(reasonOf(await walkIns(4))).toMatchObject({ reason: 'check_in_not_open' })
})

import { tick } from '@/cloud/tick'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import { pictureBookClass, post, seat } from './calls'
import { call, deploy, done, reasonOf, settle, type Neighbourhood, type TestDeployment } from './deployment'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
const WINDOW = MONDAY + DAY
const OPENS = MONDAY + 2 * DAY
const self = [{ kind: 'self' }]
const iso = (at: number) => new Date(at).toISOString()
const windowed = {
  ...{ ageBand: null, price: 10, priorityOpensAt: iso(WINDOW), opensAt: iso(OPENS) },
  newcomersFirst: true,
}

let linli: TestDeployment
let community: Neighbourhood
let communityId: string
let sessionId: string
beforeEach(async () => {
  linli = await deploy(MONDAY, 16)
  community = await settle(linli)
  communityId = community.communityId
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

async function publish(slot: object, startsAt = SATURDAY): Promise<string> {
  const call_ = pictureBookClass(communityId, startsAt, [slot])
  sessionId = (await done(linli, 'cadre', 'publishCall', call_)).sessionIds[0] ?? ''
  return (await done(linli, 'cadre', 'getSession', { communityId, sessionId })).slots[0]?.id ?? ''
}
const remind = (who: string, slotId: string, requestId?: string) =>
  call(linli, who, 'remindMe', { communityId, slotId, party: self }, requestId)
const withdraw = (who: string, slotId: string) => call(linli, who, 'cancelReminder', { communityId, slotId })
async function tickAt(now: number): Promise<void> {
  linli.clock.now = now
  await tick(linli, now)
}
/** When each notice of an opening says that it opens. */
async function toldTo(who: string): Promise<(number | null)[]> {
  const { notices } = await done(linli, who, 'listNotices', { communityId })
  return notices.filter((it) => it.kind === 'opening_soon').map((it) => it.until)
}
const reminderOf = async (who: string) =>
  (await done(linli, who, 'getSession', { communityId, sessionId })).slots[0]?.reminder
const cancelSession = () =>
  linli.database.transaction((tx) =>
    tx.query('UPDATE session SET cancelled_at = $2 WHERE community_id = $1', [communityId, MONDAY]),
  )

it('comes ten minutes before general opening, once, however often it was asked for', async () => {
  await community.resident('wang')
  const slotId = await publish(seat(windowed))
  for (let time = 0; time < 2; time += 1) {
    expect(await remind('wang', slotId)).toMatchObject({ ok: true, data: { remindAt: OPENS - 10 * MINUTE } })
  }
  expect(await reminderOf('wang')).toEqual({ at: OPENS })
  await tickAt(OPENS - 10 * MINUTE - 1)
  expect(await toldTo('wang')).toEqual([])
  await tickAt(OPENS - 10 * MINUTE)
  await tickAt(OPENS - 9 * MINUTE)
  expect(await toldTo('wang')).toEqual([OPENS])
  expect(await reminderOf('wang')).toBeNull()
})

it('joins a visitor, who has it from then on', async () => {
  const slotId = await publish(seat({ ...windowed, newcomersFirst: false }))
  const answer = await remind('stranger', slotId)
  expect(answer).toMatchObject({ ok: true, data: { session: { member: { confirmed: false } } } })
  await tickAt(OPENS - 10 * MINUTE)
  expect(await toldTo('stranger')).toEqual([OPENS])
})

it('is for the window when the points are there, and can be renewed for what opens next', async () => {
  await community.resident('wang')
  await earnTen('wang')
  const opensAt = linli.clock.now + 3 * DAY
  const slot = { ...windowed, priorityOpensAt: iso(opensAt - DAY), opensAt: iso(opensAt) }
  const slotId = await publish(seat(slot), opensAt + 5 * DAY)
  expect(await remind('wang', slotId)).toMatchObject({ ok: true })
  expect(await reminderOf('wang')).toEqual({ at: opensAt - DAY })
  await tickAt(opensAt - DAY - 5 * MINUTE)
  expect(await toldTo('wang')).toEqual([opensAt - DAY])
})

it('waits for the end of the newcomers’ part for a household that was here lately', async () => {
  await community.resident('wang')
  const first = await publish(seat({ ageBand: null }), SATURDAY - DAY)
  await done(linli, 'wang', 'bookSlot', { communityId, slotId: first, party: self })
  const [activity] = await linli.database.transaction((tx) =>
    tx.query<{ id: string }>('SELECT id FROM activity WHERE community_id = $1', [communityId]),
  )
  const slotId = await publish(seat(windowed))
  await linli.database.transaction((tx) =>
    tx.query('UPDATE session SET activity_id = $2 WHERE community_id = $1', [
      communityId,
      activity?.id ?? '',
    ]),
  )
  expect(await remind('wang', slotId)).toMatchObject({
    ok: true,
    data: { remindAt: OPENS + 2 * HOUR - 10 * MINUTE },
  })
  await tickAt(OPENS)
  expect(await toldTo('wang')).toEqual([])
  await tickAt(OPENS + 2 * HOUR - MINUTE)
  expect(await toldTo('wang')).toEqual([OPENS + 2 * HOUR])
})

it('follows the slot when its opening is moved', async () => {
  await community.resident('wang')
  const slotId = await publish(seat(windowed))
  await remind('wang', slotId)
  await linli.database.transaction((tx) =>
    tx.query('UPDATE slot SET opens_at = $2 WHERE community_id = $1', [communityId, OPENS + DAY]),
  )
  expect(await reminderOf('wang')).toEqual({ at: OPENS + DAY })
  await tickAt(OPENS)
  expect(await toldTo('wang')).toEqual([])
  await tickAt(OPENS + DAY - MINUTE)
  expect(await toldTo('wang')).toEqual([OPENS + DAY])
})

describe('is not promised', () => {
  it('in the last ten minutes, which are told in words at once', async () => {
    await community.resident('wang')
    const slotId = await publish(seat(windowed))
    linli.clock.now = OPENS - 10 * MINUTE
    expect(reasonOf(await remind('wang', slotId))).toEqual({ reason: 'opens_soon', opensAt: OPENS })
    linli.clock.now = OPENS - 10 * MINUTE - 1
    expect(await remind('wang', slotId)).toMatchObject({ ok: true })
  })

  it('of what is open already, nor of what no time will open', async () => {
    await community.resident('wang')
    const open = await publish(post())
    expect(reasonOf(await remind('wang', open)).reason).toBe('open_already')
    const skilled = await publish(post({ skill: 'haircut', opensAt: iso(OPENS) }))
    expect(reasonOf(await remind('wang', skilled)).reason).toBe('skill_missing')
    expect(await remind('visitor', skilled)).toMatchObject({ ok: false })
    expect(await call(linli, 'visitor', 'listNotices', { communityId })).toMatchObject({
      error: { code: 'forbidden' },
    })
  })
})

describe('is not told', () => {
  let slotId: string
  beforeEach(async () => {
    await community.resident('wang')
    slotId = await publish(seat(windowed))
    await remind('wang', slotId)
  })

  it('once it is withdrawn, which can be done once', async () => {
    expect(await withdraw('wang', slotId)).toMatchObject({ ok: true })
    expect(reasonOf(await withdraw('wang', slotId)).reason).toBe('already_ended')
    expect(await reminderOf('wang')).toBeNull()
    await tickAt(OPENS - MINUTE)
    expect(await toldTo('wang')).toEqual([])
  })

  it('of a session that was cancelled', async () => {
    await cancelSession()
    await tickAt(OPENS - MINUTE)
    expect(await toldTo('wang')).toEqual([])
  })

  it('to who has taken a place meanwhile', async () => {
    await linli.database.transaction((tx) =>
      tx.query('UPDATE slot SET opens_at = $2, newcomers_until = NULL WHERE community_id = $1', [
        communityId,
        MONDAY,
      ]),
    )
    linli.clock.now = MONDAY + 1
    await done(linli, 'wang', 'bookSlot', { communityId, slotId, party: self })
    await linli.database.transaction((tx) =>
      tx.query('UPDATE slot SET opens_at = $2 WHERE community_id = $1', [communityId, OPENS]),
    )
    await tickAt(OPENS - MINUTE)
    expect(await toldTo('wang')).toEqual([])
  })

  it('by a tick that comes ten minutes after the opening, but still by one before', async () => {
    await community.resident('li')
    const later = await publish(seat({ ...windowed, opensAt: iso(OPENS + MINUTE) }))
    await remind('li', later)
    await tickAt(OPENS + 10 * MINUTE)
    expect(await toldTo('wang')).toEqual([])
    expect(await toldTo('li')).toEqual([OPENS + MINUTE])
  })
})

it('is told once each to two hundred by eight ticks at the same moment', async () => {
  const slotId = await publish(seat(windowed))
  const names = Array.from({ length: 200 }, (_, index) => `neighbour-${index}`)
  for (const name of names) await community.resident(name)
  await Promise.all(names.map((name) => remind(name, slotId)))
  linli.clock.now = OPENS - MINUTE
  await Promise.all(Array.from({ length: 8 }, () => tick(linli, linli.clock.now)))
  const told = await linli.database.transaction((tx) =>
    tx.query<{ notices: number; residents: number }>(
      "SELECT count(*) AS notices, count(DISTINCT resident_id) AS residents FROM notice WHERE kind = 'opening_soon'",
    ),
  )
  expect(told).toEqual([{ notices: 200, residents: 200 }])
})

async function earnTen(who: string): Promise<void> {
  const startsAt = linli.clock.now + 30 * HOUR
  const slotId = await publish(post(), startsAt)
  await done(linli, who, 'bookSlot', { communityId, slotId, party: self })
  linli.clock.now = startsAt
  const { code } = await done(linli, 'cadre', 'getCheckInCode', { communityId, sessionId })
  await done(linli, who, 'checkIn', { communityId, sessionId, code })
  linli.clock.now = startsAt + HOUR
  await done(linli, 'cadre', 'confirmSession', { communityId, sessionId, headCount: 1, absent: [] })
}

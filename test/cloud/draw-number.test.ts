import { checkRecord, type DrawRecord } from '@/domain/draw-record'
import { DAY, HOUR } from '@/domain/time'
import { drawByHand } from '../draw-by-hand'
import { brokenInvariants } from '../invariants'
import { seat, withWindow } from './calls'
import { done, reasonOf } from './deployment'
import { drawn, FRIDAY, neighbours, scene, self, SUNDAY, type Scene } from './draws'

let neighbourhood: Scene
beforeEach(async () => {
  neighbourhood = await scene()
})
afterEach(async () => {
  expect(neighbourhood.linli.failures).toEqual([])
  expect(await brokenInvariants(neighbourhood.linli.database)).toEqual([])
  await neighbourhood.linli.close()
})

const names = neighbours(6)
const withNumber = (change: object = {}) => drawn({ publicNumber: true, ...change })
const enter = (slotId: string, number: string, who?: string) =>
  neighbourhood.enter(slotId, number, who) as Promise<Parameters<typeof reasonOf>[0]>

async function frozen(change: object = {}) {
  for (const name of names) await neighbourhood.community.resident(name)
  const made = await neighbourhood.publish([withNumber(change)])
  for (const name of names) expect(await neighbourhood.apply(name, made.slotId)).toMatchObject({ ok: true })
  await neighbourhood.tickAt(FRIDAY)
  return made
}

describe('a draw with a public number', () => {
  it('publishes the list first, and neither the seed nor a place before the number is there', async () => {
    const { sessionId, slotId } = await frozen()
    await neighbourhood.tickAt(FRIDAY + HOUR)
    const record = await neighbourhood.record(slotId)
    expect(record).toMatchObject({ frozenAt: FRIDAY, drawnAt: null, seed: null, publicNumber: null })
    expect(record.listHash).toMatch(/^[0-9a-f]{64}$/)
    expect(record.applications).toHaveLength(6)
    expect((await neighbourhood.slotOf(names[0]!, sessionId)).places.held).toBe(0)
    expect(reasonOf(await neighbourhood.apply('latecomer', slotId)).reason).toBe('draw_closed')
  })

  it('is run with the number a cadre enters, which is in the record and in the audit log', async () => {
    const { sessionId, slotId } = await frozen()
    const before = await neighbourhood.record(slotId)
    neighbourhood.linli.clock.now = FRIDAY + 2 * HOUR
    expect(await enter(slotId, '042')).toMatchObject({ ok: true, data: { drawnAt: FRIDAY + 2 * HOUR } })
    const record = (await neighbourhood.record(slotId)) as DrawRecord
    expect(record).toMatchObject({
      publicNumber: '042',
      listHash: before.listHash,
      seedHash: before.seedHash,
    })
    expect(checkRecord(record)).toEqual({ seed: true, list: true, result: true })
    const won = record.applications.filter((it) => it.won !== null).map((it) => it.id)
    const byHand = drawByHand(JSON.stringify(record))
    expect(byHand.winners.map((it) => it.id).sort()).toEqual(won)
    expect((await neighbourhood.slotOf(names[0]!, sessionId)).places).toMatchObject({ held: 3, waitlist: 3 })
    const audit = await neighbourhood.linli.database.transaction((tx) =>
      tx.query("SELECT why FROM audit_entry WHERE action = 'enterDrawNumber' AND subject_id = $1", [slotId]),
    )
    expect(audit).toEqual([{ why: '042' }])
  })

  it('takes a number once, after the freezing, and before the session begins', async () => {
    for (const name of names) await neighbourhood.community.resident(name)
    const { slotId } = await neighbourhood.publish([withNumber()])
    expect(reasonOf(await enter(slotId, '042'))).toEqual({ reason: 'list_not_frozen', drawAt: FRIDAY })
    neighbourhood.linli.clock.now = FRIDAY + HOUR
    expect(reasonOf(await enter(slotId, '042')).reason).toBe('list_not_frozen')
    await neighbourhood.tickAt(FRIDAY + HOUR)
    expect(await enter(slotId, '042')).toMatchObject({ ok: true })
    expect(reasonOf(await enter(slotId, '043')).reason).toBe('number_not_wanted')
    const second = await neighbourhood.publish([
      withNumber({ drawAt: new Date(SUNDAY - HOUR).toISOString() }),
    ])
    await neighbourhood.tickAt(SUNDAY - HOUR)
    neighbourhood.linli.clock.now = SUNDAY
    expect(reasonOf(await enter(second.slotId, '042')).reason).toBe('session_started')
  })

  it('reminds who published it once, half-way to the time by which it is needed', async () => {
    await frozen()
    const asked = async () => {
      const { communityId } = neighbourhood.community
      const { notices } = await done(neighbourhood.linli, 'chief', 'listNotices', { communityId })
      return notices.map(({ kind, until }) => [kind, until])
    }
    await neighbourhood.tickAt(FRIDAY + 12 * HOUR - 1)
    expect(await asked()).toEqual([])
    await neighbourhood.tickAt(FRIDAY + 12 * HOUR)
    await neighbourhood.tickAt(FRIDAY + 13 * HOUR)
    expect(await asked()).toEqual([['draw_number_due', FRIDAY + DAY]])
  })

  it('is run without a number a day later, says so in its record, and can be repeated all the same', async () => {
    const { sessionId, slotId } = await frozen()
    await neighbourhood.tickAt(FRIDAY + DAY - 1)
    expect((await neighbourhood.slotOf(names[0]!, sessionId)).places.held).toBe(0)
    neighbourhood.linli.clock.now = FRIDAY + DAY
    expect(reasonOf(await enter(slotId, '042'))).toEqual({ reason: 'number_too_late', until: FRIDAY + DAY })
    await neighbourhood.tickAt(FRIDAY + DAY)
    const record = (await neighbourhood.record(slotId)) as DrawRecord
    expect(record).toMatchObject({ wantsNumber: true, publicNumber: null, drawnAt: FRIDAY + DAY })
    expect(checkRecord(record)).toEqual({ seed: true, list: true, result: true })
    const won = record.applications.filter((it) => it.won !== null).map((it) => it.id)
    expect(
      drawByHand(JSON.stringify(record))
        .winners.map((it) => it.id)
        .sort(),
    ).toEqual(won)
    expect((await neighbourhood.slotOf(names[0]!, sessionId)).places).toMatchObject({ held: 3, waitlist: 3 })
    expect(reasonOf(await enter(slotId, '042')).reason).toBe('number_too_late')
  })

  it('is run half-way to a start that is near, so that nobody is left undrawn', async () => {
    for (const name of names) await neighbourhood.community.resident(name)
    const drawAt = new Date(SUNDAY - 2 * HOUR).toISOString()
    const { sessionId, slotId } = await neighbourhood.publish([withNumber({ drawAt })])
    for (const name of names) await neighbourhood.apply(name, slotId)
    await neighbourhood.tickAt(SUNDAY - 2 * HOUR)
    await neighbourhood.tickAt(SUNDAY - HOUR - 1)
    expect((await neighbourhood.slotOf(names[0]!, sessionId)).places.held).toBe(0)
    await neighbourhood.tickAt(SUNDAY - HOUR)
    expect((await neighbourhood.slotOf(names[0]!, sessionId)).places.held).toBe(3)
  })

  it('takes none where none was asked for, and from no resident', async () => {
    await neighbourhood.community.resident('wang')
    const plain = await neighbourhood.publish([drawn()])
    expect(reasonOf(await enter(plain.slotId, '042')).reason).toBe('number_not_wanted')
    const { slotId } = await neighbourhood.publish([withNumber()])
    await neighbourhood.tickAt(FRIDAY)
    expect(await enter(slotId, '042', 'wang')).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })

  it('passes over in the weighted part who has spent the points since, and bars from nothing else', async () => {
    for (const name of ['wang', 'li']) await neighbourhood.community.resident(name)
    await neighbourhood.earn(['wang', 'li'], 40)
    const { communityId } = neighbourhood.community
    const other = await neighbourhood.publish([seat({ ...withWindow(FRIDAY), ageBand: null })], SUNDAY + DAY)
    // One place and no newcomers' part; then four, of which one is for newcomers.
    const small = await neighbourhood.publish([withNumber({ capacity: 1 })])
    const large = await neighbourhood.publish([withNumber({ capacity: 4 })], SUNDAY + 3 * HOUR)
    for (const { slotId } of [small, large]) await neighbourhood.apply('wang', slotId, 40)
    await neighbourhood.apply('li', small.slotId)
    await neighbourhood.tickAt(FRIDAY)
    await done(neighbourhood.linli, 'wang', 'bookSlot', { communityId, slotId: other.slotId, party: self })
    for (const { slotId } of [small, large]) expect(await enter(slotId, '500')).toMatchObject({ ok: true })
    expect(await neighbourhood.slotOf('wang', small.sessionId)).toMatchObject({
      booked: [],
      draw: { own: { passedOver: 'points_missing' } },
      waitlist: { position: 1 },
    })
    expect((await neighbourhood.slotOf('li', small.sessionId)).booked).toHaveLength(1)
    const free = await neighbourhood.slotOf('wang', large.sessionId)
    expect(free).toMatchObject({ draw: { own: { won: 'newcomers', passedOver: null } } })
    expect(free.bookings[0]?.paid).toBe(0)
    for (const { slotId } of [small, large]) {
      expect(checkRecord((await neighbourhood.record(slotId)) as DrawRecord).result).toBe(true)
    }
  })
})

import type { Answer } from '@/contract/actions'
import { toWire } from '@/contract/instants'
import { checkRecord, type DrawRecord } from '@/domain/draw-record'
import { DAY, HOUR } from '@/domain/time'
import { drawByHand } from '../draw-by-hand'
import { brokenInvariants } from '../invariants'
import { pictureBookClass, seat, withWindow } from './calls'
import { call, done, reasonOf } from './deployment'
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

const names = neighbours(8)
const join = (who: string[]) => Promise.all(who.map((name) => neighbourhood.community.resident(name)))
async function applyAll(who: string[], slotId: string, points = 0): Promise<void> {
  for (const name of who) expect(await neighbourhood.apply(name, slotId, points)).toMatchObject({ ok: true })
}
const notices = async (who: string) => {
  const { communityId } = neighbourhood.community
  return (await done(neighbourhood.linli, who, 'listNotices', { communityId })).notices.map((it) => it.kind)
}

function asRecord(record: Answer<'getDrawRecord'>): DrawRecord {
  if (record.seed === null || record.listHash === null) throw new Error('not drawn yet')
  return record as DrawRecord
}

it('shows an application in the schedule until it is drawn, and what came of it afterwards', async () => {
  await neighbourhood.community.resident('wang')
  const { communityId } = neighbourhood.community
  const mine = () => done(neighbourhood.linli, 'wang', 'listMyBookings', { communityId, which: 'upcoming' })
  const { sessionId, slotId } = await neighbourhood.publish([drawn()])
  await neighbourhood.apply('wang', slotId)
  expect((await mine()).applications).toMatchObject([
    {
      ...{ slotId, drawAt: FRIDAY, frozenAt: null, wantsNumber: false, points: 0 },
      ...{ session: { id: sessionId, startsAt: SUNDAY }, attendees: [{ name: 'wang' }] },
    },
  ])
  await neighbourhood.tickAt(FRIDAY)
  expect(await mine()).toMatchObject({ applications: [], bookings: [{ slotId }] })
})

describe('before the draw', () => {
  it('shows the promise and how many applied, and keeps the seed', async () => {
    await join(names)
    const { sessionId, slotId } = await neighbourhood.publish([drawn()])
    await applyAll(names, slotId)
    const slot = await neighbourhood.slotOf(names[0]!, sessionId)
    expect(slot.draw).toMatchObject({ applications: 8, frozenAt: null, listHash: null, publicNumber: null })
    expect(slot.draw?.seedHash).toMatch(/^[0-9a-f]{64}$/)
    expect(slot.draw?.own?.attendees).toHaveLength(1)
    expect(slot.terms).toMatchObject({ allocation: 'draw', drawAt: FRIDAY, drawnAt: null, opensAt: FRIDAY })
    expect(await neighbourhood.record(slotId)).toMatchObject({ seed: null, applications: [] })
  })

  it('keeps its seed and its applications from being exchanged, even by the application itself', async () => {
    await join(['wang'])
    const { slotId } = await neighbourhood.publish([drawn()])
    await neighbourhood.apply('wang', slotId)
    for (const sql of [
      `UPDATE draw SET seed = repeat('0', 64)`,
      `UPDATE draw SET seed_hash = repeat('0', 64)`,
      'UPDATE draw_application SET points = 40',
      'DELETE FROM draw_application',
    ]) {
      const forbidden = neighbourhood.linli.database.transaction((tx) => tx.query(sql))
      await expect(forbidden).rejects.toThrow(/permission denied/)
    }
  })

  it('gives no place to who books or waits', async () => {
    await join(names)
    const { slotId } = await neighbourhood.publish([drawn()])
    const { communityId } = neighbourhood.community
    for (const now of [neighbourhood.linli.clock.now, FRIDAY - 1, FRIDAY, SUNDAY - HOUR]) {
      neighbourhood.linli.clock.now = now
      const booked = await call(neighbourhood.linli, names[0]!, 'bookSlot', {
        communityId,
        slotId,
        party: self,
      })
      expect(reasonOf(booked)).toEqual({ reason: 'draw_only', drawAt: FRIDAY })
      const waiting = { communityId, slotId, party: self, usePoints: false }
      expect(reasonOf(await call(neighbourhood.linli, names[0]!, 'joinWaitlist', waiting)).reason).toBe(
        'draw_only',
      )
    }
  })

  it('takes one application a household, which can be withdrawn and made anew', async () => {
    await join(['wang'])
    const { sessionId, slotId } = await neighbourhood.publish([drawn()])
    const { communityId } = neighbourhood.community
    await neighbourhood.apply('wang', slotId)
    expect(reasonOf(await neighbourhood.apply('wang', slotId)).reason).toBe('already_applied')
    const own = (await neighbourhood.slotOf('wang', sessionId)).draw?.own
    const withdraw = () =>
      call(neighbourhood.linli, 'wang', 'withdrawApplication', { communityId, applicationId: own?.id })
    expect(await withdraw()).toMatchObject({ ok: true })
    expect(await withdraw()).toMatchObject({ ok: false, error: { code: 'not_found' } })
    expect((await neighbourhood.slotOf('wang', sessionId)).draw).toMatchObject({ applications: 0, own: null })
    expect(await neighbourhood.apply('wang', slotId)).toMatchObject({ ok: true })
  })

  it('lets a stranger apply, and only so join', async () => {
    const { sessionId, slotId } = await neighbourhood.publish([drawn()])
    neighbourhood.linli.clock.now = FRIDAY
    expect(reasonOf(await neighbourhood.apply('stranger', slotId)).reason).toBe('draw_closed')
    expect((await done(neighbourhood.linli, 'stranger', 'whoAmI', {})).memberships).toEqual([])
    neighbourhood.linli.clock.now = FRIDAY - 1
    expect(await neighbourhood.apply('stranger', slotId)).toMatchObject({ ok: true })
    expect((await neighbourhood.slotOf('stranger', sessionId)).draw?.own).toBeTruthy()
  })

  it('ends at its time to the millisecond, however late the timer is', async () => {
    await join(['wang', 'li'])
    const { sessionId, slotId } = await neighbourhood.publish([drawn()])
    const { communityId } = neighbourhood.community
    neighbourhood.linli.clock.now = FRIDAY - 1
    await neighbourhood.apply('wang', slotId)
    const applicationId = (await neighbourhood.slotOf('wang', sessionId)).draw?.own?.id
    neighbourhood.linli.clock.now = FRIDAY
    expect(reasonOf(await neighbourhood.apply('li', slotId))).toEqual({
      reason: 'draw_closed',
      drawAt: FRIDAY,
    })
    const late = await call(neighbourhood.linli, 'wang', 'withdrawApplication', {
      communityId,
      applicationId,
    })
    expect(reasonOf(late)).toEqual({ reason: 'draw_closed', drawAt: FRIDAY })
    await neighbourhood.tickAt(FRIDAY + 3 * HOUR)
    expect((await neighbourhood.slotOf('wang', sessionId)).booked).toHaveLength(1)
  })
})

describe('the draw', () => {
  it('books the winners, puts the others in line in its order, and tells everybody', async () => {
    await join(names)
    const { sessionId, slotId } = await neighbourhood.publish([drawn()])
    await applyAll(names, slotId)
    await neighbourhood.tickAt(FRIDAY)
    const record = await neighbourhood.record(slotId)
    expect(record).toMatchObject({ frozenAt: FRIDAY, drawnAt: FRIDAY, capacity: 3 })
    expect(record.applications).toHaveLength(8)
    for (const name of names) {
      const { mine } = await neighbourhood.record(slotId, name)
      const own = record.applications.find((application) => application.id === mine)
      const slot = await neighbourhood.slotOf(name, sessionId)
      expect(slot.booked).toHaveLength(own?.won ? 1 : 0)
      expect(slot.waitlist?.position ?? null).toBe(own?.turn ?? null)
      expect(await notices(name)).toEqual([own?.won ? 'draw_won' : 'draw_waiting'])
    }
    const { places } = await neighbourhood.slotOf('chief', sessionId)
    expect(places).toMatchObject({ held: 3, heldByWindow: 0, waitlist: 5 })
  })

  it('can be worked out by hand from its record, and checked with the program’s own rule', async () => {
    const earners = names.slice(0, 4)
    await join(names)
    await neighbourhood.earn(earners, 40)
    const { slotId } = await neighbourhood.publish([drawn({ capacity: 4 })])
    for (const [index, name] of names.entries())
      await neighbourhood.apply(name, slotId, index < 4 ? 10 * (index + 1) : 0)
    await neighbourhood.tickAt(FRIDAY)
    const record = asRecord(await neighbourhood.record(slotId))
    const byHand = drawByHand(JSON.stringify(record))
    expect(byHand).toMatchObject({ seedHash: record.seedHash, listHash: record.listHash })
    const won = record.applications.filter((it) => it.won !== null)
    expect(byHand.winners.map((it) => it.id).sort()).toEqual(won.map((it) => it.id))
    for (const { id, part } of byHand.winners) expect(won.find((it) => it.id === id)?.won).toBe(part)
    const waiting = record.applications.filter((it) => it.turn !== null)
    expect(byHand.waiting).toEqual(waiting.sort((a, b) => a.turn! - b.turn!).map((it) => it.id))
    expect(checkRecord(record)).toEqual({ seed: true, list: true, result: true })
    expect(record.applications.map((it) => it.weight).sort()).toEqual([1, 1, 1, 1, 2, 3, 4, 5])
  })

  it('names nobody: no household, no resident and no name is in its record', async () => {
    const ids = await join(names)
    const { slotId } = await neighbourhood.publish([drawn()])
    await applyAll(names, slotId)
    await neighbourhood.tickAt(FRIDAY)
    const text = JSON.stringify(await neighbourhood.record(slotId))
    for (const known of [...ids, ...names]) expect(text).not.toContain(known)
    expect(text).not.toMatch(/household|attendee|resident/i)
  })

  it('takes points from winners of the weighted part alone, and a timely cancel returns them', async () => {
    await join(names)
    await neighbourhood.earn(names, 40)
    const { sessionId, slotId } = await neighbourhood.publish([drawn({ capacity: 5 })])
    await applyAll(names, slotId, 40)
    await neighbourhood.tickAt(FRIDAY)
    const { communityId } = neighbourhood.community
    for (const name of names) {
      const { mine, applications } = await neighbourhood.record(slotId, name)
      const won = applications.find((it) => it.id === mine)?.won
      const paid = won === 'weighted' ? 40 : 0
      const statement = () => done(neighbourhood.linli, name, 'getStatement', { communityId })
      expect(await statement()).toMatchObject({ balance: 40 - paid })
      const [booking] = (await neighbourhood.slotOf(name, sessionId)).bookings
      expect(booking?.paid ?? 0).toBe(paid)
      if (!booking) continue
      const cancelled = await done(neighbourhood.linli, name, 'cancelBooking', {
        communityId,
        bookingId: booking.id,
      })
      expect(cancelled).toMatchObject({ returned: paid, late: false })
      expect(await statement()).toMatchObject({ balance: 40 })
    }
  })

  it('hands a place that comes free to the first in the order of the draw', async () => {
    await join(names)
    const { sessionId, slotId } = await neighbourhood.publish([drawn({ capacity: 1 })])
    await applyAll(names, slotId)
    await neighbourhood.tickAt(FRIDAY)
    const standing = await Promise.all(names.map((name) => neighbourhood.slotOf(name, sessionId)))
    const winner = standing.findIndex((slot) => slot.booked.length > 0)
    const next = standing.findIndex((slot) => slot.waitlist?.position === 1)
    const bookingId = standing[winner]?.bookings[0]?.id
    const { communityId } = neighbourhood.community
    await done(neighbourhood.linli, names[winner]!, 'cancelBooking', { communityId, bookingId })
    expect((await neighbourhood.slotOf(names[next]!, sessionId)).booked).toHaveLength(1)
    expect(await neighbourhood.record(slotId)).toMatchObject({ drawnAt: FRIDAY })
    expect(checkRecord(asRecord(await neighbourhood.record(slotId)))).toMatchObject({ result: true })
  })

  it('leaves what nobody drew to everybody', async () => {
    await join(['wang', 'li'])
    const { sessionId, slotId } = await neighbourhood.publish([drawn({ capacity: 2 })])
    await neighbourhood.apply('wang', slotId)
    await neighbourhood.tickAt(FRIDAY)
    const { communityId } = neighbourhood.community
    await done(neighbourhood.linli, 'li', 'bookSlot', { communityId, slotId, party: self })
    expect((await neighbourhood.slotOf('li', sessionId)).places.held).toBe(2)
  })

  it('of nobody opens the slot', async () => {
    const { sessionId, slotId } = await neighbourhood.publish([drawn()])
    await neighbourhood.tickAt(FRIDAY)
    expect(await neighbourhood.slotOf('chief', sessionId)).toMatchObject({ terms: { drawnAt: FRIDAY } })
    expect(checkRecord(asRecord(await neighbourhood.record(slotId)))).toMatchObject({ result: true })
  })

  it('counts as newcomers only confirmed households without a place here lately', async () => {
    await join(['old', 'new'])
    await neighbourhood.community.resident('unknown', { confirmed: false })
    const { communityId } = neighbourhood.community
    const weekly = pictureBookClass(communityId, SUNDAY, [drawn({ capacity: 10 }), seat({ ageBand: null })])
    const later = { startsAt: SUNDAY + 7 * DAY, endsAt: SUNDAY + 7 * DAY + HOUR }
    const sessions = [...weekly.sessions, toWire(later)]
    const { sessionIds } = await done(neighbourhood.linli, 'cadre', 'publishCall', { ...weekly, sessions })
    const slots = async (sessionId: string | undefined) =>
      (await done(neighbourhood.linli, 'cadre', 'getSession', { communityId, sessionId })).slots.map(
        (slot) => slot.id,
      )
    const [, open] = await slots(sessionIds[0])
    const [slotId = ''] = await slots(sessionIds[1])
    await done(neighbourhood.linli, 'old', 'bookSlot', { communityId, slotId: open, party: self })
    await applyAll(['old', 'new', 'unknown'], slotId)
    await neighbourhood.tickAt(FRIDAY + 7 * DAY)
    const newcomer = async (who: string) => {
      const { mine, applications } = await neighbourhood.record(slotId, who)
      return applications.find((application) => application.id === mine)?.newcomer
    }
    expect([await newcomer('new'), await newcomer('old'), await newcomer('unknown')]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('passes over who has meanwhile been booked elsewhere at that time, and says why', async () => {
    await join(['wang'])
    const first = await neighbourhood.publish([drawn()])
    const second = await neighbourhood.publish(
      [drawn({ drawAt: new Date(FRIDAY + HOUR).toISOString() })],
      SUNDAY + HOUR / 2,
    )
    await neighbourhood.apply('wang', first.slotId)
    await neighbourhood.apply('wang', second.slotId)
    await neighbourhood.tickAt(FRIDAY + 2 * HOUR)
    expect((await neighbourhood.slotOf('wang', first.sessionId)).booked).toHaveLength(1)
    const slot = await neighbourhood.slotOf('wang', second.sessionId)
    expect(slot).toMatchObject({ booked: [], draw: { own: { won: null, passedOver: 'overlaps' } } })
    expect(slot.waitlist?.position).toBe(1)
    expect(await notices('wang')).toContain('draw_passed_over')
    const record = asRecord(await neighbourhood.record(second.slotId))
    expect(record.applications).toMatchObject([{ passedOver: 'overlaps', won: null, turn: 1 }])
    expect(checkRecord(record)).toMatchObject({ result: true })
  })

  it('stakes no more than is there when the list is frozen', async () => {
    await join(['wang'])
    await neighbourhood.earn(['wang'], 40)
    const { communityId } = neighbourhood.community
    const { slotId } = await neighbourhood.publish([drawn({ capacity: 1 })])
    await neighbourhood.apply('wang', slotId, 40)
    const other = await neighbourhood.publish(
      [seat({ ...withWindow(neighbourhood.linli.clock.now), ageBand: null })],
      SUNDAY + DAY,
    )
    await done(neighbourhood.linli, 'wang', 'bookSlot', { communityId, slotId: other.slotId, party: self })
    await neighbourhood.tickAt(FRIDAY)
    expect((await neighbourhood.record(slotId)).applications).toMatchObject([{ weight: 4, won: 'weighted' }])
    expect(await done(neighbourhood.linli, 'wang', 'getStatement', { communityId })).toMatchObject({
      balance: 0,
    })
  })
})

import { createHash } from 'node:crypto'
import { close, type Movement } from '@/domain/account'
import { decideDeparture, type Departure } from '@/domain/departure'
import type { Farewell } from '@/contract/delete-account'
import type { Instant } from '@/domain/time'
import { isLate } from '../allotment/give-back'
import { giveUp, lockSlots, type Surrender } from '../allotment/give-up'
import type { LockedSlot } from '../allotment/open-slot'
import { Overtaken, type Transaction } from '../db/database'
import { Refused, type VisitorHandler } from '../handler'
import { newRowId } from '../ids'
import { findOwnAnswer, saveOwnAnswer } from '../repositories/answer'
import { insertAudit } from '../repositories/audit'
import {
  countRecords,
  findPublisher,
  findRunning,
  listOthers,
  passOnAsked,
  readStakes,
  type Stakes,
} from '../repositories/departure'
import {
  deleteChildren,
  emptyAddress,
  eraseOwn,
  eraseResident,
  lockWhole,
  promoteGuardian,
} from '../repositories/erasure'
import { listChildren } from '../repositories/family'
import { withdrawAllOf } from '../repositories/invitation'
import { listLed, saveLeader, type LedSession } from '../repositories/leader'
import { insertNotices } from '../repositories/notice'
import { insertPostings } from '../repositories/points'
import { findResident, lockAdmins, type ResidentRow } from '../repositories/resident'
import { findSession, findSessions } from '../repositories/slot'

const MOST_LED = 200

/**
 * Whose account is gone is nobody here any more, so the answer is kept under what only the same request of the same
 * identity can name, without naming it.
 */
export const deleteAccount: VisitorHandler<'deleteAccount'> = async (context, { communityId, dryRun }) => {
  const { tx, resident, openId, requestId, now } = context
  const key = createHash('sha256')
    .update(JSON.stringify(['deleteAccount', communityId, openId, requestId]))
    .digest('hex')
  const gone = async () => {
    const kept = dryRun ? null : await findOwnAnswer(tx, communityId, key)
    return kept ? (JSON.parse(kept) as Farewell) : new Refused({ reason: 'account_gone' })
  }
  if (!resident) return gone()
  if (dryRun) {
    const seen = await look(tx, resident, now)
    return seen instanceof Refused ? seen : seen.farewell
  }
  const before = await readStakes(tx, communityId, await everybody(tx, resident), now)
  if (resident.role === 'admin') await lockAdmins(tx, communityId)
  const led = await listLed(tx, communityId, resident.id, { endAfter: now, limit: MOST_LED })
  for (const { id } of [...led].sort((a, b) => (a.id < b.id ? -1 : 1)))
    await findSession(tx, communityId, id, 'update')
  const locked = await lockSlots(tx, communityId, slotsOf(before), [resident.householdId])
  const current = await findResident(tx, communityId, resident.id)
  // The same person, twice at once: the second waited for the household.
  if (!current || current.leftAt !== null) return gone()
  const seen = await look(tx, current, now)
  if (seen instanceof Refused) return seen
  const unlocked = slotsOf(seen.stakes).some((slotId) => !locked.has(slotId))
  if (unlocked || current.householdId !== resident.householdId || current.role !== resident.role)
    throw new Overtaken()
  await leave(tx, current, seen, locked, now)
  await saveOwnAnswer(tx, communityId, {
    ...{ residentId: current.id, requestId: requestId ?? newRowId(), action: 'deleteAccount', key },
    ...{ data: JSON.stringify(seen.farewell), now },
  })
  return seen.farewell
}

/** Everybody whom it may concern: the resident, and the children who would go along. */
async function everybody(tx: Transaction, { communityId, householdId, id }: ResidentRow): Promise<string[]> {
  const children = await listChildren(tx, communityId, householdId)
  return [id, ...children.map((child) => child.id)]
}

function slotsOf({ bookings, waiting, applications }: Stakes): string[] {
  return [...bookings, ...waiting, ...applications].map((it) => it.slotId)
}

function surrenderOf(
  { bookings, waiting, applications }: Stakes,
  householdId: string,
  attendees: string[],
): Surrender {
  return {
    ...{ householdId, attendees },
    bookings: bookings.map((it) => ({ ...it, householdId })),
    parties: [
      ...waiting.map(({ id, slotId }) => ({ kind: 'waiting' as const, id, slotId })),
      ...applications.map(({ id, slotId }) => ({ kind: 'applied' as const, id, slotId })),
    ],
  }
}

interface Seen {
  departure: Departure
  people: string[]
  stakes: Stakes
  led: LedSession[]
  farewell: Farewell
}

/** What would happen as things stand. */
async function look(tx: Transaction, resident: ResidentRow, now: Instant): Promise<Seen | Refused> {
  const { communityId, householdId, id, role, guardian } = resident
  const all = await everybody(tx, resident)
  const others = await listOthers(tx, communityId, householdId, id)
  const withChildren = !others.some((other) => other.guardian)
  const people = withChildren ? all : [id]
  const verdict = decideDeparture({
    ...{ role, guardian, others },
    admins: role === 'admin' ? (await lockAdmins(tx, communityId)).length : 0,
    running: await findRunning(tx, communityId, { residentId: id, people, now }),
  })
  if (!verdict.ok) return new Refused(verdict.refusal)
  const { departure } = verdict
  const stakes = await readStakes(tx, communityId, people, now)
  const led = await listLed(tx, communityId, id, { endAfter: now, limit: MOST_LED })
  const ends = departure.household === 'ends'
  const points = ends ? (await lockWhole(tx, communityId, householdId, now)).head.balance : 0
  const sessions = await findSessions(
    tx,
    communityId,
    stakes.bookings.map((it) => it.sessionId),
  )
  const late = (booking: Stakes['bookings'][number]) => {
    const session = sessions.get(booking.sessionId)
    return session !== undefined && isLate({ session, now }, booking)
  }
  return {
    ...{ departure, people, stakes, led },
    farewell: {
      bookings: stakes.bookings.map((it) => ({ ...of(it), places: it.attendees.length, late: late(it) })),
      waiting: stakes.waiting.map((it) => ({ ...of(it), offered: it.offered })),
      applications: stakes.applications.map((it) => ({ ...of(it), frozen: it.frozen })),
      leading: led.map(of),
      household: departure.household,
      children: people.length - 1,
      points,
      records: await countRecords(tx, communityId, id),
    },
  }
}

const of = ({ title, startsAt }: { title: string; startsAt: Instant }) => ({ title, startsAt })

async function leave(
  tx: Transaction,
  resident: ResidentRow,
  { departure, people, stakes, led }: Seen,
  locked: Map<string, LockedSlot>,
  now: Instant,
): Promise<void> {
  const { communityId, householdId, id } = resident
  const { heir, promoted, children, household } = departure
  if (heir !== null) await passOnAsked(tx, communityId, { from: id, to: heir, now })
  await giveUp(tx, communityId, locked, surrenderOf(stakes, householdId, people), now)
  if (household === 'ends') await closeAccount(tx, communityId, householdId, now)
  await leaveOffice(tx, resident, led, now)
  if (children === 'go') await deleteChildren(tx, communityId, householdId)
  if (promoted !== null) await promoteGuardian(tx, communityId, promoted)
  if (household === 'ends') await emptyAddress(tx, communityId, householdId)
  await withdrawAllOf(tx, communityId, id, { accepted: true, now })
  await eraseOwn(tx, communityId, id, now)
  await insertAudit(tx, communityId, {
    ...{ actorId: id, action: 'deleteAccount', sessionId: null, subjectId: null, why: null, now },
  })
  await eraseResident(tx, communityId, id, now)
}

async function closeAccount(
  tx: Transaction,
  communityId: string,
  accountId: string,
  now: Instant,
): Promise<void> {
  const movement: Movement = {
    ...{ communityId, id: newRowId(), accountId, kind: 'expiry', sessionId: null, bookingId: null },
    ...{ attendeeId: null, reverses: null, createdAt: now },
  }
  const closed = close(await lockWhole(tx, communityId, accountId, now), movement)
  if (closed) await insertPostings(tx, communityId, [closed.posting])
}

/** Sessions to come have no leader any more; who called for them is told, and the log has it. */
async function leaveOffice(
  tx: Transaction,
  { communityId, id }: ResidentRow,
  led: LedSession[],
  now: Instant,
) {
  for (const { id: sessionId } of led) {
    await saveLeader(tx, communityId, sessionId, null)
    await insertAudit(tx, communityId, {
      ...{ actorId: id, action: 'dismissLeader', sessionId, subjectId: id, why: null, now },
    })
    const publisher = await findPublisher(tx, communityId, sessionId)
    if (publisher === null || publisher === id) continue
    await insertNotices(tx, communityId, [
      { residentId: publisher, kind: 'leader_left', sessionId, points: null, until: null, now },
    ])
  }
}

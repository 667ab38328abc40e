import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import type { BookingSource } from './place'

/** A booking with places to come for some of these people. */
export interface BookingToCome {
  id: string
  slotId: string
  sessionId: string
  householdId: string
  title: string
  startsAt: Instant
  freeCancelHours: number
  movedAt: Instant | null
  cancelled: boolean
  source: BookingSource
  createdAt: Instant
  /** points paid for the places of these people */
  paid: number
  /** active places of the booking that are not theirs */
  others: number
  /** points paid for all of its places */
  paidInAll: number
}

/** Of sessions that have not begun, the soonest first. */
export function listBookingsToCome(
  tx: Transaction,
  communityId: string,
  attendees: string[],
  now: Instant,
): Promise<BookingToCome[]> {
  return tx.query<BookingToCome>(
    `SELECT b.id, b.slot_id AS "slotId", b.session_id AS "sessionId", b.household_id AS "householdId", a.title,
            s.starts_at AS "startsAt", a.free_cancel_hours AS "freeCancelHours", s.moved_at AS "movedAt",
            s.cancelled_at IS NOT NULL AS cancelled, b.source, b.created_at AS "createdAt",
            (sum(p.paid) FILTER (WHERE p.attendee_id = ANY($2)))::int AS paid, sum(p.paid)::int AS "paidInAll",
            (count(*) FILTER (WHERE p.attendee_id <> ALL($2)))::int AS others
     FROM booking b
     JOIN place p ON p.community_id = b.community_id AND p.booking_id = b.id AND p.cancelled_at IS NULL
     JOIN session s ON s.community_id = b.community_id AND s.id = b.session_id
     JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
     WHERE b.community_id = $1 AND s.starts_at > $3 AND b.id IN (
       SELECT booking_id FROM place WHERE community_id = $1 AND attendee_id = ANY($2) AND cancelled_at IS NULL)
     GROUP BY b.community_id, b.id, s.community_id, s.id, a.community_id, a.id
     ORDER BY s.starts_at, b.id`,
    [communityId, attendees, now],
  )
}

/** A wait, or an application for a draw that is not run yet, of a party with some of these people. */
export interface PartyToCome {
  kind: 'waiting' | 'applied'
  id: string
  slotId: string
  sessionId: string
  title: string
  startsAt: Instant
  /** of the party that are not these people */
  others: number
}

export function listPartiesToCome(
  tx: Transaction,
  communityId: string,
  attendees: string[],
  now: Instant,
): Promise<PartyToCome[]> {
  return tx.query<PartyToCome>(
    `WITH party AS (
       SELECT 'waiting' AS kind, w.id, w.slot_id, w.session_id,
              (count(*) FILTER (WHERE m.attendee_id <> ALL($2)))::int AS others
       FROM waitlist_entry w
       JOIN waitlist_attendee m ON m.community_id = w.community_id AND m.entry_id = w.id
       WHERE w.community_id = $1 AND w.ended_at IS NULL
       GROUP BY w.community_id, w.id HAVING bool_or(m.attendee_id = ANY($2))
       UNION ALL
       SELECT 'applied', d.id, d.slot_id, l.session_id, (count(*) FILTER (WHERE m.attendee_id <> ALL($2)))::int
       FROM draw_application d
       JOIN slot l ON l.community_id = d.community_id AND l.id = d.slot_id
       JOIN draw_attendee m ON m.community_id = d.community_id AND m.application_id = d.id
       WHERE d.community_id = $1 AND d.withdrawn_at IS NULL AND l.drawn_at IS NULL
       GROUP BY d.community_id, d.id, l.community_id, l.id HAVING bool_or(m.attendee_id = ANY($2)))
     SELECT party.kind, party.id, party.slot_id AS "slotId", party.session_id AS "sessionId", a.title,
            s.starts_at AS "startsAt", party.others
     FROM party
     JOIN session s ON s.community_id = $1 AND s.id = party.session_id
     JOIN activity a ON a.community_id = $1 AND a.id = s.activity_id
     WHERE s.starts_at > $3 AND s.cancelled_at IS NULL
     ORDER BY s.starts_at, party.id`,
    [communityId, attendees, now],
  )
}

/** Slots in which these households hold places whose books are not closed, or wait. */
export async function listSlotsOf(
  tx: Transaction,
  communityId: string,
  households: string[],
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT p.slot_id AS id FROM place p
     JOIN session s ON s.community_id = p.community_id AND s.id = p.session_id
     WHERE p.community_id = $1 AND p.household_id = ANY($2) AND p.cancelled_at IS NULL AND s.closed_at IS NULL
     UNION
     SELECT slot_id FROM waitlist_entry WHERE community_id = $1 AND household_id = ANY($2) AND ended_at IS NULL
     ORDER BY 1`,
    [communityId, households],
  )
  return rows.map((row) => row.id)
}

/** Bookings with all their places, and waiting parties, go over to another household. */
export async function handOver(
  tx: Transaction,
  communityId: string,
  { bookings, entries, to }: { bookings: string[]; entries: string[]; to: string },
): Promise<void> {
  await tx.query('UPDATE booking SET household_id = $3 WHERE community_id = $1 AND id = ANY($2)', [
    communityId,
    bookings,
    to,
  ])
  await tx.query('UPDATE place SET household_id = $3 WHERE community_id = $1 AND booking_id = ANY($2)', [
    communityId,
    bookings,
    to,
  ])
  await tx.query('UPDATE waitlist_entry SET household_id = $3 WHERE community_id = $1 AND id = ANY($2)', [
    communityId,
    entries,
    to,
  ])
}

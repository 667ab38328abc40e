import type { SlotKind } from '@/domain/slot'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import type { Position } from '../page'
import { saveHeld, type SessionRow, type SlotRow } from './slot'

/** How places were had. */
export type BookingSource = 'window' | 'general' | 'waitlist' | 'draw' | 'substitute'

/** When a party was told of places it did not take itself; null when it did. */
export function toldAt(source: BookingSource, bookedAt: Instant): Instant | null {
  return source === 'waitlist' || source === 'draw' ? bookedAt : null
}

export interface NewBooking {
  id: string
  householdId: string
  bookedBy: string
  source: BookingSource
  /** of the card or link by which they came; absent: none */
  shareId?: string | undefined
  places: {
    attendeeId: string
    attendeeKind: 'resident' | 'child'
    paid: number
    paymentId: string | null
    inWindow: boolean
  }[]
}

/** A place given back too late, which nobody has taken up yet. */
export interface GivenLate {
  bookingId: string
  attendeeId: string
}

/** In the order in which they were given back. */
export const GIVEN_LATE = `
     SELECT booking_id AS "bookingId", attendee_id AS "attendeeId" FROM place
     WHERE community_id = $1 AND slot_id = $2 AND cancelled_late AND retaken_at IS NULL
     ORDER BY cancelled_at, booking_id, attendee_id`

/** What was given back late and is taken up again does not count against who gave it back. */
export async function markRetaken(
  tx: Transaction,
  communityId: string,
  retaken: GivenLate[],
  now: Instant,
): Promise<void> {
  if (retaken.length === 0) return
  await tx.query(
    `UPDATE place SET retaken_at = $2 FROM unnest($3::text[], $4::text[]) AS given (booking, attendee)
     WHERE community_id = $1 AND booking_id = given.booking AND attendee_id = given.attendee`,
    [communityId, now, retaken.map((it) => it.bookingId), retaken.map((it) => it.attendeeId)],
  )
}

/** Bookings and their places in a locked slot, and how many of its places are held with them. */
export async function writePlaces(
  tx: Transaction,
  communityId: string,
  { session, slot, now }: { session: SessionRow; slot: SlotRow; now: Instant },
  bookings: NewBooking[],
): Promise<void> {
  if (bookings.length === 0) return saveHeld(tx, communityId, slot)
  const places = bookings.flatMap(({ id, householdId, places }) =>
    places.map((place) => ({ ...place, bookingId: id, householdId })),
  )
  await tx.query(
    `WITH made AS (
       INSERT INTO booking (community_id, id, slot_id, session_id, household_id, booked_by, source, created_at, share_id,
                            team_id)
       SELECT $1, id, $2, $3, household, booker, source, $8::bigint,
              (SELECT h.id FROM share h WHERE h.community_id = $1 AND h.id = b.share AND h.session_id = $3),
              (SELECT r.team_id FROM resident r WHERE r.community_id = $1 AND r.id = booker)
       FROM unnest($9::text[], $10::text[], $11::text[], $12::text[], $22::text[]) AS b (id, household, booker, source, share)),
     counted AS (
       UPDATE slot SET held = $20, held_by_window = $21,
                       full_at = coalesce(full_at, CASE WHEN $20 >= capacity THEN $8::bigint END)
       WHERE community_id = $1 AND id = $2)
     INSERT INTO place (community_id, slot_id, session_id, slot_kind, activity_id, starts_at, ends_at, created_at,
                        booking_id, household_id, attendee_id, attendee_kind, paid, payment_id, in_window)
     SELECT $1, $2, $3, $4, $5, $6::bigint, $7::bigint, $8::bigint, who.*
     FROM unnest($13::text[], $14::text[], $15::text[], $16::text[], $17::int[], $18::text[], $19::boolean[]) AS who`,
    [
      ...[communityId, slot.id, session.id, slot.terms.kind, session.activityId],
      ...[session.startsAt, session.endsAt, now],
      bookings.map((it) => it.id),
      bookings.map((it) => it.householdId),
      bookings.map((it) => it.bookedBy),
      bookings.map((it) => it.source),
      places.map((it) => it.bookingId),
      places.map((it) => it.householdId),
      places.map((it) => it.attendeeId),
      places.map((it) => it.attendeeKind),
      places.map((it) => it.paid),
      places.map((it) => it.paymentId),
      places.map((it) => it.inWindow),
      ...[slot.held, slot.heldByWindow],
      bookings.map((it) => it.shareId ?? null),
    ],
  )
}

/** One active place, as needed to give it back. */
export interface ActivePlace {
  attendeeId: string
  paid: number
  paymentId: string | null
  inWindow: boolean
}

export interface BookingHead {
  id: string
  slotId: string
  householdId: string
  bookedBy: string
  source: BookingSource
  createdAt: Instant
}

export async function findBooking(
  tx: Transaction,
  communityId: string,
  id: string,
): Promise<BookingHead | null> {
  const [row] = await tx.query<BookingHead>(
    `SELECT id, slot_id AS "slotId", household_id AS "householdId", booked_by AS "bookedBy", source, created_at AS "createdAt"
     FROM booking WHERE community_id = $1 AND id = $2`,
    [communityId, id],
  )
  return row ?? null
}

/** Places of a booking that are still held; read under the slot's lock. */
export function listActivePlaces(
  tx: Transaction,
  communityId: string,
  bookingId: string,
): Promise<ActivePlace[]> {
  return tx.query<ActivePlace>(
    `SELECT attendee_id AS "attendeeId", paid, payment_id AS "paymentId", in_window AS "inWindow"
     FROM place WHERE community_id = $1 AND booking_id = $2 AND cancelled_at IS NULL ORDER BY attendee_id`,
    [communityId, bookingId],
  )
}

export async function cancelPlaces(
  tx: Transaction,
  communityId: string,
  bookingId: string,
  attendees: string[],
  { late, now }: { late: boolean; now: Instant },
): Promise<void> {
  await tx.query(
    `UPDATE place SET cancelled_at = $4, cancelled_late = $5
     WHERE community_id = $1 AND booking_id = $2 AND attendee_id = ANY($3) AND cancelled_at IS NULL`,
    [communityId, bookingId, attendees, now, late],
  )
}

/** A place as its household sees it. */
export interface HeldPlace {
  bookingId: string
  slotId: string
  slotTitle: string
  slotKind: SlotKind
  sessionId: string
  points: number
  source: BookingSource
  bookedAt: Instant
  attendeeId: string
  name: string | null
  paid: number
  checkedInAt: Instant | null
  /** null: did not check out, though the planned end be taken for it */
  checkedOutAt: Instant | null
  outcome: 'present' | 'absent' | null
  /** the link by which somebody else may take it; null: none is out */
  substitute: { id: string; waitlistUntil: Instant | null } | null
}

const HELD = `
  SELECT p.booking_id AS "bookingId", p.slot_id AS "slotId", sl.title AS "slotTitle", p.slot_kind AS "slotKind",
         p.session_id AS "sessionId", sl.points, b.source, b.created_at AS "bookedAt", p.attendee_id AS "attendeeId",
         coalesce(r.name, c.nickname) AS name, p.paid, p.checked_in_at AS "checkedInAt",
         CASE WHEN p.check_out_method <> 'planned_end' THEN p.checked_out_at END AS "checkedOutAt", p.outcome,
         CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'waitlistUntil', u.waitlist_until) END AS substitute
  FROM place p
  JOIN booking b ON b.community_id = p.community_id AND b.id = p.booking_id
  JOIN slot sl ON sl.community_id = p.community_id AND sl.id = p.slot_id
  LEFT JOIN resident r ON r.community_id = p.community_id AND r.id = p.attendee_id AND p.attendee_kind = 'resident'
  LEFT JOIN child c ON c.community_id = p.community_id AND c.id = p.attendee_id AND p.attendee_kind = 'child'
  LEFT JOIN substitute u ON u.community_id = p.community_id AND u.booking_id = p.booking_id AND u.ended_at IS NULL`

/** What a household holds in one session. */
export function listHeldInSession(
  tx: Transaction,
  communityId: string,
  householdId: string,
  sessionId: string,
): Promise<HeldPlace[]> {
  return tx.query<HeldPlace>(
    `${HELD} WHERE p.community_id = $1 AND p.household_id = $2 AND p.session_id = $3 AND p.cancelled_at IS NULL
     ORDER BY p.created_at, p.booking_id, p.attendee_id`,
    [communityId, householdId, sessionId],
  )
}

/** The places of the given bookings that are still held. */
export function listHeldInBookings(
  tx: Transaction,
  communityId: string,
  bookings: string[],
): Promise<HeldPlace[]> {
  return tx.query<HeldPlace>(
    `${HELD} WHERE p.community_id = $1 AND p.booking_id = ANY($2) AND p.cancelled_at IS NULL
     ORDER BY p.starts_at, p.booking_id, p.attendee_id`,
    [communityId, bookings],
  )
}

/** Bookings of a household that still hold a place, by the start of their session. */
export async function listBookingIds(
  tx: Transaction,
  communityId: string,
  householdId: string,
  query: { which: 'upcoming' | 'past'; now: Instant; from: Position; limit: number },
): Promise<{ bookingId: string; startsAt: Instant }[]> {
  const part =
    query.which === 'upcoming'
      ? 'AND ends_at > $3 GROUP BY booking_id, starts_at HAVING (starts_at, booking_id) > ($4, $5) ORDER BY starts_at, booking_id'
      : 'AND ends_at <= $3 GROUP BY booking_id, starts_at HAVING (starts_at, booking_id) < ($4, $5) ORDER BY starts_at DESC, booking_id DESC'
  return tx.query(
    `SELECT booking_id AS "bookingId", starts_at AS "startsAt" FROM place
     WHERE community_id = $1 AND household_id = $2 AND cancelled_at IS NULL ${part} LIMIT $6`,
    [communityId, householdId, query.now, query.from.at, query.from.id, query.limit],
  )
}

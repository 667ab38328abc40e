import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import type { ActivePlace } from './place'

/** A booking with the places it still holds. */
export interface HeldBooking {
  id: string
  householdId: string
  bookedBy: string
  createdAt: Instant
  places: (ActivePlace & { attendeeKind: 'resident' | 'child' })[]
}

/** Of one slot, in the order of booking; read under its lock. */
export function listHeldBookings(
  tx: Transaction,
  communityId: string,
  slotId: string,
): Promise<HeldBooking[]> {
  return tx.query<HeldBooking>(
    `SELECT b.id, b.household_id AS "householdId", b.booked_by AS "bookedBy", b.created_at AS "createdAt",
            json_agg(json_build_object('attendeeId', p.attendee_id, 'attendeeKind', p.attendee_kind, 'paid', p.paid,
                                       'paymentId', p.payment_id, 'inWindow', p.in_window) ORDER BY p.attendee_id) AS places
     FROM place p JOIN booking b ON b.community_id = p.community_id AND b.id = p.booking_id
     WHERE p.community_id = $1 AND p.slot_id = $2 AND p.cancelled_at IS NULL
     GROUP BY b.community_id, b.id ORDER BY b.turn`,
    [communityId, slotId],
  )
}

/** The community takes the places of these bookings back: never a late cancel. */
export async function endBookings(
  tx: Transaction,
  communityId: string,
  bookings: string[],
  now: Instant,
): Promise<void> {
  if (bookings.length === 0) return
  await tx.query(
    `UPDATE place SET cancelled_at = $3, ended_by_community = true
     WHERE community_id = $1 AND booking_id = ANY($2) AND cancelled_at IS NULL`,
    [communityId, bookings, now],
  )
}

/** What a household held in a session when it was cancelled, and the points it had paid for that. */
export async function sumEndedWith(
  tx: Transaction,
  communityId: string,
  householdId: string,
  session: { id: string; cancelledAt: Instant },
): Promise<{ places: number; points: number }> {
  const [row] = await tx.query<{ places: number; points: number }>(
    `SELECT count(*) AS places, coalesce(sum(paid), 0)::int AS points FROM place
     WHERE community_id = $1 AND session_id = $2 AND household_id = $3 AND ended_by_community AND cancelled_at = $4`,
    [communityId, session.id, householdId, session.cancelledAt],
  )
  return row ?? { places: 0, points: 0 }
}

import type { GivenBack, Taking, TakenUp } from '@/domain/given-back'
import type { SlotKind } from '@/domain/slot'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** How many places of a slot were given back and are not taken up; read under the slot's lock. */
export async function countGivenBack(tx: Transaction, communityId: string, slotId: string): Promise<number> {
  const [row] = await tx.query<{ given: number }>(
    `SELECT count(*) AS given FROM given_back
     WHERE community_id = $1 AND slot_id = $2 AND taken_booking_id IS NULL`,
    [communityId, slotId],
  )
  return row?.given ?? 0
}

/** @param given of one slot */
export async function insertGivenBack(
  tx: Transaction,
  communityId: string,
  { slotId, sessionId }: { slotId: string; sessionId: string },
  given: GivenBack[],
): Promise<void> {
  await tx.query(
    `INSERT INTO given_back (community_id, slot_id, session_id, booking_id, attendee_id, household_id, resident_id, cancelled_at)
     SELECT $1, $2, $3, who.* FROM unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[]) AS who`,
    [
      ...[communityId, slotId, sessionId],
      given.map((it) => it.bookingId),
      given.map((it) => it.attendeeId),
      given.map((it) => it.householdId),
      given.map((it) => it.residentId),
      given.map((it) => it.cancelledAt),
    ],
  )
}

/** Of sessions that have begun, or will not be: nobody is told of them any more. */
export async function dropGivenBack(tx: Transaction, communityId: string, now: Instant): Promise<void> {
  await tx.query(
    `DELETE FROM given_back g USING session s
     WHERE g.community_id = $1 AND s.community_id = $1 AND s.id = g.session_id
       AND (s.starts_at <= $2 OR s.cancelled_at IS NOT NULL)`,
    [communityId, now],
  )
}

export function listSlotsGivenBack(
  tx: Transaction,
  communityId: string,
): Promise<{ slotId: string; sessionId: string }[]> {
  return tx.query(
    `SELECT DISTINCT slot_id AS "slotId", session_id AS "sessionId" FROM given_back
     WHERE community_id = $1 AND taken_booking_id IS NULL ORDER BY slot_id`,
    [communityId],
  )
}

/** What was given back in a slot; of two ticks the second waits here, and finds what the first has settled. */
export async function lockGivenBack(
  tx: Transaction,
  communityId: string,
  slotId: string,
): Promise<(GivenBack & { settled: boolean })[]> {
  return tx.query(
    `SELECT booking_id AS "bookingId", attendee_id AS "attendeeId", household_id AS "householdId",
            resident_id AS "residentId", cancelled_at AS "cancelledAt", taken_booking_id IS NOT NULL AS settled
     FROM given_back WHERE community_id = $1 AND slot_id = $2
     ORDER BY cancelled_at, booking_id, attendee_id FOR UPDATE`,
    [communityId, slotId],
  )
}

export interface TakenSince {
  kind: SlotKind
  free: number
  takings: Taking[]
}

/** Free places of a slot, and those taken since that are still held and make good nothing yet: one moment of both. */
export async function readTakenSince(
  tx: Transaction,
  communityId: string,
  slotId: string,
  since: Instant,
): Promise<TakenSince | null> {
  const [row] = await tx.query<TakenSince>(
    `SELECT l.kind, greatest(l.capacity - l.held, 0) AS free,
            coalesce((SELECT json_agg(json_build_object('bookingId', p.booking_id, 'attendeeId', p.attendee_id,
                                                        'householdId', p.household_id, 'takenAt', p.created_at)
                                      ORDER BY p.created_at, p.booking_id, p.attendee_id)
                      FROM place p
                      WHERE p.community_id = $1 AND p.session_id = l.session_id AND p.slot_id = $2
                        AND p.cancelled_at IS NULL AND p.created_at > $3
                        AND NOT EXISTS (SELECT 1 FROM given_back g
                                        WHERE g.community_id = $1 AND g.slot_id = $2
                                          AND g.taken_booking_id = p.booking_id AND g.taken_attendee_id = p.attendee_id)),
                     '[]') AS takings
     FROM slot l WHERE l.community_id = $1 AND l.id = $2`,
    [communityId, slotId, since],
  )
  return row ?? null
}

export async function markTakenUp(tx: Transaction, communityId: string, settled: TakenUp[]): Promise<void> {
  await tx.query(
    `UPDATE given_back SET taken_booking_id = by_booking, taken_attendee_id = by_attendee
     FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS of (booking, attendee, by_booking, by_attendee)
     WHERE community_id = $1 AND booking_id = of.booking AND attendee_id = of.attendee`,
    [
      communityId,
      settled.map((it) => it.given.bookingId),
      settled.map((it) => it.given.attendeeId),
      settled.map((it) => it.by.bookingId),
      settled.map((it) => it.by.attendeeId),
    ],
  )
}

import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** A link by which somebody else may take a post. */
export interface SubstituteRow {
  id: string
  bookingId: string
  slotId: string
  sessionId: string
  /** of the holder, like `giverId` */
  householdId: string
  giverId: string
  /** of those who wait the one that was asked first, and until when the post is kept for it */
  entryId: string | null
  waitlistUntil: Instant | null
  /** neither used nor withdrawn, and the post is still held */
  open: boolean
}

// A post is held for oneself, so its booking has one place.
const SUBSTITUTE = `
  SELECT u.id, u.booking_id AS "bookingId", b.slot_id AS "slotId", b.session_id AS "sessionId",
         b.household_id AS "householdId", p.attendee_id AS "giverId", u.entry_id AS "entryId",
         u.waitlist_until AS "waitlistUntil", u.ended_at IS NULL AND p.cancelled_at IS NULL AS open
  FROM substitute u
  JOIN booking b ON b.community_id = u.community_id AND b.id = u.booking_id
  JOIN place p ON p.community_id = u.community_id AND p.booking_id = u.booking_id
  WHERE u.community_id = $1`

export async function findSubstitute(
  tx: Transaction,
  communityId: string,
  id: string,
): Promise<SubstituteRow | null> {
  const [row] = await tx.query<SubstituteRow>(`${SUBSTITUTE} AND u.id = $2`, [communityId, id])
  return row ?? null
}

/** The one that is out for a booking; read under the slot's lock. */
export async function findOpenSubstitute(
  tx: Transaction,
  communityId: string,
  bookingId: string,
): Promise<SubstituteRow | null> {
  const [row] = await tx.query<SubstituteRow>(`${SUBSTITUTE} AND u.booking_id = $2 AND u.ended_at IS NULL`, [
    communityId,
    bookingId,
  ])
  return row ?? null
}

/** The one that these who wait are asked about first, at this time. */
export async function findAskedSubstitute(
  tx: Transaction,
  communityId: string,
  entries: string[],
  now: Instant,
): Promise<SubstituteRow | null> {
  if (entries.length === 0) return null
  const [row] = await tx.query<SubstituteRow>(
    `${SUBSTITUTE} AND u.entry_id = ANY($2) AND u.waitlist_until > $3 AND u.ended_at IS NULL
     AND p.cancelled_at IS NULL ORDER BY u.created_at LIMIT 1`,
    [communityId, entries, now],
  )
  return row ?? null
}

export async function insertSubstitute(
  tx: Transaction,
  communityId: string,
  { id, bookingId }: { id: string; bookingId: string },
  now: Instant,
): Promise<void> {
  await tx.query(
    'INSERT INTO substitute (community_id, id, booking_id, created_at) VALUES ($1, $2, $3, $4)',
    [communityId, id, bookingId, now],
  )
}

/** Keeps the post for somebody who waits. */
export async function saveAsked(
  tx: Transaction,
  communityId: string,
  id: string,
  { entryId, waitlistUntil }: { entryId: string; waitlistUntil: Instant },
): Promise<void> {
  await tx.query(
    'UPDATE substitute SET entry_id = $3, waitlist_until = $4 WHERE community_id = $1 AND id = $2',
    [communityId, id, entryId, waitlistUntil],
  )
}

/** Ends the link of a booking, if one is out; the slot must be locked. */
export async function endSubstitute(
  tx: Transaction,
  communityId: string,
  bookingId: string,
  endedBy: 'taken' | 'withdrawn' | 'cancelled',
  now: Instant,
): Promise<void> {
  await tx.query(
    `UPDATE substitute SET ended_at = $4, ended_by = $3
     WHERE community_id = $1 AND booking_id = $2 AND ended_at IS NULL`,
    [communityId, bookingId, endedBy, now],
  )
}

/** Nobody takes a post once its session has begun or will not be, or when it was given back. */
export async function endStaleSubstitutes(tx: Transaction, communityId: string, now: Instant): Promise<void> {
  await tx.query(
    `UPDATE substitute u SET ended_at = $2, ended_by = 'lapsed'
     FROM booking b
     JOIN session s ON s.community_id = b.community_id AND s.id = b.session_id
     JOIN place p ON p.community_id = b.community_id AND p.booking_id = b.id
     WHERE u.community_id = $1 AND u.ended_at IS NULL AND b.community_id = u.community_id AND b.id = u.booking_id
       AND (s.starts_at <= $2 OR s.cancelled_at IS NOT NULL OR p.cancelled_at IS NOT NULL)`,
    [communityId, now],
  )
}

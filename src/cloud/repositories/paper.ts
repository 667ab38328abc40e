import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { newRowId } from '../ids'

/** A place that is or was held, as it stands on a printed sheet. */
export interface PaperPlace {
  bookingId: string
  attendeeId: string
  kind: 'resident' | 'child'
  slotId: string
  slotTitle: string
  householdId: string
  name: string | null
  cancelled: boolean
  checkedIn: boolean
  decided: boolean
}

/** All places of a session, those given back included, in the order of booking: later ones only ever come after. */
export function listPaperPlaces(
  tx: Transaction,
  communityId: string,
  sessionId: string,
): Promise<PaperPlace[]> {
  return tx.query<PaperPlace>(
    `SELECT p.booking_id AS "bookingId", p.attendee_id AS "attendeeId", p.attendee_kind AS kind, p.slot_id AS "slotId",
            sl.title AS "slotTitle", p.household_id AS "householdId", coalesce(r.name, c.nickname) AS name,
            p.cancelled_at IS NOT NULL AS cancelled, p.checked_in_at IS NOT NULL AS "checkedIn",
            p.outcome IS NOT NULL AS decided
     FROM place p
     JOIN slot sl ON sl.community_id = p.community_id AND sl.id = p.slot_id
     LEFT JOIN resident r ON r.community_id = p.community_id AND r.id = p.attendee_id AND p.attendee_kind = 'resident'
     LEFT JOIN child c ON c.community_id = p.community_id AND c.id = p.attendee_id AND p.attendee_kind = 'child'
     WHERE p.community_id = $1 AND p.session_id = $2
     ORDER BY p.created_at, p.booking_id, p.attendee_id`,
    [communityId, sessionId],
  )
}

/**
 * Marks who came as the sheet says; who was there already stays as recorded.
 * @returns those who were marked
 */
export async function recordFromPaper(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  attendees: string[],
  at: Instant,
): Promise<string[]> {
  // Locked in one order: two cadres may type the same sheet.
  const rows = await tx.query<{ attendeeId: string }>(
    `WITH here AS (
       SELECT booking_id, attendee_id FROM place
       WHERE community_id = $1 AND session_id = $2 AND attendee_id = ANY($3) AND cancelled_at IS NULL
         AND checked_in_at IS NULL AND outcome IS NULL
       ORDER BY booking_id, attendee_id FOR UPDATE)
     UPDATE place p SET checked_in_at = $4, check_in_method = 'paper' FROM here
     WHERE p.community_id = $1 AND p.booking_id = here.booking_id AND p.attendee_id = here.attendee_id
       AND p.checked_in_at IS NULL
     RETURNING p.attendee_id AS "attendeeId"`,
    [communityId, sessionId, attendees, at],
  )
  return rows.map((row) => row.attendeeId)
}

/** One line of the log for each person a sheet marked. */
export async function auditPaper(
  tx: Transaction,
  communityId: string,
  {
    actorId,
    sessionId,
    subjects,
    now,
  }: { actorId: string; sessionId: string; subjects: string[]; now: Instant },
): Promise<void> {
  await tx.query(
    `INSERT INTO audit_entry (community_id, id, actor_id, action, session_id, subject_id, why, created_at)
     SELECT $1, id, $2, 'enterPaper', $3, subject, NULL, $6 FROM unnest($4::text[], $5::text[]) AS who (id, subject)`,
    [communityId, actorId, sessionId, subjects.map(() => newRowId()), subjects, now],
  )
}

import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

export type CheckInMethod = 'code' | 'manual' | 'door'

/** One held place of a session, with the presence of its attendee. */
export interface PresenceRow {
  bookingId: string
  attendeeId: string
  kind: 'resident' | 'child'
  slotId: string
  slotKind: 'seat' | 'post'
  householdId: string
  name: string | null
  checkedInAt: Instant | null
  checkInMethod: CheckInMethod | null
  checkedOutAt: Instant | null
  outcome: 'present' | 'absent' | null
  /** in books that were opened again, since they were last closed */
  decidedAnew: boolean
  /** a resident's own choice: service brings hours, no points */
  hoursOnly: boolean
}

export function listPresences(
  tx: Transaction,
  communityId: string,
  sessionId: string,
): Promise<PresenceRow[]> {
  return tx.query<PresenceRow>(
    `SELECT p.booking_id AS "bookingId", p.attendee_id AS "attendeeId", p.attendee_kind AS kind, p.slot_id AS "slotId",
            p.slot_kind AS "slotKind", p.household_id AS "householdId", coalesce(r.name, c.nickname) AS name,
            p.checked_in_at AS "checkedInAt", p.check_in_method AS "checkInMethod",
            p.checked_out_at AS "checkedOutAt", p.outcome, p.decided_anew AS "decidedAnew",
            coalesce(r.hours_only, false) AS "hoursOnly"
     FROM place p
     LEFT JOIN resident r ON r.community_id = p.community_id AND r.id = p.attendee_id AND p.attendee_kind = 'resident'
     LEFT JOIN child c ON c.community_id = p.community_id AND c.id = p.attendee_id AND p.attendee_kind = 'child'
     WHERE p.community_id = $1 AND p.session_id = $2 AND p.cancelled_at IS NULL
     ORDER BY p.created_at, p.booking_id, p.attendee_id`,
    [communityId, sessionId],
  )
}

/**
 * Records that an attendee is there; the first record stands.
 * @returns when it was recorded; null when the attendee holds no place in the session
 */
export async function recordCheckIn(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  attendeeId: string,
  { method, now }: { method: CheckInMethod; now: Instant },
): Promise<Instant | null> {
  const [row] = await tx.query<{ checkedInAt: Instant }>(
    `UPDATE place SET check_in_method = CASE WHEN checked_in_at IS NULL THEN $4 ELSE check_in_method END,
                      checked_in_at = coalesce(checked_in_at, $5)
     WHERE community_id = $1 AND session_id = $2 AND attendee_id = $3 AND cancelled_at IS NULL
     RETURNING checked_in_at AS "checkedInAt"`,
    [communityId, sessionId, attendeeId, method, now],
  )
  return row?.checkedInAt ?? null
}

export async function saveOutcomes(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  attendees: string[],
  { outcome, now }: { outcome: 'present' | 'absent'; now: Instant },
): Promise<void> {
  await tx.query(
    `UPDATE place SET outcome = $4, outcome_at = $5
     WHERE community_id = $1 AND session_id = $2 AND attendee_id = ANY($3) AND cancelled_at IS NULL AND outcome IS NULL`,
    [communityId, sessionId, attendees, outcome, now],
  )
}

/**
 * Decides again about somebody whose outcome stands; closing the books settles what differs.
 * @param presence the times of who was there; how it was recorded first stays
 */
export async function saveOutcomeAnew(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  attendeeId: string,
  presence: { outcome: 'present' | 'absent'; checkedInAt: Instant; checkedOutAt: Instant; now: Instant },
): Promise<void> {
  const { outcome, checkedInAt, checkedOutAt, now } = presence
  const times =
    outcome === 'present'
      ? `, checked_in_at = $6, checked_out_at = $7, check_in_method = coalesce(check_in_method, 'manual')`
      : ''
  await tx.query(
    `UPDATE place SET outcome = $4, outcome_at = $5, decided_anew = true ${times}
     WHERE community_id = $1 AND session_id = $2 AND attendee_id = $3 AND cancelled_at IS NULL`,
    [communityId, sessionId, attendeeId, outcome, now, ...(times ? [checkedInAt, checkedOutAt] : [])],
  )
}

/** What was decided anew has been settled. */
export async function markSettled(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  attendees: string[],
): Promise<void> {
  if (attendees.length === 0) return
  await tx.query(
    `UPDATE place SET decided_anew = false
     WHERE community_id = $1 AND session_id = $2 AND attendee_id = ANY($3) AND cancelled_at IS NULL`,
    [communityId, sessionId, attendees],
  )
}

/** Opens closed books again; heads are to be counted anew. The session must be locked. */
export async function reopen(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  { why, now }: { why: string; now: Instant },
): Promise<void> {
  await tx.query(
    `UPDATE session SET closed_at = NULL, head_count = NULL, reopened_at = $3, reopened_why = $4
     WHERE community_id = $1 AND id = $2`,
    [communityId, sessionId, now, why],
  )
}

export async function closeSession(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  { headCount, closedAt }: { headCount: number; closedAt: Instant | null },
): Promise<void> {
  await tx.query(
    'UPDATE session SET head_count = $3, closed_at = $4 WHERE community_id = $1 AND id = $2 AND closed_at IS NULL',
    [communityId, sessionId, headCount, closedAt],
  )
}

/** Wrong numbers of one resident for one session. */
export async function findTries(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  residentId: string,
): Promise<{ wrong: number; lastAt: Instant }> {
  // The row has to be there to be locked: guesses may come in parallel.
  await tx.query(
    `INSERT INTO check_in_try (community_id, session_id, resident_id, wrong, last_at) VALUES ($1, $2, $3, 0, 0)
     ON CONFLICT DO NOTHING`,
    [communityId, sessionId, residentId],
  )
  const [row] = await tx.query<{ wrong: number; lastAt: Instant }>(
    `SELECT wrong, last_at AS "lastAt" FROM check_in_try
     WHERE community_id = $1 AND session_id = $2 AND resident_id = $3 FOR UPDATE`,
    [communityId, sessionId, residentId],
  )
  return row ?? { wrong: 0, lastAt: 0 }
}

export async function saveTries(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  residentId: string,
  tries: { wrong: number; lastAt: Instant },
): Promise<void> {
  await tx.query(
    `UPDATE check_in_try SET wrong = $4, last_at = $5
     WHERE community_id = $1 AND session_id = $2 AND resident_id = $3`,
    [communityId, sessionId, residentId, tries.wrong, tries.lastAt],
  )
}

/** Who came without being registered: a number, and nothing else of them. */
export async function saveWalkIns(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  count: number,
): Promise<void> {
  await tx.query('UPDATE session SET walk_ins = $3 WHERE community_id = $1 AND id = $2', [
    communityId,
    sessionId,
    count,
  ])
}

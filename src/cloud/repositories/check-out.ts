import type { CheckOutMethod } from '@/domain/attendance'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

export async function isCheckedIn(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  attendeeId: string,
): Promise<boolean> {
  const rows = await tx.query(
    `SELECT 1 FROM place WHERE community_id = $1 AND session_id = $2 AND attendee_id = $3 AND cancelled_at IS NULL
       AND checked_in_at IS NOT NULL AND outcome IS NULL`,
    [communityId, sessionId, attendeeId],
  )
  return rows.length > 0
}

/**
 * Records that somebody who is there leaves. The last record stands, for who came back; what a cadre noted is changed
 * by a cadre only.
 * @returns when they left, as it now stands; null when they were not there, or their presence is decided
 */
export async function recordCheckOut(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  attendeeId: string,
  { method, at }: { method: CheckOutMethod; at: Instant },
): Promise<Instant | null> {
  const stays = `$4 = 'code' AND check_out_method = 'manual'`
  const [row] = await tx.query<{ checkedOutAt: Instant }>(
    `UPDATE place SET checked_out_at = CASE WHEN ${stays} THEN checked_out_at ELSE greatest(checked_in_at, $5) END,
                      check_out_method = CASE WHEN ${stays} THEN check_out_method ELSE $4 END
     WHERE community_id = $1 AND session_id = $2 AND attendee_id = $3 AND cancelled_at IS NULL
       AND checked_in_at IS NOT NULL AND outcome IS NULL
     RETURNING checked_out_at AS "checkedOutAt"`,
    [communityId, sessionId, attendeeId, method, at],
  )
  return row?.checkedOutAt ?? null
}

/** Somebody stayed after all. */
export async function clearCheckOut(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  attendeeId: string,
): Promise<void> {
  await tx.query(
    `UPDATE place SET checked_out_at = NULL, check_out_method = NULL
     WHERE community_id = $1 AND session_id = $2 AND attendee_id = $3 AND cancelled_at IS NULL AND outcome IS NULL`,
    [communityId, sessionId, attendeeId],
  )
}

/** Who served and did not check out is taken to have stayed until the planned end; the session must be locked. */
export async function closeForgotten(
  tx: Transaction,
  communityId: string,
  { id, endsAt }: { id: string; endsAt: Instant },
): Promise<void> {
  await tx.query(
    `UPDATE place SET checked_out_at = greatest(checked_in_at, $3), check_out_method = 'planned_end'
     WHERE community_id = $1 AND session_id = $2 AND slot_kind = 'post' AND checked_in_at IS NOT NULL
       AND checked_out_at IS NULL AND cancelled_at IS NULL AND outcome IS NULL`,
    [communityId, id, endsAt],
  )
}

/** Sessions that ended by `before` with somebody who did not check out. */
export async function listForgotten(
  tx: Transaction,
  communityId: string,
  before: Instant,
  limit: number,
): Promise<string[]> {
  const rows = await tx.query<{ sessionId: string }>(
    `SELECT DISTINCT session_id AS "sessionId" FROM place
     WHERE community_id = $1 AND ends_at <= $2 AND slot_kind = 'post' AND checked_in_at IS NOT NULL
       AND checked_out_at IS NULL AND cancelled_at IS NULL AND outcome IS NULL LIMIT $3`,
    [communityId, before, limit],
  )
  return rows.map((row) => row.sessionId)
}

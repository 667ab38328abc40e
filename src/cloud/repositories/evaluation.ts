import type { Evaluation } from '@/domain/evaluation'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** The confirmed services of one session, each with what a cadre thought of it. */
export function listEvaluations(
  tx: Transaction,
  communityId: string,
  sessionId: string,
): Promise<{ recordId: string; residentId: string; slotId: string; evaluation: Evaluation | null }[]> {
  return tx.query(
    `SELECT r.id AS "recordId", r.resident_id AS "residentId", r.slot_id AS "slotId", e.evaluation
     FROM place p
     JOIN service_served r ON r.community_id = p.community_id AND r.resident_id = p.attendee_id
                          AND r.session_id = p.session_id AND r.slot_id = p.slot_id
     LEFT JOIN service_evaluation e ON e.community_id = r.community_id AND e.record_id = r.id
     WHERE p.community_id = $1 AND p.session_id = $2 AND p.slot_kind = 'post' AND p.cancelled_at IS NULL`,
    [communityId, sessionId],
  )
}

/** The last one stands; null takes it back. */
export async function saveEvaluation(
  tx: Transaction,
  communityId: string,
  recordId: string,
  { evaluation, by, now }: { evaluation: Evaluation | null; by: string; now: Instant },
): Promise<void> {
  if (evaluation === null) {
    await tx.query('DELETE FROM service_evaluation WHERE community_id = $1 AND record_id = $2', [
      communityId,
      recordId,
    ])
    return
  }
  await tx.query(
    `INSERT INTO service_evaluation (community_id, record_id, evaluation, evaluated_by, evaluated_at)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (community_id, record_id) DO UPDATE SET
       evaluation = EXCLUDED.evaluation, evaluated_by = EXCLUDED.evaluated_by, evaluated_at = EXCLUDED.evaluated_at`,
    [communityId, recordId, evaluation, by, now],
  )
}

import type { AuditAction } from '@/domain/audit'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { newRowId } from '../ids'

/** Who did what to whom and when; rows are only ever added. */
export async function insertAudit(
  tx: Transaction,
  communityId: string,
  entry: {
    actorId: string
    action: AuditAction
    sessionId: string | null
    subjectId: string | null
    why: string | null
    now: Instant
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO audit_entry (community_id, id, actor_id, action, session_id, subject_id, why, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      communityId,
      newRowId(),
      entry.actorId,
      entry.action,
      entry.sessionId,
      entry.subjectId,
      entry.why,
      entry.now,
    ],
  )
}

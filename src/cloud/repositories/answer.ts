import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

interface AnswerKey {
  communityId: string
  residentId: string
  requestId: string
}

export async function findAnswer(
  tx: Transaction,
  { communityId, residentId, requestId }: AnswerKey,
): Promise<{ payloadHash: string; data: string } | null> {
  const [row] = await tx.query<{ payloadHash: string; data: string }>(
    `SELECT payload_hash AS "payloadHash", data FROM answer
     WHERE community_id = $1 AND resident_id = $2 AND request_id = $3`,
    [communityId, residentId, requestId],
  )
  return row ?? null
}

/** In the transaction of the effect; a second writer of the same key fails and is run again. */
export async function saveAnswer(
  tx: Transaction,
  answer: AnswerKey & { action: string; payloadHash: string; data: string; now: Instant },
): Promise<void> {
  await tx.query(
    `INSERT INTO answer (community_id, resident_id, request_id, action, payload_hash, data, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      answer.communityId,
      answer.residentId,
      answer.requestId,
      answer.action,
      answer.payloadHash,
      answer.data,
      answer.now,
    ],
  )
}

/** Answers are kept for seven days, of one community at a time. */
export async function dropAnswers(tx: Transaction, communityId: string, before: Instant): Promise<void> {
  await tx.query('DELETE FROM answer WHERE community_id = $1 AND created_at < $2', [communityId, before])
}

import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { RESIDENT_COLUMNS, type ResidentRow } from './resident'

/** Whose request, and which. */
export interface AnswerKey {
  openId: string
  requestId: string
}

export interface KeptAnswer extends AnswerKey {
  payloadHash: string
  /** JSON */
  data: string
}

export function findAnswers(tx: Transaction, communityId: string, keys: AnswerKey[]): Promise<KeptAnswer[]> {
  return tx.query<KeptAnswer>(
    `SELECT r.open_id AS "openId", a.request_id AS "requestId", a.payload_hash AS "payloadHash", a.data
     FROM unnest($2::text[], $3::text[]) AS k (open_id, request_id)
     JOIN resident r ON r.community_id = $1 AND r.open_id = k.open_id
     JOIN answer a ON a.community_id = $1 AND a.resident_id = r.id AND a.request_id = k.request_id`,
    [communityId, keys.map((key) => key.openId), keys.map((key) => key.requestId)],
  )
}

/** Who sends a request, and what was answered to it before. */
export interface Asker {
  resident: ResidentRow | null
  kept: KeptAnswer | null
}

/** One for each key, in their order. */
export async function findAskers(tx: Transaction, communityId: string, keys: AnswerKey[]): Promise<Asker[]> {
  const rows = await tx.query<Partial<ResidentRow> & { payloadHash: string | null; data: string | null }>(
    `SELECT ${RESIDENT_COLUMNS}, a.payload_hash AS "payloadHash", a.data
     FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS k (open_id, request_id, n)
     LEFT JOIN resident r ON r.community_id = $1 AND r.open_id = k.open_id
     LEFT JOIN answer a ON a.community_id = $1 AND a.resident_id = r.id AND a.request_id = k.request_id
     ORDER BY k.n`,
    [communityId, keys.map((key) => key.openId), keys.map((key) => key.requestId)],
  )
  return rows.map(({ payloadHash, data, ...resident }, index) => ({
    resident: resident.id ? (resident as ResidentRow) : null,
    kept: data !== null && payloadHash !== null ? { ...(keys[index] as AnswerKey), payloadHash, data } : null,
  }))
}

/**
 * In the transaction of the effect; a second writer of the same key fails and is run again. Of somebody who
 * is no resident even after the request, nothing is kept.
 */
export async function saveAnswers(
  tx: Transaction,
  communityId: string,
  action: string,
  answers: KeptAnswer[],
  now: Instant,
): Promise<void> {
  if (answers.length === 0) return
  await tx.query(
    `INSERT INTO answer (community_id, resident_id, request_id, action, payload_hash, data, created_at)
     SELECT $1, r.id, k.request_id, $2, k.payload_hash, k.data, $3::bigint
     FROM unnest($4::text[], $5::text[], $6::text[], $7::text[]) AS k (open_id, request_id, payload_hash, data)
     JOIN resident r ON r.community_id = $1 AND r.open_id = k.open_id`,
    [
      ...[communityId, action, now],
      answers.map((it) => it.openId),
      answers.map((it) => it.requestId),
      answers.map((it) => it.payloadHash),
      answers.map((it) => it.data),
    ],
  )
}

/** Answers are kept for seven days, of one community at a time. */
export async function dropAnswers(tx: Transaction, communityId: string, before: Instant): Promise<void> {
  await tx.query('DELETE FROM answer WHERE community_id = $1 AND created_at < $2', [communityId, before])
}

/** What was answered to the one request that this key, made of all of it, stands for; null: nothing. */
export async function findOwnAnswer(
  tx: Transaction,
  communityId: string,
  key: string,
): Promise<string | null> {
  const [row] = await tx.query<{ data: string }>(
    `SELECT data FROM answer WHERE community_id = $1 AND payload_hash = $2 AND action = 'deleteAccount'`,
    [communityId, key],
  )
  return row?.data ?? null
}

/** Kept by its key alone: the identity behind it is a resident no more. */
export async function saveOwnAnswer(
  tx: Transaction,
  communityId: string,
  answer: { residentId: string; requestId: string; action: string; key: string; data: string; now: Instant },
): Promise<void> {
  const { residentId, requestId, action, key, data, now } = answer
  await tx.query(
    `INSERT INTO answer (community_id, resident_id, request_id, action, payload_hash, data, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [communityId, residentId, requestId, action, key, data, now],
  )
}

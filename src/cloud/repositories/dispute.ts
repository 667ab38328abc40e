import type { DisputeCause, DisputeState, KeepCause } from '@/domain/dispute'
import type { MovementKind } from '@/domain/ledger'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

export interface DisputeRow {
  id: string
  accountId: string
  seq: number
  movementId: string
  raisedBy: string
  cause: DisputeCause
  note: string
  createdAt: Instant
  state: DisputeState
  endedAt: Instant | null
  keepCause: KeepCause | null
  answerNote: string
}

/** Of a dispute `d`. */
export const DISPUTE_COLUMNS = `
  d.id, d.account_id AS "accountId", d.seq, d.movement_id AS "movementId", d.raised_by AS "raisedBy", d.cause, d.note,
  d.created_at AS "createdAt", d.state, d.ended_at AS "endedAt", d.keep_cause AS "keepCause",
  coalesce(d.answer_note, '') AS "answerNote"`

/** @param lock behind the household's: two cadres may answer at once */
export async function findDispute(
  tx: Transaction,
  communityId: string,
  id: string,
  lock: 'none' | 'update' = 'none',
): Promise<DisputeRow | null> {
  const [row] = await tx.query<DisputeRow>(
    `SELECT ${DISPUTE_COLUMNS} FROM dispute d WHERE d.community_id = $1 AND d.id = $2
     ${lock === 'update' ? 'FOR UPDATE' : ''}`,
    [communityId, id],
  )
  return row ?? null
}

/** An entry that is to be disputed, with what was said of its movement before. */
export interface EntryInQuestion {
  kind: MovementKind
  createdAt: Instant
  /** what moved first: of a correction or a return the movement it reverses */
  movementId: string
  open: boolean
  answered: number
}

export async function findEntryInQuestion(
  tx: Transaction,
  communityId: string,
  accountId: string,
  seq: number,
): Promise<EntryInQuestion | null> {
  const [row] = await tx.query<EntryInQuestion>(
    `SELECT m.kind, e.created_at AS "createdAt", coalesce(m.reverses, m.id) AS "movementId",
            count(*) FILTER (WHERE d.state = 'open') > 0 AS open,
            count(*) FILTER (WHERE d.state IN ('corrected', 'kept')) AS answered
     FROM points_entry e
     JOIN points_movement m ON m.community_id = e.community_id AND m.id = e.movement_id
     LEFT JOIN dispute d ON d.community_id = e.community_id AND d.account_id = e.account_id
                        AND d.movement_id = coalesce(m.reverses, m.id)
     WHERE e.community_id = $1 AND e.account_id = $2 AND e.seq = $3
     GROUP BY m.kind, e.created_at, m.reverses, m.id`,
    [communityId, accountId, seq],
  )
  return row ?? null
}

export async function insertDispute(
  tx: Transaction,
  communityId: string,
  dispute: Pick<
    DisputeRow,
    'id' | 'accountId' | 'seq' | 'movementId' | 'raisedBy' | 'cause' | 'note' | 'createdAt'
  >,
): Promise<void> {
  const { id, accountId, seq, movementId, raisedBy, cause, note, createdAt } = dispute
  await tx.query(
    `INSERT INTO dispute (community_id, id, account_id, seq, movement_id, raised_by, cause, note, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [communityId, id, accountId, seq, movementId, raisedBy, cause, note, createdAt],
  )
}

export async function withdraw(
  tx: Transaction,
  communityId: string,
  id: string,
  now: Instant,
): Promise<void> {
  await tx.query(
    `UPDATE dispute SET state = 'withdrawn', ended_at = $3
     WHERE community_id = $1 AND id = $2 AND state = 'open'`,
    [communityId, id, now],
  )
}

export interface DisputeAnswer {
  state: 'corrected' | 'kept'
  answeredBy: string
  keepCause: KeepCause | null
  note: string
  /** what answered it on the account; null: no points moved */
  correctionId: string | null
  now: Instant
}

/** The dispute must be locked. */
export async function saveAnswer(
  tx: Transaction,
  communityId: string,
  id: string,
  answer: DisputeAnswer,
): Promise<void> {
  await tx.query(
    `UPDATE dispute SET state = $3, ended_at = $4, answered_by = $5, keep_cause = $6, answer_note = $7,
                        correction_id = $8
     WHERE community_id = $1 AND id = $2 AND state = 'open'`,
    [
      communityId,
      id,
      answer.state,
      answer.now,
      answer.answeredBy,
      answer.keepCause,
      answer.note,
      answer.correctionId,
    ],
  )
}

/** Disputes with who raised them. `open`: oldest first, after `from`; `answered`: latest first, before it. */
export function listDisputes(
  tx: Transaction,
  communityId: string,
  which: 'open' | 'answered',
  from: { at: Instant; id: string },
  limit: number,
): Promise<(DisputeRow & { raiserName: string | null })[]> {
  const part =
    which === 'open'
      ? `d.state = 'open' AND (d.created_at, d.id) > ($2, $3) ORDER BY d.created_at, d.id`
      : `d.state IN ('corrected', 'kept') AND (d.ended_at, d.id) < ($2, $3) ORDER BY d.ended_at DESC, d.id DESC`
  return tx.query(
    `SELECT ${DISPUTE_COLUMNS}, r.name AS "raiserName"
     FROM dispute d JOIN resident r ON r.community_id = d.community_id AND r.id = d.raised_by
     WHERE d.community_id = $1 AND ${part} LIMIT $4`,
    [communityId, from.at, from.id, limit],
  )
}

export async function countOpenDisputes(tx: Transaction, communityId: string): Promise<number> {
  const [row] = await tx.query<{ open: number }>(
    `SELECT count(*) AS open FROM dispute WHERE community_id = $1 AND state = 'open'`,
    [communityId],
  )
  return row?.open ?? 0
}

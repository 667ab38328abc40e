import type { CallDraft } from '@/domain/call'
import type { ContentLabel, HeldState } from '@/domain/content-check'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** A call that waits until its texts have been checked. */
export interface HeldCall {
  id: string
  heldBy: string
  draft: CallDraft
  state: HeldState
  label: ContentLabel | null
  tries: number
  /** null: not asked again by itself */
  nextTryAt: Instant | null
  createdAt: Instant
}

const COLUMNS = `id, held_by AS "heldBy", draft, state, label, tries, next_try_at AS "nextTryAt",
                 created_at AS "createdAt"`

export async function insertHeldCall(tx: Transaction, communityId: string, held: HeldCall): Promise<void> {
  await tx.query(
    `INSERT INTO held_call (community_id, id, held_by, draft, state, label, tries, next_try_at, created_at)
     VALUES ($1, $2, $3, $4::text::jsonb, $5, $6, $7, $8, $9)`,
    [
      communityId,
      held.id,
      held.heldBy,
      JSON.stringify(held.draft),
      held.state,
      held.label,
      held.tries,
      held.nextTryAt,
      held.createdAt,
    ],
  )
}

export async function saveHeldCall(
  tx: Transaction,
  communityId: string,
  { id, state, label, tries, nextTryAt }: Omit<HeldCall, 'heldBy' | 'draft' | 'createdAt'>,
): Promise<void> {
  await tx.query(
    `UPDATE held_call SET state = $3, label = $4, tries = $5, next_try_at = $6
     WHERE community_id = $1 AND id = $2`,
    [communityId, id, state, label, tries, nextTryAt],
  )
}

/** Locked, when it is to be published or changed. */
export async function findHeldCall(
  tx: Transaction,
  communityId: string,
  id: string,
  lock?: 'update',
): Promise<HeldCall | null> {
  const [row] = await tx.query<HeldCall>(
    `SELECT ${COLUMNS} FROM held_call WHERE community_id = $1 AND id = $2 ${lock ? 'FOR UPDATE' : ''}`,
    [communityId, id],
  )
  return row ?? null
}

/** All that wait, latest first. */
export function listHeldCalls(tx: Transaction, communityId: string, limit: number): Promise<HeldCall[]> {
  return tx.query<HeldCall>(
    `SELECT ${COLUMNS} FROM held_call WHERE community_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2`,
    [communityId, limit],
  )
}

/** Those to be asked about again by now, with the open id of who wants to publish them. */
export function listHeldDue(
  tx: Transaction,
  communityId: string,
  now: Instant,
  limit: number,
): Promise<(HeldCall & { openId: string })[]> {
  return tx.query<HeldCall & { openId: string }>(
    `SELECT h.id, h.held_by AS "heldBy", h.draft, h.state, h.label, h.tries, h.next_try_at AS "nextTryAt",
            h.created_at AS "createdAt", r.open_id AS "openId"
     FROM held_call h JOIN resident r ON r.community_id = h.community_id AND r.id = h.held_by
     WHERE h.community_id = $1 AND h.next_try_at <= $2 ORDER BY h.next_try_at, h.id LIMIT $3`,
    [communityId, now, limit],
  )
}

export async function deleteHeldCall(tx: Transaction, communityId: string, id: string): Promise<void> {
  await tx.query('DELETE FROM held_call WHERE community_id = $1 AND id = $2', [communityId, id])
}

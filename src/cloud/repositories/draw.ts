import { drawStep, type WaitingDraw } from '@/domain/draw-number'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** The draw of a slot. The seed is for the draw itself and for its result. */
export interface DrawRow {
  slotId: string
  seed: string
  seedHash: string
  wantsNumber: boolean
  frozenAt: Instant | null
  /** null until frozen, like `capacity` */
  listHash: string | null
  capacity: number | null
  publicNumber: string | null
  /** when who published it was asked for the number */
  numberAskedAt: Instant | null
}

export async function insertDraw(
  tx: Transaction,
  communityId: string,
  draw: Pick<DrawRow, 'slotId' | 'seed' | 'seedHash' | 'wantsNumber'>,
): Promise<void> {
  await tx.query(
    'INSERT INTO draw (community_id, slot_id, seed, seed_hash, wants_number) VALUES ($1, $2, $3, $4, $5)',
    [communityId, draw.slotId, draw.seed, draw.seedHash, draw.wantsNumber],
  )
}

/** Changes under the slot's lock only. */
export async function findDraw(
  tx: Transaction,
  communityId: string,
  slotId: string,
): Promise<DrawRow | null> {
  const [row] = await tx.query<DrawRow>(
    `SELECT slot_id AS "slotId", seed, seed_hash AS "seedHash", wants_number AS "wantsNumber",
            frozen_at AS "frozenAt", list_hash AS "listHash", capacity, public_number AS "publicNumber",
            number_asked_at AS "numberAskedAt"
     FROM draw WHERE community_id = $1 AND slot_id = $2`,
    [communityId, slotId],
  )
  return row ?? null
}

export async function saveFrozen(
  tx: Transaction,
  communityId: string,
  slotId: string,
  frozen: { now: Instant; listHash: string; capacity: number },
): Promise<void> {
  await tx.query(
    'UPDATE draw SET frozen_at = $3, list_hash = $4, capacity = $5 WHERE community_id = $1 AND slot_id = $2',
    [communityId, slotId, frozen.now, frozen.listHash, frozen.capacity],
  )
}

export async function savePublicNumber(
  tx: Transaction,
  communityId: string,
  slotId: string,
  publicNumber: string,
): Promise<void> {
  await tx.query('UPDATE draw SET public_number = $3 WHERE community_id = $1 AND slot_id = $2', [
    communityId,
    slotId,
    publicNumber,
  ])
}

export async function markNumberAsked(
  tx: Transaction,
  communityId: string,
  slotId: string,
  now: Instant,
): Promise<void> {
  await tx.query('UPDATE draw SET number_asked_at = $3 WHERE community_id = $1 AND slot_id = $2', [
    communityId,
    slotId,
    now,
  ])
}

/** From now on the slot is one like any other; it must be locked. */
export async function markDrawn(
  tx: Transaction,
  communityId: string,
  slotId: string,
  now: Instant,
): Promise<void> {
  await tx.query('UPDATE slot SET drawn_at = $3 WHERE community_id = $1 AND id = $2', [
    communityId,
    slotId,
    now,
  ])
}

/** Slots whose draw has come and has something to be done about it, in sessions that have not begun. */
export async function listDrawsDue(tx: Transaction, communityId: string, now: Instant): Promise<string[]> {
  const rows = await tx.query<WaitingDraw & { slotId: string }>(
    `SELECT sl.id AS "slotId", sl.draw_at AS "drawAt", s.starts_at AS "startsAt", d.frozen_at AS "frozenAt",
            d.wants_number AS "wantsNumber", d.number_asked_at AS "numberAskedAt"
     FROM slot sl
     JOIN draw d ON d.community_id = sl.community_id AND d.slot_id = sl.id
     JOIN session s ON s.community_id = sl.community_id AND s.id = sl.session_id
     WHERE sl.community_id = $1 AND sl.allocation = 'draw' AND sl.drawn_at IS NULL AND sl.draw_at <= $2
       AND s.starts_at > $2 AND s.cancelled_at IS NULL
     ORDER BY sl.draw_at, sl.id`,
    [communityId, now],
  )
  return rows.filter((row) => drawStep(row, now) !== 'wait').map((row) => row.slotId)
}

/** How the draws of a session stand; says nothing of a seed. */
export interface DrawState extends Omit<DrawRow, 'seed' | 'capacity' | 'numberAskedAt'> {
  /** applications that were not withdrawn */
  applications: number
}

export function listDraws(tx: Transaction, communityId: string, sessionId: string): Promise<DrawState[]> {
  return tx.query<DrawState>(
    `SELECT d.slot_id AS "slotId", d.seed_hash AS "seedHash", d.wants_number AS "wantsNumber",
            d.frozen_at AS "frozenAt", d.list_hash AS "listHash", d.public_number AS "publicNumber",
            (SELECT count(*) FROM draw_application a WHERE a.community_id = d.community_id AND a.slot_id = d.slot_id
             AND a.withdrawn_at IS NULL) AS applications
     FROM draw d JOIN slot sl ON sl.community_id = d.community_id AND sl.id = d.slot_id
     WHERE d.community_id = $1 AND sl.session_id = $2`,
    [communityId, sessionId],
  )
}

import { createHash } from 'node:crypto'
import { ANNOUNCED } from '@/domain/announced-holidays'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { saveHolidayYear } from './holiday'

export interface CommunityRow {
  id: string
  name: string
}

export async function findCommunity(tx: Transaction, id: string): Promise<CommunityRow | null> {
  const [row] = await tx.query<CommunityRow>('SELECT id, name FROM community WHERE id = $1', [id])
  return row ?? null
}

export async function communityExists(tx: Transaction, id: string): Promise<boolean> {
  return (await findCommunity(tx, id)) !== null
}

export function listCommunities(tx: Transaction, after: string, limit: number): Promise<CommunityRow[]> {
  return tx.query<CommunityRow>('SELECT id, name FROM community WHERE id > $1 ORDER BY id LIMIT $2', [
    after,
    limit,
  ])
}

export async function insertCommunity(
  tx: Transaction,
  community: CommunityRow & { code: string; now: Instant },
): Promise<void> {
  await tx.query('INSERT INTO community (id, name, created_at) VALUES ($1, $2, $3)', [
    community.id,
    community.name,
    community.now,
  ])
  await tx.query('INSERT INTO community_code (community_id, code_hash, created_at) VALUES ($1, $2, $3)', [
    community.id,
    codeHash(community.code),
    community.now,
  ])
  for (const year of ANNOUNCED)
    await saveHolidayYear(tx, community.id, { ...year, seen: 0, now: community.now })
}

export async function insertGrid(
  tx: Transaction,
  communityId: string,
  grid: { id: string; name: string },
): Promise<void> {
  await tx.query('INSERT INTO grid (community_id, id, name) VALUES ($1, $2, $3)', [
    communityId,
    grid.id,
    grid.name,
  ])
}

export function listGrids(tx: Transaction, communityId: string): Promise<{ id: string; name: string }[]> {
  return tx.query('SELECT id, name FROM grid WHERE community_id = $1 ORDER BY name, id', [communityId])
}

/** A one-time code that is still good, or that this identity has redeemed before; locked. */
export async function lockCode(
  tx: Transaction,
  code: string,
  openId: string,
): Promise<{ communityId: string; communityName: string; redeemed: boolean } | null> {
  const [row] = await tx.query<{ communityId: string; communityName: string; redeemed: boolean }>(
    `SELECT k.community_id AS "communityId", c.name AS "communityName", k.redeemed_at IS NOT NULL AS redeemed
     FROM community_code k JOIN community c ON c.id = k.community_id
     WHERE k.code_hash = $1 AND (k.redeemed_at IS NULL OR k.redeemed_by = $2) FOR UPDATE OF k`,
    [codeHash(code), openId],
  )
  return row ?? null
}

export async function redeemCode(tx: Transaction, code: string, openId: string, now: Instant): Promise<void> {
  await tx.query('UPDATE community_code SET redeemed_at = $2, redeemed_by = $3 WHERE code_hash = $1', [
    codeHash(code),
    now,
    openId,
  ])
}

// The code is random with 60 bits, so a plain hash cannot be turned back.
function codeHash(code: string): string {
  return createHash('sha256')
    .update(code.toLowerCase().replace(/[^0-9a-z]/g, ''))
    .digest('hex')
}

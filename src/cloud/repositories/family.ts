import type { AgeBand } from '@/domain/age-band'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

export function listMembers(
  tx: Transaction,
  communityId: string,
  householdId: string,
): Promise<{ id: string; name: string; guardian: boolean }[]> {
  return tx.query(
    `SELECT id, coalesce(name, '') AS name, guardian FROM resident
     WHERE community_id = $1 AND household_id = $2 ORDER BY joined_at, id`,
    [communityId, householdId],
  )
}

export function listChildren(
  tx: Transaction,
  communityId: string,
  householdId: string,
): Promise<{ id: string; nickname: string; ageBand: AgeBand; consentedAt: Instant | null }[]> {
  return tx.query(
    `SELECT id, nickname, age_band AS "ageBand", consented_at AS "consentedAt" FROM child
     WHERE community_id = $1 AND household_id = $2 ORDER BY created_at, id`,
    [communityId, householdId],
  )
}

export async function insertChild(
  tx: Transaction,
  communityId: string,
  child: {
    id: string
    householdId: string
    guardianId: string
    nickname: string
    ageBand: AgeBand
    consentVersion: number
    pointsUsableFrom: Instant
    now: Instant
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO child (community_id, id, household_id, nickname, age_band, age_band_set_at, points_usable_from,
                        consent_version, consented_at, consented_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $6, $9, $6)`,
    [
      communityId,
      child.id,
      child.householdId,
      child.nickname,
      child.ageBand,
      child.now,
      child.pointsUsableFrom,
      child.consentVersion,
      child.guardianId,
    ],
  )
}

export async function readAddress(
  tx: Transaction,
  communityId: string,
  householdId: string,
): Promise<{ gridName: string; building: string } | null> {
  const [row] = await tx.query<{ gridName: string; building: string }>(
    `SELECT g.name AS "gridName", h.building FROM household h
     JOIN grid g ON g.community_id = h.community_id AND g.id = h.grid_id
     WHERE h.community_id = $1 AND h.id = $2`,
    [communityId, householdId],
  )
  return row ?? null
}

export async function saveAddress(
  tx: Transaction,
  communityId: string,
  householdId: string,
  address: { gridId: string; building: string; doorHash: string },
): Promise<void> {
  await tx.query(
    'UPDATE household SET grid_id = $3, building = $4, door_hash = $5 WHERE community_id = $1 AND id = $2',
    [communityId, householdId, address.gridId, address.building, address.doorHash],
  )
}

export async function findDoorHash(
  tx: Transaction,
  communityId: string,
  householdId: string,
): Promise<string | null> {
  const [row] = await tx.query<{ doorHash: string | null }>(
    'SELECT door_hash AS "doorHash" FROM household WHERE community_id = $1 AND id = $2',
    [communityId, householdId],
  )
  return row?.doorHash ?? null
}

/** Puts everybody of a household back into the queue of those to confirm. */
export async function unconfirmHousehold(
  tx: Transaction,
  communityId: string,
  householdId: string,
): Promise<void> {
  await tx.query(
    'UPDATE resident SET confirmed_at = NULL, confirmed_by = NULL WHERE community_id = $1 AND household_id = $2',
    [communityId, householdId],
  )
}

import type { AgeBand } from '@/domain/age-band'
import type { Consent } from '@/domain/child'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

export function listMembers(
  tx: Transaction,
  communityId: string,
  householdId: string,
): Promise<{ id: string; name: string; guardian: boolean; pointsUsableFrom: Instant }[]> {
  return tx.query(
    `SELECT id, coalesce(name, '') AS name, guardian, points_usable_from AS "pointsUsableFrom" FROM resident
     WHERE community_id = $1 AND household_id = $2 ORDER BY joined_at, id`,
    [communityId, householdId],
  )
}

export interface ChildRow extends Consent {
  id: string
  nickname: string
  ageBand: AgeBand
  ageBandSetAt: Instant
}

export function listChildren(tx: Transaction, communityId: string, householdId: string): Promise<ChildRow[]> {
  return tx.query<ChildRow>(
    `SELECT id, nickname, age_band AS "ageBand", age_band_set_at AS "ageBandSetAt", consented_at AS "consentedAt",
            consent_version AS "consentVersion" FROM child
     WHERE community_id = $1 AND household_id = $2 AND removed_at IS NULL ORDER BY created_at, id`,
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

/** Of one resident: a cadre has to look at the new address. */
export async function unconfirmResident(tx: Transaction, communityId: string, id: string): Promise<void> {
  await tx.query(
    'UPDATE resident SET confirmed_at = NULL, confirmed_by = NULL WHERE community_id = $1 AND id = $2',
    [communityId, id],
  )
}

/** A new household, for a resident who moves out of another, and the children that come along; without an address yet. */
export async function moveOut(
  tx: Transaction,
  communityId: string,
  { id, residentId, children, now }: { id: string; residentId: string; children: string[]; now: Instant },
): Promise<void> {
  await tx.query('INSERT INTO household (community_id, id, created_at) VALUES ($1, $2, $3)', [
    ...[communityId, id],
    now,
  ])
  await tx.query(
    `UPDATE resident SET household_id = $3, guardian = true, points_usable_from = $4, confirmed_at = NULL,
                         confirmed_by = NULL
     WHERE community_id = $1 AND id = $2`,
    [communityId, residentId, id, now],
  )
  await tx.query(
    'UPDATE child SET household_id = $3, points_usable_from = $4 WHERE community_id = $1 AND id = ANY($2)',
    [communityId, children, id, now],
  )
}

/** Who stays behind without a guardian answers for themselves; those who came first. */
export async function promoteFamily(
  tx: Transaction,
  communityId: string,
  householdId: string,
  most: number,
): Promise<void> {
  await tx.query(
    `UPDATE resident SET guardian = true WHERE community_id = $1 AND id IN (
       SELECT id FROM resident WHERE community_id = $1 AND household_id = $2 ORDER BY joined_at, id LIMIT $3)`,
    [communityId, householdId, most],
  )
}

export async function listGuardians(
  tx: Transaction,
  communityId: string,
  householdId: string,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'SELECT id FROM resident WHERE community_id = $1 AND household_id = $2 AND guardian ORDER BY id',
    [communityId, householdId],
  )
  return rows.map((row) => row.id)
}

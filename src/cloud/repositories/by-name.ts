import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { newRowId } from '../ids'
import { insertResident, type ResidentRow } from './resident'

export interface NamedResident {
  residentId: string
  name: string
  gridName: string | null
  building: string | null
  withoutPhone: boolean
}

const NAMED = `
  SELECT r.id AS "residentId", r.name, g.name AS "gridName", h.building, r.without_phone AS "withoutPhone"
  FROM resident r
  JOIN household h ON h.community_id = r.community_id AND h.id = r.household_id
  LEFT JOIN grid g ON g.community_id = h.community_id AND g.id = h.grid_id`

/** Residents of exactly these names. */
export function listNamed(tx: Transaction, communityId: string, names: string[]): Promise<NamedResident[]> {
  return tx.query<NamedResident>(
    `${NAMED} WHERE r.community_id = $1 AND r.name = ANY($2) AND r.left_at IS NULL ORDER BY r.name, h.building NULLS LAST, r.id`,
    [communityId, names],
  )
}

/** Residents whose name contains `part`, the closest first. */
export function searchNamed(
  tx: Transaction,
  communityId: string,
  part: string,
  limit: number,
): Promise<NamedResident[]> {
  return tx.query<NamedResident>(
    `${NAMED} WHERE r.community_id = $1 AND strpos(r.name, $2) > 0 AND r.left_at IS NULL
     ORDER BY length(r.name), strpos(r.name, $2), r.name, r.id LIMIT $3`,
    [communityId, part, limit],
  )
}

/** Somebody without an identity of the platform: nobody can sign in as them. */
export async function insertWithoutPhone(
  tx: Transaction,
  communityId: string,
  who: { name: string; gridId: string | null; building: string | null; confirmedBy: string; now: Instant },
): Promise<ResidentRow> {
  const { name, gridId, building, confirmedBy, now } = who
  const openId = `without-phone:${newRowId()}`
  const row = await insertResident(tx, communityId, { openId, name, role: 'resident', confirmed: true, now })
  await tx.query(
    `UPDATE resident SET without_phone = true, confirmed_by = $3 WHERE community_id = $1 AND id = $2`,
    [communityId, row.id, confirmedBy],
  )
  await tx.query('UPDATE household SET grid_id = $3, building = $4 WHERE community_id = $1 AND id = $2', [
    communityId,
    row.householdId,
    gridId,
    building,
  ])
  return row
}

import type { Role } from '@/domain/role'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { SKILLS_OF, type SkillRow } from './skill'

// A door is told by its hash; who gave no address stands alone.
const DOOR = `coalesce(h.door_hash, h.id)`
// By grid, then by the number of the building, as people count them: 2号楼 before 10号楼.
const PLACE = `coalesce(g.name, ''), coalesce(substring(h.building FROM '[0-9]+')::numeric, 0), coalesce(h.building, ''), ${DOOR}`
const HOUSEHOLD = `
  household h LEFT JOIN grid g ON g.community_id = h.community_id AND g.id = h.grid_id`

export interface DoorRow {
  /** of one household behind it: where the list goes on */
  id: string
  door: string
  gridName: string | null
  building: string | null
}

/**
 * Doors behind which somebody waits to be confirmed, or says they have a skill, by grid and building.
 * @param after a household behind the last door of the page before; null: from the first
 */
export function listWaitingDoors(
  tx: Transaction,
  communityId: string,
  after: string | null,
  limit: number,
): Promise<DoorRow[]> {
  return tx.query<DoorRow>(
    `WITH waiting AS (
       SELECT r.household_id FROM resident r
       JOIN household h ON h.community_id = r.community_id AND h.id = r.household_id
       WHERE r.community_id = $1 AND r.confirmed_at IS NULL AND h.door_hash IS NOT NULL
       UNION
       SELECT r.household_id FROM resident_skill k
       JOIN resident r ON r.community_id = k.community_id AND r.id = k.resident_id
       WHERE k.community_id = $1 AND k.confirmed_at IS NULL)
     SELECT min(h.id) AS id, ${DOOR} AS door, g.name AS "gridName", h.building
     FROM waiting w JOIN ${HOUSEHOLD} ON true
     WHERE h.community_id = $1 AND h.id = w.household_id
       AND ($2::text IS NULL OR (${PLACE}) > (SELECT ${PLACE} FROM ${HOUSEHOLD} WHERE h.community_id = $1 AND h.id = $2))
     GROUP BY g.name, h.building, ${DOOR}
     ORDER BY ${PLACE} LIMIT $3`,
    [communityId, after, limit],
  )
}

export interface BehindDoor {
  door: string
  householdId: string
  children: number
  id: string
  name: string
  role: Role
  confirmed: boolean
  joinedAt: Instant
  skills: SkillRow[]
  double: string | null
}

/** Everybody behind these doors, those who live together one after the other, at most `most` of a door. */
export function listBehindDoors(
  tx: Transaction,
  communityId: string,
  doors: string[],
  most: number,
): Promise<BehindDoor[]> {
  return tx.query<BehindDoor>(
    `SELECT * FROM (
       SELECT ${DOOR} AS door, h.id AS "householdId", r.id, coalesce(r.name, '') AS name, r.role,
              r.confirmed_at IS NOT NULL AS confirmed, r.joined_at AS "joinedAt", ${SKILLS_OF} AS skills,
              CASE WHEN r.confirmed_at IS NULL THEN
                (SELECT min(o.id) FROM resident o WHERE o.community_id = r.community_id AND o.name = r.name AND o.without_phone)
              END AS double,
              (SELECT count(*)::int FROM child c WHERE c.community_id = h.community_id AND c.household_id = h.id
               AND c.removed_at IS NULL) AS children,
              row_number() OVER (PARTITION BY ${DOOR} ORDER BY h.created_at, h.id, r.joined_at, r.id)::int AS nth
       FROM household h JOIN resident r ON r.community_id = h.community_id AND r.household_id = h.id
       WHERE h.community_id = $1 AND (h.door_hash = ANY($2) OR (h.door_hash IS NULL AND h.id = ANY($2)))) AS behind
     WHERE nth <= $3 ORDER BY door, nth`,
    [communityId, doors, most],
  )
}

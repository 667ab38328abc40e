import type { MergeFacts } from '@/domain/household-merge'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/**
 * Two locked households, as {@link MergeFacts}; null: one of them is not there, or has gone into another before.
 * @param reopenableFrom books of sessions that ended after it can be opened again
 */
export async function readMergeFacts(
  tx: Transaction,
  communityId: string,
  { keep, drop, reopenableFrom }: { keep: string; drop: string; reopenableFrom: Instant },
): Promise<MergeFacts | null> {
  const [row] = await tx.query<MergeFacts>(
    `SELECT coalesce(k.door_hash = d.door_hash, false) AS "sameDoor", k.owed + d.owed AS owed,
            (SELECT count(*)::int FROM resident r WHERE r.community_id = $1 AND r.household_id IN ($2, $3)) AS adults,
            (SELECT count(*)::int FROM child c WHERE c.community_id = $1 AND c.household_id IN ($2, $3) AND c.removed_at IS NULL) AS children,
            ((SELECT count(*) FROM place p JOIN session s ON s.community_id = p.community_id AND s.id = p.session_id
              WHERE p.community_id = $1 AND p.household_id = $3 AND p.cancelled_at IS NULL AND s.closed_at IS NULL)
             + (SELECT count(*) FROM waitlist_entry w
                WHERE w.community_id = $1 AND w.household_id = $3 AND w.ended_at IS NULL)
             + (SELECT count(*) FROM draw_application a JOIN slot l ON l.community_id = a.community_id AND l.id = a.slot_id
                JOIN session s ON s.community_id = l.community_id AND s.id = l.session_id
                WHERE a.community_id = $1 AND a.household_id = $3 AND a.withdrawn_at IS NULL AND l.drawn_at IS NULL
                  AND s.cancelled_at IS NULL)
             + (SELECT count(*) FROM dispute d
                WHERE d.community_id = $1 AND d.account_id = $3 AND d.state = 'open')
             + (SELECT count(*) FROM service_record v
                JOIN resident r ON r.community_id = v.community_id AND r.id = v.resident_id
                JOIN session s ON s.community_id = v.community_id AND s.id = v.session_id
                WHERE v.community_id = $1 AND r.household_id = $3 AND s.ends_at > $4))::int AS pending
     FROM household k, household d
     WHERE k.community_id = $1 AND k.id = $2 AND k.merged_into IS NULL
       AND d.community_id = $1 AND d.id = $3 AND d.merged_into IS NULL`,
    [communityId, keep, drop, reopenableFrom],
  )
  return row ?? null
}

/**
 * Moves people, and what they took part in, from one locked household to another. Guardians beyond
 * `guardians` become family; nobody who comes uses the points before `pointsUsableFrom`.
 */
export async function moveHousehold(
  tx: Transaction,
  communityId: string,
  {
    keep,
    drop,
    guardians,
    pointsUsableFrom,
  }: { keep: string; drop: string; guardians: number; pointsUsableFrom: Instant },
): Promise<{ residents: number; children: number }> {
  const residents = await tx.query(
    `WITH coming AS (
       SELECT r.id, r.guardian AND row_number() OVER (ORDER BY r.guardian DESC, r.joined_at, r.id)
              + (SELECT count(*) FROM resident o WHERE o.community_id = $1 AND o.household_id = $2 AND o.guardian) <= $4 AS guards
       FROM resident r WHERE r.community_id = $1 AND r.household_id = $3)
     UPDATE resident SET household_id = $2, guardian = coming.guards,
                         points_usable_from = greatest(points_usable_from, $5::bigint)
     FROM coming WHERE resident.community_id = $1 AND resident.id = coming.id RETURNING resident.id`,
    [communityId, keep, drop, guardians, pointsUsableFrom],
  )
  const children = await tx.query(
    `UPDATE child SET household_id = $2, points_usable_from = greatest(points_usable_from, $4::bigint)
     WHERE community_id = $1 AND household_id = $3 RETURNING id`,
    [communityId, keep, drop, pointsUsableFrom],
  )
  for (const table of ['booking', 'place', 'waitlist_entry', 'household_invitation'] as const) {
    await tx.query(`UPDATE ${table} SET household_id = $2 WHERE community_id = $1 AND household_id = $3`, [
      communityId,
      keep,
      drop,
    ])
  }
  await tx.query(
    'UPDATE household SET merged_into = $2, door_hash = NULL WHERE community_id = $1 AND id = $3',
    [communityId, keep, drop],
  )
  return { residents: residents.length, children: children.length }
}

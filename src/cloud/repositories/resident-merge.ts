import type { DoubleFacts } from '@/domain/resident-merge'
import type { Transaction } from '../db/database'

export interface DoubleRow extends DoubleFacts {
  keepHousehold: string
  dropHousehold: string
}

/** Two residents as {@link DoubleFacts}; null: one of them is not there. */
export async function readDouble(
  tx: Transaction,
  communityId: string,
  keep: string,
  drop: string,
): Promise<DoubleRow | null> {
  const [row] = await tx.query<DoubleRow>(
    `SELECT k.household_id AS "keepHousehold", d.household_id AS "dropHousehold",
            coalesce(k.name = d.name, false) AS "sameName", NOT k.without_phone AS "keepHasPhone",
            NOT d.without_phone AND d.role = 'resident' AS "dropHasPhone",
            ((SELECT count(*) FROM place p WHERE p.community_id = $1 AND p.household_id = d.household_id)
             + (SELECT count(*) FROM waitlist_entry w WHERE w.community_id = $1 AND w.household_id = d.household_id)
             + (SELECT count(*) FROM draw_application a WHERE a.community_id = $1 AND a.household_id = d.household_id)
             + (SELECT count(*) FROM service_record v WHERE v.community_id = $1 AND v.resident_id = d.id)
             + (SELECT count(*) FROM child c WHERE c.community_id = $1 AND c.household_id = d.household_id)
             + (SELECT count(*) FROM resident o WHERE o.community_id = $1 AND o.household_id = d.household_id AND o.id <> d.id)
             + (SELECT h.seq + h.owed FROM household h WHERE h.community_id = $1 AND h.id = d.household_id))::int AS taken
     FROM resident k, resident d
     WHERE k.community_id = $1 AND k.id = $2 AND d.community_id = $1 AND d.id = $3`,
    [communityId, keep, drop],
  )
  return row ?? null
}

/** The phone, the address and the skills go over; what is left of `drop` is a row without a name. */
export async function moveIdentity(
  tx: Transaction,
  communityId: string,
  {
    keep,
    drop,
    keepHousehold,
    dropHousehold,
  }: { keep: string; drop: string; keepHousehold: string; dropHousehold: string },
): Promise<void> {
  const [phone] = await tx.query<{ openId: string }>(
    'SELECT open_id AS "openId" FROM resident WHERE community_id = $1 AND id = $2',
    [communityId, drop],
  )
  // First, as an identity belongs to one resident of a community.
  await tx.query(
    `UPDATE resident SET open_id = 'merged:' || id, name = NULL, confirmed_at = NULL
     WHERE community_id = $1 AND id = $2`,
    [communityId, drop],
  )
  await tx.query(
    'UPDATE resident SET open_id = $3, without_phone = false WHERE community_id = $1 AND id = $2',
    [communityId, keep, phone?.openId ?? null],
  )
  // What messages were allowed goes with the phone; who is kept had none, and so allowed none.
  await tx.query('UPDATE message_accept SET resident_id = $2 WHERE community_id = $1 AND resident_id = $3', [
    communityId,
    keep,
    drop,
  ])
  // Who is kept had no phone to take leave with.
  await tx.query('UPDATE resident_leave SET resident_id = $2 WHERE community_id = $1 AND resident_id = $3', [
    communityId,
    keep,
    drop,
  ])
  await tx.query(
    `UPDATE household k SET grid_id = d.grid_id, building = d.building, door_hash = d.door_hash FROM household d
     WHERE k.community_id = $1 AND k.id = $2 AND k.door_hash IS NULL
       AND d.community_id = $1 AND d.id = $3 AND d.door_hash IS NOT NULL`,
    [communityId, keepHousehold, dropHousehold],
  )
  await tx.query(
    'UPDATE household SET merged_into = $2, door_hash = NULL WHERE community_id = $1 AND id = $3',
    [communityId, keepHousehold, dropHousehold],
  )
  await tx.query(
    `WITH said AS (DELETE FROM resident_skill WHERE community_id = $1 AND resident_id = $3 RETURNING skill, confirmed_at)
     INSERT INTO resident_skill (community_id, resident_id, skill, confirmed_at)
     SELECT $1, $2, skill, confirmed_at FROM said ON CONFLICT DO NOTHING`,
    [communityId, keep, drop],
  )
}

import type { StampCard } from '@/contract/list-stamps'
import { COURSE_KINDS } from '@/domain/activity'
import type { Transaction } from '../db/database'

/** Classes in which the household's children were present, as the places have it. */
export function listStampCards(
  tx: Transaction,
  communityId: string,
  householdId: string,
): Promise<StampCard[]> {
  return tx.query<StampCard>(
    `SELECT c.id AS "childId", c.nickname, count(p.*)::int AS total,
            (array_agg(json_build_object('title', a.title, 'startsAt', p.starts_at) ORDER BY p.starts_at DESC)
             FILTER (WHERE p.attendee_id IS NOT NULL))[1] AS last
     FROM child c
     LEFT JOIN (place p JOIN activity a ON a.community_id = p.community_id AND a.id = p.activity_id AND a.kind = ANY($3))
       ON p.community_id = c.community_id AND p.attendee_id = c.id AND p.cancelled_at IS NULL AND p.outcome = 'present'
     WHERE c.community_id = $1 AND c.household_id = $2 AND c.removed_at IS NULL
     GROUP BY c.community_id, c.id, c.nickname, c.created_at ORDER BY c.created_at, c.id`,
    [communityId, householdId, COURSE_KINDS],
  )
}

import { ABSENCES_MATTER_FOR } from '@/domain/attendance'
import type { Role } from '@/domain/role'
import type { TeamKind } from '@/domain/team'
import { DAY, type Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import type { Position } from '../page'
import { SKILLS_OF, type SkillRow } from './skill'

export interface MemberListRow {
  id: string
  name: string
  role: Role
  gridName: string | null
  building: string | null
  joinedAt: Instant
  suspendedUntil: Instant | null
  skills: SkillRow[]
}

/** Those who are confirmed. @param name a part of it; null: all */
export function listConfirmed(
  tx: Transaction,
  communityId: string,
  name: string | null,
  after: Position,
  limit: number,
): Promise<MemberListRow[]> {
  return tx.query<MemberListRow>(
    `SELECT r.id, coalesce(r.name, '') AS name, r.role, g.name AS "gridName", h.building, r.joined_at AS "joinedAt",
            r.suspended_until AS "suspendedUntil", ${SKILLS_OF} AS skills
     FROM resident r
     JOIN household h ON h.community_id = r.community_id AND h.id = r.household_id
     LEFT JOIN grid g ON g.community_id = h.community_id AND g.id = h.grid_id
     WHERE r.community_id = $1 AND r.confirmed_at IS NOT NULL AND (r.joined_at, r.id) > ($2, $3)
       AND ($4::text IS NULL OR strpos(r.name, $4) > 0)
     ORDER BY r.joined_at, r.id LIMIT $5`,
    [communityId, after.at, after.id, name, limit],
  )
}

export interface CardRow {
  gridName: string | null
  building: string | null
  suspendedUntil: Instant | null
  suspensionCause: string | null
  team: { name: string; kind: TeamKind } | null
  skills: SkillRow[]
  residents: { id: string; name: string; confirmed: boolean }[]
  children: number
  services: { count: number; minutes: number }
  absences: number
  upcoming: number
}

const SERVED_SINCE = 365 * DAY
// Two no-shows within these limit a household.
const ABSENT_SINCE = ABSENCES_MATTER_FOR - 30 * DAY

/** What is on the card of one member, beside what the resident's own row says. */
export async function readCard(
  tx: Transaction,
  communityId: string,
  residentId: string,
  now: Instant,
): Promise<CardRow | null> {
  const [row] = await tx.query<CardRow>(
    `SELECT g.name AS "gridName", h.building, r.suspended_until AS "suspendedUntil", r.suspension_cause AS "suspensionCause",
            CASE WHEN t.id IS NOT NULL THEN json_build_object('name', t.name, 'kind', t.kind) END AS team, ${SKILLS_OF} AS skills,
            coalesce((SELECT json_agg(json_build_object('id', o.id, 'name', coalesce(o.name, ''), 'confirmed', o.confirmed_at IS NOT NULL)
                                      ORDER BY o.joined_at, o.id)
                      FROM resident o WHERE o.community_id = r.community_id AND o.household_id = r.household_id AND o.id <> r.id), '[]') AS residents,
            (SELECT count(*)::int FROM child c WHERE c.community_id = r.community_id AND c.household_id = r.household_id
             AND c.removed_at IS NULL) AS children,
            (SELECT json_build_object('count', count(*), 'minutes', coalesce(sum(v.minutes), 0)) FROM service_record v
             WHERE v.community_id = r.community_id AND v.resident_id = r.id AND v.starts_at > $3) AS services,
            (SELECT count(DISTINCT p.session_id)::int FROM place p
             WHERE p.community_id = r.community_id AND p.household_id = r.household_id AND p.ends_at > $4
               AND p.outcome = 'absent') AS absences,
            (SELECT count(DISTINCT p.session_id)::int FROM place p
             WHERE p.community_id = r.community_id AND p.household_id = r.household_id AND p.ends_at > $5
               AND p.cancelled_at IS NULL) AS upcoming
     FROM resident r
     JOIN household h ON h.community_id = r.community_id AND h.id = r.household_id
     LEFT JOIN grid g ON g.community_id = h.community_id AND g.id = h.grid_id
     LEFT JOIN team t ON t.community_id = r.community_id AND t.id = r.team_id
     WHERE r.community_id = $1 AND r.id = $2`,
    [communityId, residentId, now - SERVED_SINCE, now - ABSENT_SINCE, now],
  )
  return row ?? null
}

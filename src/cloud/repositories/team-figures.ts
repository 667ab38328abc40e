import { NOTHING_COUNTED, type FigureCounts } from '@/domain/figures'
import type { TeamKind } from '@/domain/team'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** What a team did in a span: what was booked by its members while they were in it. */
export interface TeamCounts extends FigureCounts {
  name: string
  kind: TeamKind
  /** services with time in them */
  times: number
}

const TEAMS = `
  WITH gone AS (
    SELECT b.team_id, p.attendee_id, p.session_id, p.slot_id, p.outcome
    FROM booking b JOIN place p ON p.community_id = b.community_id AND p.booking_id = b.id
    WHERE b.community_id = $1 AND b.team_id IS NOT NULL AND p.starts_at >= $2 AND p.starts_at < $3
      AND p.outcome IS NOT NULL AND p.cancelled_at IS NULL),
  services AS (
    SELECT g.team_id, g.attendee_id,
           r.minutes + coalesce((SELECT sum(c.minutes)::int FROM service_correction c
                                 WHERE c.community_id = r.community_id AND c.record_id = r.id), 0) AS minutes
    FROM gone g JOIN service_record r ON r.community_id = $1 AND r.resident_id = g.attendee_id
                                     AND r.session_id = g.session_id AND r.slot_id = g.slot_id),
  persons AS (
    SELECT team_id, attendee_id, count(*) FILTER (WHERE outcome = 'present')::int AS present,
           count(*) FILTER (WHERE outcome = 'absent')::int AS absent
    FROM gone GROUP BY team_id, attendee_id),
  presences AS (
    SELECT team_id, sum(present)::int AS attendances, count(*) FILTER (WHERE present > 0)::int AS people,
           sum(absent)::int AS absences, count(*) FILTER (WHERE absent > 0)::int AS absentees
    FROM persons GROUP BY team_id),
  served AS (
    SELECT team_id, sum(minutes)::int AS minutes, count(*)::int AS times,
           count(DISTINCT attendee_id)::int AS volunteers
    FROM services WHERE minutes > 0 GROUP BY team_id)
  SELECT t.name, t.kind, p.attendances, p.people, p.absences, p.absentees, coalesce(s.minutes, 0) AS minutes,
         coalesce(s.times, 0) AS times, coalesce(s.volunteers, 0) AS volunteers
  FROM presences p JOIN team t ON t.community_id = $1 AND t.id = p.team_id
  LEFT JOIN served s ON s.team_id = p.team_id
  ORDER BY t.created_at, t.id`

/** Of every team of which anybody was there or missing. */
export async function countTeams(
  tx: Transaction,
  communityId: string,
  { from, until }: { from: Instant; until: Instant },
): Promise<TeamCounts[]> {
  type Row = Omit<TeamCounts, 'households' | 'newHouseholds'>
  const rows = await tx.query<Row>(TEAMS, [communityId, from, until])
  return rows.map((row) => ({ ...NOTHING_COUNTED, ...row }))
}

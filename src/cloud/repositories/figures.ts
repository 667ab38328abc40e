import type { ActivityKind } from '@/domain/activity'
import { NOTHING_COUNTED, type FigureCounts, type FilledSlot } from '@/domain/figures'
import type { SlotTerms } from '@/domain/slot'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** Sessions that began in so many months, from the first moment of each; the last is where they end. */
export interface MonthsAsked {
  starts: Instant[]
}

/** Which part of the year a count is of: all three null, it is of the whole. */
export interface PartKey {
  month: number | null
  /** '' : of households that live nowhere known */
  grid: string | null
  kind: ActivityKind | null
}

export type PartCounts = PartKey & FigureCounts

/** Of the whole and of each part what is counted of one of `whose`, so that the next step counts lines and sorts nothing. */
const partsOf = (whose: string) =>
  `GROUPING SETS ((${whose}), (${whose}, month), (${whose}, grid), (${whose}, kind))`

// Counted by person first: of what many sessions have of one, all further steps see a line.
const PRESENCES = `
  WITH each AS (
    SELECT attendee_id, household_id, width_bucket(p.starts_at, $2::bigint[]) AS month, a.kind,
           count(*) FILTER (WHERE p.outcome = 'present') AS present, count(*) FILTER (WHERE p.outcome = 'absent') AS absent
    FROM place p JOIN activity a ON a.community_id = p.community_id AND a.id = p.activity_id
    WHERE p.community_id = $1 AND p.starts_at >= $3 AND p.starts_at < $4 AND p.outcome IS NOT NULL
    GROUP BY attendee_id, household_id, month, a.kind),
  -- once for each household, not for each of its lines
  homes AS MATERIALIZED (
    SELECT h.id, coalesce(h.grid_id, '') AS grid,
           width_bucket((SELECT p.starts_at FROM place p WHERE p.community_id = h.community_id AND p.household_id = h.id
                         AND p.outcome = 'present' ORDER BY p.starts_at LIMIT 1), $2::bigint[]) AS first
    FROM household h WHERE h.community_id = $1 AND h.id IN (SELECT household_id FROM each)),
  known AS (SELECT e.*, h.grid, h.first FROM each e JOIN homes h ON h.id = e.household_id),
  persons AS (
    SELECT month, grid, kind, sum(present) AS present, sum(absent) AS absent
    FROM known GROUP BY ${partsOf('attendee_id')}),
  households AS (
    SELECT month, grid, kind,
           -- of a month: it came first in that month; of all else: in that year
           CASE WHEN grouping(month) = 0 THEN min(first) = month ELSE min(first) > 0 END AS new
    FROM known WHERE present > 0 GROUP BY ${partsOf('household_id')})
  SELECT p.*, coalesce(h.households, 0) AS households, coalesce(h."newHouseholds", 0) AS "newHouseholds"
  FROM (SELECT month, grid, kind, sum(present)::int AS attendances, sum(absent)::int AS absences,
               count(*) FILTER (WHERE present > 0) AS people, count(*) FILTER (WHERE absent > 0) AS absentees
        FROM persons GROUP BY month, grid, kind) AS p
  LEFT JOIN (SELECT month, grid, kind, count(*) AS households, count(*) FILTER (WHERE new) AS "newHouseholds"
             FROM households GROUP BY month, grid, kind) AS h
    ON (h.month, h.grid, h.kind) IS NOT DISTINCT FROM (p.month, p.grid, p.kind)`

const SERVICE = `
  WITH each AS (
    SELECT r.resident_id, width_bucket(r.starts_at, $2::bigint[]) AS month, s.activity_id,
           sum(r.minutes + coalesce(c.minutes, 0)) AS minutes
    FROM service_record r
    JOIN session s ON s.community_id = r.community_id AND s.id = r.session_id
    LEFT JOIN (SELECT record_id, sum(minutes) AS minutes FROM service_correction WHERE community_id = $1 GROUP BY record_id)
              AS c ON c.record_id = r.id
    WHERE r.community_id = $1 AND r.starts_at >= $3 AND r.starts_at < $4
    GROUP BY r.resident_id, month, s.activity_id),
  known AS (
    SELECT e.resident_id, e.month, e.minutes, a.kind, coalesce(h.grid_id, '') AS grid
    FROM each e
    JOIN activity a ON a.community_id = $1 AND a.id = e.activity_id
    JOIN resident r ON r.community_id = $1 AND r.id = e.resident_id
    JOIN household h ON h.community_id = $1 AND h.id = r.household_id
    WHERE e.minutes > 0),
  volunteers AS (
    SELECT month, grid, kind, sum(minutes) AS minutes FROM known GROUP BY ${partsOf('resident_id')})
  SELECT month, grid, kind, sum(minutes)::int AS minutes, count(*) AS volunteers
  FROM volunteers GROUP BY month, grid, kind`

const keyOf = ({ month, grid, kind }: PartKey) => `${month} ${grid} ${kind}`

/** Everything that is counted of persons, of the whole and of each month, grid and kind that has any. */
export async function countFigures(
  tx: Transaction,
  communityId: string,
  { starts }: MonthsAsked,
): Promise<PartCounts[]> {
  const parameters = [communityId, starts, starts[0] ?? 0, starts[starts.length - 1] ?? 0]
  // A year of a large community, by person: what the database grants one step by default would go over its disk.
  await tx.query("SET LOCAL work_mem = '32MB'")
  const parts = new Map<string, PartCounts>()
  for (const sql of [PRESENCES, SERVICE]) {
    for (const row of await tx.query<PartKey & Partial<FigureCounts>>(sql, parameters)) {
      const before = parts.get(keyOf(row)) ?? NOTHING_COUNTED
      parts.set(keyOf(row), { ...before, ...row })
    }
  }
  return [...parts.values()]
}

export type FilledRow = FilledSlot & { month: number; kind: ActivityKind }

/** The slots of sessions that began in these months and were not cancelled; none whose places were drawn. */
export async function listFilledSlots(
  tx: Transaction,
  communityId: string,
  { starts }: MonthsAsked,
): Promise<FilledRow[]> {
  const rows = await tx.query<Omit<FilledRow, 'terms'> & Pick<SlotTerms, Term>>(
    `SELECT width_bucket(s.starts_at, $2::bigint[]) AS month, a.kind, l.capacity, l.price, l.share,
            l.priority_opens_at AS "priorityOpensAt", l.opens_at AS "opensAt", l.full_at AS "fullAt",
            coalesce(s.heard_at, c.published_at) AS "heardAt"
     FROM session s
     JOIN slot l ON l.community_id = s.community_id AND l.session_id = s.id AND l.allocation = 'booking'
     JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
     JOIN recruitment_call c ON c.community_id = s.community_id AND c.id = s.call_id
     WHERE s.community_id = $1 AND s.starts_at >= $3 AND s.starts_at < $4 AND s.cancelled_at IS NULL`,
    [communityId, starts, starts[0] ?? 0, starts[starts.length - 1] ?? 0],
  )
  return rows.map(({ month, kind, heardAt, fullAt, ...terms }) => ({
    ...{ month, kind, heardAt, fullAt },
    terms: { ...NO_TERMS, ...terms },
  }))
}

type Term = 'capacity' | 'price' | 'share' | 'priorityOpensAt' | 'opensAt'

/** What of a slot does not matter to how fast it is full. */
const NO_TERMS: Omit<SlotTerms, Term> = {
  ...{
    kind: 'seat',
    ageBand: null,
    skill: null,
    withChildren: false,
    newcomersUntil: null,
    teamsUntil: null,
  },
  ...{ allocation: 'booking', drawAt: null, drawnAt: null, householdLimit: null, teamIds: [] },
}

/** When the first session of the community began; null: there is none. */
export async function findFirstStart(tx: Transaction, communityId: string): Promise<Instant | null> {
  const [row] = await tx.query<{ startsAt: Instant | null }>(
    'SELECT min(starts_at) AS "startsAt" FROM session WHERE community_id = $1',
    [communityId],
  )
  return row?.startsAt ?? null
}

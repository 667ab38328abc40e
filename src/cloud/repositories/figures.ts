import { ACTIVITY_KINDS, type ActivityKind } from '@/domain/activity'
import { NOTHING_COUNTED, type FigureCounts, type FilledSlot } from '@/domain/figures'
import type { SlotTerms } from '@/domain/slot'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { allowLargeReads } from '../db/large-read'

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

/** As bits: of the whole the lowest, then one for each month, then one for each kind; so that somebody is one line. */
const MONTHS = 12
const BITS = 1 + MONTHS + ACTIVITY_KINDS.length
const PARTS = `1 | (1 << month) | (1 << (${MONTHS} + array_position($5::text[], kind)))`

/** How many lines have each of the bits. */
const COUNTS = `ARRAY[${Array.from({ length: BITS }, (_, bit) => `count(*) FILTER (WHERE (parts & ${1 << bit}) <> 0)`).join(', ')}]::int[]`

// One way through all that was decided in the year: by person, by month and by kind at once.
const PRESENCES = `
  WITH each AS (
    SELECT outcome, attendee_id AS person, household_id, month, kind, count(*)::int AS times, bit_or(${PARTS}) AS parts
    FROM (SELECT p.outcome, p.attendee_id, p.household_id, a.kind, width_bucket(p.starts_at, $2::bigint[]) AS month
          FROM place p JOIN activity a ON a.community_id = p.community_id AND a.id = p.activity_id
          WHERE p.community_id = $1 AND p.starts_at >= $3 AND p.starts_at < $4 AND p.outcome IS NOT NULL) AS decided
    GROUP BY GROUPING SETS ((outcome, attendee_id, household_id), (outcome, month), (outcome, kind))),
  known AS (
    SELECT e.outcome, e.person, e.household_id, e.times, e.parts, coalesce(h.grid_id, '') AS grid
    FROM each e JOIN household h ON h.community_id = $1 AND h.id = e.household_id),
  persons AS (
    SELECT outcome, grid, sum(times)::int AS times, bit_or(parts) AS parts
    FROM known GROUP BY GROUPING SETS ((outcome, person), (outcome, person, grid))),
  homes AS (
    SELECT household_id, grid, bit_or(parts) AS parts FROM known WHERE outcome = 'present' GROUP BY household_id, grid),
  -- of a month is new who came first in that month: of the months of a newcomer, the lowest bit
  newcomers AS (
    SELECT grid, (parts & ~months) | (months & -months) AS parts
    FROM (SELECT grid, parts, parts & ${((1 << MONTHS) - 1) << 1} AS months FROM homes h
          WHERE NOT EXISTS (SELECT 1 FROM place p WHERE p.community_id = $1 AND p.household_id = h.household_id
                            AND p.outcome = 'present' AND p.starts_at < $3)) AS n)
  SELECT outcome AS what, month, NULL AS grid, kind, times, NULL AS counts FROM each WHERE person IS NULL
  UNION ALL
  SELECT outcome, NULL, grid, NULL, sum(times)::int, ${COUNTS} FROM persons GROUP BY outcome, grid
  UNION ALL
  SELECT 'home', NULL, grid, NULL, 0, ${COUNTS} FROM homes GROUP BY ROLLUP (grid)
  UNION ALL
  SELECT 'newcomer', NULL, grid, NULL, 0, ${COUNTS} FROM newcomers GROUP BY ROLLUP (grid)`

const SERVICE = `
  WITH each AS (
    SELECT resident_id, month, kind, sum(minutes)::int AS minutes, bit_or(${PARTS}) AS parts
    FROM (SELECT r.resident_id, a.kind, width_bucket(r.starts_at, $2::bigint[]) AS month,
                 r.minutes + coalesce(c.minutes, 0) AS minutes
          FROM service_record r
          JOIN session s ON s.community_id = r.community_id AND s.id = r.session_id
          JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
          LEFT JOIN (SELECT record_id, sum(minutes) AS minutes FROM service_correction WHERE community_id = $1
                     GROUP BY record_id) AS c ON c.record_id = r.id
          WHERE r.community_id = $1 AND r.starts_at >= $3 AND r.starts_at < $4) AS net
    WHERE minutes > 0
    GROUP BY GROUPING SETS ((resident_id), (month), (kind))),
  volunteers AS (
    SELECT coalesce(h.grid_id, '') AS grid, e.minutes, e.parts
    FROM each e
    JOIN resident r ON r.community_id = $1 AND r.id = e.resident_id
    JOIN household h ON h.community_id = $1 AND h.id = r.household_id)
  SELECT 'served' AS what, month, NULL AS grid, kind, minutes AS times, NULL AS counts FROM each WHERE resident_id IS NULL
  UNION ALL
  SELECT 'served', NULL, grid, NULL, sum(minutes)::int, ${COUNTS} FROM volunteers GROUP BY ROLLUP (grid)`

type Counted = 'present' | 'absent' | 'home' | 'newcomer' | 'served'

/** How often, or for how many minutes, and in `counts` how many of them for each bit of {@link PARTS}. */
interface CountedRow extends PartKey {
  what: Counted
  /** null: of nobody */
  times: number | null
  counts: number[] | null
}

/** Under which names each thing is counted: how often, and by how many. */
const COUNTED: Record<Counted, { times?: keyof FigureCounts; by: keyof FigureCounts }> = {
  present: { times: 'attendances', by: 'people' },
  absent: { times: 'absences', by: 'absentees' },
  home: { by: 'households' },
  newcomer: { by: 'newHouseholds' },
  served: { times: 'minutes', by: 'volunteers' },
}

const WHOLE: PartKey = { month: null, grid: null, kind: null }

/** The part that a bit stands for. */
function partOf(bit: number): PartKey {
  if (bit === 0) return WHOLE
  return bit <= MONTHS
    ? { ...WHOLE, month: bit }
    : { ...WHOLE, kind: ACTIVITY_KINDS[bit - MONTHS - 1] ?? null }
}

const keyOf = ({ month, grid, kind }: PartKey) => `${month} ${grid} ${kind}`

/** Everything that is counted of persons, of the whole and of each month, grid and kind that has any. */
export async function countFigures(
  tx: Transaction,
  communityId: string,
  { starts }: MonthsAsked,
): Promise<PartCounts[]> {
  const span = [starts[0] ?? 0, starts[starts.length - 1] ?? 0]
  const parameters = [communityId, starts, ...span, [...ACTIVITY_KINDS]]
  await allowLargeReads(tx)
  const parts = new Map<string, PartCounts>()
  const note = (
    { month, grid, kind }: PartKey,
    name: keyof FigureCounts | undefined,
    count: number | null,
  ) => {
    if (name === undefined || !count) return
    const key = { month, grid, kind }
    parts.set(keyOf(key), { ...NOTHING_COUNTED, ...key, ...parts.get(keyOf(key)), [name]: count })
  }
  for (const sql of [PRESENCES, SERVICE]) {
    for (const row of await tx.query<CountedRow>(sql, parameters)) {
      const { times, by } = COUNTED[row.what]
      note(row, times, row.times)
      // Of a grid its own whole alone is asked.
      const counts = row.grid === null ? row.counts : row.counts?.slice(0, 1)
      counts?.forEach((count, bit) => note({ ...partOf(bit), grid: row.grid }, by, count))
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

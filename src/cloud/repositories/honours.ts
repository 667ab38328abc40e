import { MOST_HONOURED, WEEKS_FROM, type HonourOrder, type Served } from '@/domain/honours'
import { WEEK, type Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

export interface HonourRow extends Served {
  /** null: has not agreed to be named, or gave no name */
  name: string | null
}

// The last term makes the order the same each time, and the pages of it fit together.
const ORDERS: Record<HonourOrder, string> = {
  hours: 'p.minutes DESC, p.times DESC, p.id',
  times: 'p.times DESC, p.minutes DESC, p.id',
  series: 'cardinality(p.weeks) DESC, p.minutes DESC, p.id',
}

/** Corrections are few: summed up once, not looked up for each of a year's services. */
const PEOPLE = `
  SELECT n.resident_id AS id, sum(n.minutes)::int AS minutes, count(*)::int AS times,
         array_agg(DISTINCT n.week) AS weeks
  FROM (SELECT r.resident_id, r.minutes + coalesce(c.minutes, 0) AS minutes,
               ((r.starts_at + ${WEEKS_FROM}) / ${WEEK})::int AS week
        FROM service_record r
        LEFT JOIN (SELECT record_id, sum(minutes)::int AS minutes FROM service_correction
                   WHERE community_id = $1 GROUP BY record_id) c ON c.record_id = r.id
        WHERE r.community_id = $1 AND r.starts_at >= $2 AND r.starts_at < $3) n
  WHERE n.minutes > 0
  GROUP BY n.resident_id`

const PAUSED = `ARRAY(
  SELECT week::int FROM resident_leave l
  CROSS JOIN generate_series((l.from_at + ${WEEKS_FROM}) / ${WEEK}, (l.until_at - 1 + ${WEEKS_FROM}) / ${WEEK}) AS week
  WHERE l.community_id = $1 AND l.resident_id = p.id)`

/**
 * Who served in a span, with the weeks they served in, ascending.
 * @param order `series`: by weeks served, which a series cannot exceed; the series itself is the domain's to find
 * @param after how many of the list to pass over
 */
export function listServed(
  tx: Transaction,
  communityId: string,
  { from, until }: { from: Instant; until: Instant },
  order: HonourOrder,
  { after, limit }: { after: number; limit: number } = { after: 0, limit: MOST_HONOURED },
): Promise<HonourRow[]> {
  return tx.query<HonourRow>(
    `SELECT p.id, p.minutes, p.times, p.weeks, ${PAUSED} AS paused, CASE WHEN w.named_in_honours THEN w.name END AS name
     FROM (SELECT * FROM (${PEOPLE}) p ORDER BY ${ORDERS[order]} OFFSET $4 LIMIT $5) p
     JOIN resident w ON w.community_id = $1 AND w.id = p.id
     ORDER BY ${ORDERS[order]}`,
    [communityId, from, until, after, limit],
  )
}

export async function sumCommunity(
  tx: Transaction,
  communityId: string,
  { from, until }: { from: Instant; until: Instant },
): Promise<{ people: number; minutes: number; times: number }> {
  const [row] = await tx.query<{ people: number; minutes: number; times: number }>(
    `SELECT count(*)::int AS people, coalesce(sum(p.minutes), 0)::int AS minutes,
            coalesce(sum(p.times), 0)::int AS times
     FROM (${PEOPLE}) p`,
    [communityId, from, until],
  )
  return row ?? { people: 0, minutes: 0, times: 0 }
}

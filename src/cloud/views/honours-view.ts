import { bySeries, canStillRank, longestSeries, MOST_HONOURED, type HonourOrder } from '@/domain/honours'
import { spanOf, type Period } from '@/domain/period'
import type { Transaction } from '../db/database'
import { listServed, type HonourRow } from '../repositories/honours'

export type Honour = HonourRow & { series: number }

// Each page adds the year up anew, so that one is nearly always enough.
const AT_A_TIME = 3000

/** The first {@link MOST_HONOURED} of a year or a month. */
export async function readHonours(
  tx: Transaction,
  communityId: string,
  period: Period,
  order: HonourOrder,
): Promise<Honour[]> {
  const span = spanOf(period)
  if (order !== 'series') {
    const rows = await listServed(tx, communityId, span, order)
    return rows.map((row) => ({ ...row, series: longestSeries(row.weeks) }))
  }
  let ranked: Honour[] = []
  for (let after = 0; ; after += AT_A_TIME) {
    const rows = await listServed(tx, communityId, span, order, { after, limit: AT_A_TIME })
    ranked = bySeries<HonourRow>([...ranked, ...rows]).slice(0, MOST_HONOURED)
    const last = rows[AT_A_TIME - 1]
    if (!last || !canStillRank(ranked, last)) return ranked
  }
}

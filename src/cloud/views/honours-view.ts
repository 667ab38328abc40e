import type { TeamHonours } from '@/contract/list-team-honours'
import { figuresOfTeams, NOTHING_COUNTED } from '@/domain/figures'
import {
  bySeries,
  byTeamOrder,
  canStillRank,
  longestSeries,
  MOST_HONOURED,
  type HonourOrder,
  type TeamHonourOrder,
} from '@/domain/honours'
import { spanOf, type Period } from '@/domain/period'
import type { Transaction } from '../db/database'
import { listServed, sumCommunity, type HonourRow } from '../repositories/honours'
import { countTeams } from '../repositories/team-figures'

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
    return rows.map((row) => ({ ...row, series: longestSeries(row.weeks, row.paused) }))
  }
  let ranked: Honour[] = []
  for (let after = 0; ; after += AT_A_TIME) {
    const rows = await listServed(tx, communityId, span, order, { after, limit: AT_A_TIME })
    ranked = bySeries<HonourRow>([...ranked, ...rows]).slice(0, MOST_HONOURED)
    const last = rows[AT_A_TIME - 1]
    if (!last || !canStillRank(ranked, last)) return ranked
  }
}

/** The first {@link MOST_HONOURED} teams of a year or a month. */
export async function readTeamHonours(
  tx: Transaction,
  communityId: string,
  period: Period,
  order: TeamHonourOrder,
): Promise<TeamHonours['teams']> {
  const span = spanOf(period)
  const { people, minutes } = await sumCommunity(tx, communityId, span)
  const counts = (await countTeams(tx, communityId, span)).filter((it) => it.times > 0)
  const told = figuresOfTeams({ ...NOTHING_COUNTED, volunteers: people, minutes }, counts)
  const teams = counts.map(({ name, kind, times }, at) => {
    const { volunteers = 'few', minutes: served = 'few' } = told[at] ?? {}
    return { name, kind, volunteers, minutes: served, times: volunteers === 'few' ? volunteers : times }
  })
  return byTeamOrder(teams, order).slice(0, MOST_HONOURED)
}

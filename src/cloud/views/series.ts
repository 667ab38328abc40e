import type { Answer } from '@/contract/actions'
import type { ActivityKind } from '@/domain/activity'
import { isOnLeave, lastLeaveDay, type Leave } from '@/domain/resident-leave'
import { seriesMondays, seriesWeeks, SHORTEST_SERIES } from '@/domain/series'
import { DAY, weekStart, type Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import type { ResidentRow } from '../repositories/resident'
import { listDutyWeeks, listPostsToCome, listSeriesServices } from '../repositories/series'

/** A resident's series and leaves, as they see them. */
export async function viewSeries(
  tx: Transaction,
  { communityId, id }: Pick<ResidentRow, 'communityId' | 'id'>,
  leaves: Leave[],
  now: Instant,
): Promise<Answer<'getSeries'>> {
  const posts = await listPostsToCome(tx, communityId, id, now)
  return {
    series: await listSeries(tx, communityId, id, leaves, now),
    leaves: leaves
      .filter((it) => it.until > now)
      .map(({ from, until }) => ({ firstAt: from, lastAt: until - DAY })),
    held: posts.filter((it) => isOnLeave(leaves, it.startsAt)),
    lastAt: lastLeaveDay(now),
  }
}

async function listSeries(
  tx: Transaction,
  communityId: string,
  residentId: string,
  leaves: Leave[],
  now: Instant,
): Promise<{ kind: ActivityKind; weeks: number }[]> {
  const mondays = seriesMondays(now)
  const services = await listSeriesServices(tx, communityId, residentId, mondays.at(-1) ?? now)
  const first = Math.min(now, ...services.map((it) => it.at))
  const kinds = [...new Set(services.filter((it) => !it.open).map((it) => it.kind))]
  if (kinds.length === 0) return []
  const asked = mondays.filter((monday) => monday >= weekStart(first))
  const duties = await listDutyWeeks(tx, communityId, asked, kinds)
  return kinds
    .map((kind) => {
      const own = services.filter((it) => it.kind === kind)
      const facts = {
        served: own.filter((it) => !it.open).map((it) => it.at),
        open: own.filter((it) => it.open).map((it) => it.at),
        duties: duties.filter((it) => it.kind === kind).map((it) => it.monday),
        leaves,
      }
      return { kind, weeks: seriesWeeks(facts, now) }
    })
    .filter((it) => it.weeks >= SHORTEST_SERIES)
    .sort((a, b) => b.weeks - a.weeks)
}

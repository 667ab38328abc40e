import { spanOf } from '@/domain/period'
import { yearOf } from '@/domain/time'
import type { MemberHandler } from '../handler'
import { findRecordDetails, findServedSince, sumServed } from '../repositories/service-record'

const MOST_ACTIVITIES = 20

export const getServiceSummary: MemberHandler<'getServiceSummary'> = async (
  { tx, resident, now },
  payload,
) => {
  const { communityId, id } = resident
  const thisYear = yearOf(now)
  const year = payload.year ?? thisYear
  const { totalMinutes, firstAt } = await findServedSince(tx, communityId, id)
  const { total, kinds, activities } = await sumServed(tx, communityId, id, spanOf({ year, month: null }))
  const firstYear = firstAt === null ? thisYear : Math.min(yearOf(firstAt), thisYear)
  return {
    year,
    years: Array.from({ length: thisYear - firstYear + 1 }, (_, ago) => thisYear - ago),
    ...total,
    totalMinutes,
    kinds,
    activities: activities.slice(0, MOST_ACTIVITIES),
    activityCount: activities.length,
    ...(await findRecordDetails(tx, communityId, id)),
  }
}

import { MILESTONES, missingFor, reachedBy } from '@/domain/milestone'
import { spanOf } from '@/domain/period'
import { yearOf } from '@/domain/time'
import type { MemberHandler } from '../handler'
import { findRecordDetails, listServed, sumServed } from '../repositories/service-record'

const MOST_ACTIVITIES = 20

export const getServiceSummary: MemberHandler<'getServiceSummary'> = async (
  { tx, resident, now },
  payload,
) => {
  const { communityId, id } = resident
  const thisYear = yearOf(now)
  const year = payload.year ?? thisYear
  const services = await listServed(tx, communityId, id)
  const totalMinutes = services.reduce((minutes, it) => minutes + it.minutes, 0)
  const firstAt = services[0]?.startsAt ?? null
  const { total, kinds, activities } = await sumServed(tx, communityId, id, spanOf({ year, month: null }))
  const firstYear = firstAt === null ? thisYear : Math.min(yearOf(firstAt), thisYear)
  return {
    year,
    years: Array.from({ length: thisYear - firstYear + 1 }, (_, ago) => thisYear - ago),
    ...total,
    totalMinutes,
    milestones: milestonesOf(services, totalMinutes),
    kinds,
    activities: activities.slice(0, MOST_ACTIVITIES),
    activityCount: activities.length,
    ...(await findRecordDetails(tx, communityId, id)),
  }
}

function milestonesOf(services: { startsAt: number; minutes: number }[], minutes: number) {
  const dates = reachedBy(services)
  const next = MILESTONES.find((it) => !dates.has(it))
  return {
    reached: [...dates].map(([is, at]) => ({ is, at })),
    next: next ? { is: next, ...missingFor(next, { times: services.length, minutes }) } : null,
  }
}

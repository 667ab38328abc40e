import { crossed, type Served } from '@/domain/milestone'
import type { Instant } from '@/domain/time'
import type { Transaction } from './db/database'
import { insertNotices, listTold } from './repositories/notice'
import { sumServedBy } from './repositories/service-record'

/**
 * Once, with the books or the correction that brought it: one that takes it back and another that brings it again
 * tell nothing new.
 * @param gains what each has just been given, by the record as it is now
 */
export async function tellMilestones(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  gains: ({ residentId: string } & Served)[],
  now: Instant,
): Promise<void> {
  const sums = await sumServedBy(
    tx,
    communityId,
    gains.map((it) => it.residentId),
  )
  const told = await listTold(
    tx,
    communityId,
    'milestone',
    sums.map((it) => it.residentId),
  )
  const isNew = (residentId: string, about: string) =>
    !told.some((it) => it.residentId === residentId && it.about === about)
  const notices = sums.flatMap(({ residentId, times, minutes }) => {
    const here = gains.filter((it) => it.residentId === residentId)
    const before = {
      times: times - here.reduce((sum, it) => sum + it.times, 0),
      minutes: minutes - here.reduce((sum, it) => sum + it.minutes, 0),
    }
    const fresh = crossed(before, { times, minutes }).filter((about) => isNew(residentId, about))
    return fresh.map((about) => ({
      ...{ residentId, kind: 'milestone' as const, sessionId, points: null, until: null, about, now },
    }))
  })
  await insertNotices(tx, communityId, notices)
}

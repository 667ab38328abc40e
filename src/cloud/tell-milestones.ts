import { crossed } from '@/domain/milestone'
import type { Instant } from '@/domain/time'
import type { Transaction } from './db/database'
import { insertNotices, listTold } from './repositories/notice'
import { sumServedBy } from './repositories/service-record'

/** Once, with the books in which it was reached: a correction that takes it back and another that brings it again tell nothing new. */
export async function tellMilestones(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  records: { residentId: string; minutes: number }[],
  now: Instant,
): Promise<void> {
  const sums = await sumServedBy(
    tx,
    communityId,
    records.map((it) => it.residentId),
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
    const here = records.filter((it) => it.residentId === residentId)
    const before = {
      times: times - here.length,
      minutes: minutes - here.reduce((sum, it) => sum + it.minutes, 0),
    }
    const fresh = crossed(before, { times, minutes }).filter((about) => isNew(residentId, about))
    return fresh.map((about) => ({
      ...{ residentId, kind: 'milestone' as const, sessionId, points: null, until: null, about, now },
    }))
  })
  await insertNotices(tx, communityId, notices)
}

import { REMIND_BEFORE } from '@/domain/reminder'
import { REMINDED_AHEAD, remindedAt } from '@/domain/session-reminder'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { listOpeningsAwaited } from '../repositories/reminder'
import { listStarting } from '../repositories/session-reminder'

/**
 * The moments after `from`, until `until`, at which somebody is reminded of an opening or of a start, in their order: a
 * leap over one would leave the reminder out, which no tick tells when it is too late.
 */
export async function reminderMoments(
  tx: Transaction,
  communityId: string,
  from: Instant,
  until: Instant,
): Promise<Instant[]> {
  const openings = await listOpeningsAwaited(tx, communityId, from + REMIND_BEFORE, until + REMIND_BEFORE)
  const starting = await listStarting(tx, communityId, from, until + REMINDED_AHEAD)
  const moments = [
    ...openings.map((at) => at - REMIND_BEFORE),
    ...starting.flatMap(({ startsAt }) => remindedAt(startsAt)),
  ]
  return [...new Set(moments)].filter((at) => at > from && at <= until).sort((a, b) => a - b)
}

import { REMINDED_AHEAD, remindersDue, type SessionReminder } from '@/domain/session-reminder'
import type { Instant } from '@/domain/time'
import type { Database } from './db/database'
import { insertNotices, type NewNotice } from './repositories/notice'
import { listStarting, takeReminded } from './repositories/session-reminder'

const AT_A_TIME = 500

const KINDS: Record<SessionReminder, NewNotice['kind']> = {
  evening_before: 'starts_tomorrow',
  two_hours: 'starts_soon',
}

/** Reminds those who hold places of what starts soon: each once, in the transaction that marks them as reminded. */
export async function tellStarts(database: Database, communityId: string, now: Instant): Promise<void> {
  const starting = await database.transaction((tx) =>
    listStarting(tx, communityId, now, now + REMINDED_AHEAD),
  )
  const due = starting.flatMap(({ id, startsAt }) =>
    remindersDue(startsAt, now).map((it) => ({ ...it, sessionId: id, startsAt })),
  )
  if (due.length === 0) return
  // Of a page that another tick was quicker with, less is taken; what is left comes with the next minute.
  for (let taken = AT_A_TIME; taken === AT_A_TIME;) {
    taken = await database.transaction(async (tx) => {
      const told = await takeReminded(tx, communityId, due, AT_A_TIME)
      await insertNotices(
        tx,
        communityId,
        told.map(({ residentId, sessionId, reminder }) => ({
          ...{ residentId, sessionId, kind: KINDS[reminder], points: null, until: null, now },
        })),
      )
      return told.length
    })
  }
}

import { isWorthTelling, REMIND_BEFORE } from '@/domain/reminder'
import type { Instant } from '@/domain/time'
import type { Database } from './db/database'
import { insertNotices } from './repositories/notice'
import { takeDueReminders } from './repositories/reminder'

const AT_A_TIME = 500

/** Tells those who asked for it that a slot is about to open: each once, in the transaction that ends the reminder. */
export async function tellOpenings(database: Database, communityId: string, now: Instant): Promise<void> {
  for (let taken = AT_A_TIME; taken === AT_A_TIME;) {
    taken = await database.transaction(async (tx) => {
      const due = await takeDueReminders(tx, communityId, now + REMIND_BEFORE, AT_A_TIME)
      const told = due.filter((it) => !it.served && isWorthTelling(it.opensAt, it, now))
      await insertNotices(
        tx,
        communityId,
        told.map(({ residentId, sessionId, opensAt }) => ({
          ...{ residentId, sessionId, kind: 'opening_soon', points: null, until: opensAt, now },
        })),
      )
      return due.length
    })
  }
}

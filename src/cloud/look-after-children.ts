import { AGE_BAND_STANDS, BOOKS_FORGOTTEN_AFTER } from '@/domain/child'
import type { Instant } from '@/domain/time'
import type { Database } from './db/database'
import { askAgeBands, forgetNicknames } from './repositories/child'
import { insertNotices } from './repositories/notice'

/** Nicknames nobody needs any more go, and guardians are asked once a year whether the age bands still fit. */
export async function lookAfterChildren(
  database: Database,
  communityId: string,
  now: Instant,
): Promise<void> {
  await database.transaction(async (tx) => {
    await forgetNicknames(tx, communityId, now - BOOKS_FORGOTTEN_AFTER)
    const guardians = await askAgeBands(tx, communityId, now - AGE_BAND_STANDS, now)
    await insertNotices(
      tx,
      communityId,
      guardians.map((residentId) => ({
        ...{ residentId, kind: 'age_band_due' as const, sessionId: null, points: null, until: null, now },
      })),
    )
  })
}

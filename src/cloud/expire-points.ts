import { expire, type Movement } from '@/domain/account'
import { HOUR, type Instant } from '@/domain/time'
import type { Database } from './db/database'
import { newRowId } from './ids'
import { findExpiredUntil, listExpired, listExpiring, saveExpiredUntil } from './repositories/expiry'
import { lockHouseholds } from './repositories/household'
import { insertPostings } from './repositories/points'

const HOUSEHOLDS_AT_A_TIME = 200
/** Clocks of two servers differ; looking again at an hour costs nothing. */
const OVERLAP = HOUR

/**
 * Books out credits that have run out: one movement a household, in a transaction of its own. What a household
 * can pay does not depend on it. Two at once, or one too many, find nothing left.
 */
export async function expirePoints(database: Database, communityId: string, now: Instant): Promise<void> {
  const from = (await database.transaction((tx) => findExpiredUntil(tx, communityId))) - OVERLAP
  for (;;) {
    const accounts = await database.transaction((tx) =>
      listExpiring(tx, communityId, { from, until: now }, HOUSEHOLDS_AT_A_TIME),
    )
    for (const accountId of accounts) await expireAccount(database, communityId, accountId, now)
    if (accounts.length < HOUSEHOLDS_AT_A_TIME) break
  }
  await database.transaction((tx) => saveExpiredUntil(tx, communityId, now))
}

function expireAccount(
  database: Database,
  communityId: string,
  accountId: string,
  now: Instant,
): Promise<void> {
  return database.transaction(async (tx) => {
    const [head] = await lockHouseholds(tx, communityId, [accountId])
    if (!head) return
    const lots = await listExpired(tx, communityId, accountId, now)
    const movement: Movement = {
      ...{ communityId, id: newRowId(), accountId, kind: 'expiry', sessionId: null, bookingId: null },
      ...{ attendeeId: null, reverses: null, createdAt: now },
    }
    const expired = expire({ head, lots }, movement)
    if (expired) await insertPostings(tx, communityId, [expired.posting])
  })
}

import { newRowId } from '@/cloud/ids'
import { creditEarned } from '@/cloud/repositories/points'
import { DAY } from '@/domain/time'
import type { TestDeployment } from './deployment'

/** Points on the account of somebody's household, for a year. */
export async function give(linli: TestDeployment, openId: string, amount: number): Promise<void> {
  const now = linli.clock.now
  await linli.database.transaction(async (tx) => {
    const [home] = await tx.query<{ communityId: string; accountId: string }>(
      'SELECT community_id AS "communityId", household_id AS "accountId" FROM resident WHERE open_id = $1',
      [openId],
    )
    if (!home) throw new Error(`nobody is called ${openId}`)
    const movement = {
      ...{ ...home, id: newRowId(), kind: 'service' as const, sessionId: newRowId(), bookingId: null },
      ...{ attendeeId: null, reverses: null, createdAt: now },
    }
    await creditEarned(tx, movement, { amount, expiresAt: now + 365 * DAY })
  })
}

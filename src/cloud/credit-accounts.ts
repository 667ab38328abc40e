import { credit, type Account, type Movement } from '@/domain/account'
import type { Instant } from '@/domain/time'
import type { Transaction } from './db/database'
import { lockHouseholds } from './repositories/household'
import { creditEarned, insertPostings, listOwing } from './repositories/points'

/** Points that were earned: one lot, whole points with their expiry. */
export interface Gift {
  movement: Movement
  amount: number
  expiresAt: Instant
}

/** Gives earned points to many households in a few statements; whoever owes some is settled alone. */
export async function creditAccounts(tx: Transaction, communityId: string, gifts: Gift[]): Promise<void> {
  if (gifts.length === 0) return
  const ids = gifts.map((gift) => gift.movement.accountId)
  const heads = await lockHouseholds(tx, communityId, ids)
  const owing = new Set(await listOwing(tx, communityId, ids))
  const accounts = new Map(
    heads.map(({ accountId, balance, seq, headHash }): [string, Account] => [
      accountId,
      { head: { balance, seq, headHash }, lots: [] },
    ]),
  )
  const postings = gifts
    .filter(({ movement }) => !owing.has(movement.accountId))
    .map(({ movement, amount, expiresAt }) => {
      const before = accounts.get(movement.accountId)
      if (!before) throw new Error('points for a household that does not exist')
      // Several to one household follow each other.
      const { account, posting } = credit(before, movement, [{ amount, expiresAt }])
      accounts.set(movement.accountId, account)
      return posting
    })
  await insertPostings(tx, communityId, postings)
  for (const { movement, ...lot } of gifts)
    if (owing.has(movement.accountId)) await creditEarned(tx, movement, lot)
}

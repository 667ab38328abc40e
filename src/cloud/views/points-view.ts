import { spendable } from '@/domain/points'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { listLots } from '../repositories/points'

/** What a household can pay now, and what of it goes when, soonest first. */
export async function readPoints(
  tx: Transaction,
  communityId: string,
  householdId: string,
  now: Instant,
): Promise<{ canPay: number; expiring: { amount: number; expiresAt: Instant }[] }> {
  const lots = await listLots(tx, communityId, [householdId], now)
  const byExpiry = new Map<Instant, number>()
  for (const { expiresAt, left } of lots) byExpiry.set(expiresAt, (byExpiry.get(expiresAt) ?? 0) + left)
  const expiring = [...byExpiry].map(([expiresAt, amount]) => ({ amount, expiresAt }))
  return {
    canPay: spendable(lots, now),
    expiring: expiring.sort((a, b) => a.expiresAt - b.expiresAt).slice(0, 12),
  }
}

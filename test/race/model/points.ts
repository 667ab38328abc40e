import { DAY, type Instant } from '@/domain/time'
import type { Home, Place } from './world'

const RETURNED_FOR = 7 * DAY

/** What a household can pay: unspent points whose expiry lies after now. */
export function canPay(home: Home, now: Instant): number {
  return usable(home, now).reduce((sum, lot) => sum + lot.left, 0)
}

function usable({ lots }: Home, now: Instant) {
  return lots.filter((lot) => lot.expiresAt > now)
}

/** Takes points, those first that expire first. */
export function pay(home: Home, amount: number, now: Instant): Place['paidFrom'] {
  const used: Place['paidFrom'] = []
  let due = amount
  for (const lot of usable(home, now).sort((a, b) => a.expiresAt - b.expiresAt)) {
    const part = Math.min(due, lot.left)
    if (part === 0) continue
    lot.left -= part
    due -= part
    used.push({ amount: part, expiresAt: lot.expiresAt })
  }
  if (due > 0) throw new Error('the model spends points that are not there')
  return used
}

/** Gives a payment back with the expiry it had, but at least seven days from now. */
export function payBack(home: Home, { paidFrom }: Place, now: Instant): void {
  for (const { amount, expiresAt } of paidFrom)
    home.lots.push({ left: amount, expiresAt: Math.max(expiresAt, now + RETURNED_FOR) })
}

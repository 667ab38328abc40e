import { credit, debit, type Account, type Movement, type Posting } from './account'
import { returnedExpiry, spendable } from './points'
import type { Instant } from './time'

const MOST_POINTS = 200

/** What a movement can be brought to: no price and no presence is of more. */
export function isWholePoints(to: number): boolean {
  return Number.isInteger(to) && to >= 0 && to <= MOST_POINTS
}

/** A household's account, and the points that corrections could not take because they were spent. */
export interface Standing {
  account: Account
  owed: number
}

/** More owed, or less: by one movement. */
export interface Debt {
  movementId: string
  amount: number
}

/** The account after it, with what is to be written. */
export interface Change extends Standing {
  postings: Posting[]
  debts: Debt[]
}

/** What a movement came to: every correction and return of it included, and what is owed of it as taken. */
export interface Moved {
  kind: 'service' | 'booking'
  /** points it gave (service), or took (booking) */
  points: number
  /** of a service: places of its credits in the chain */
  lots: number[]
  /** of a service: how much of them ran out unspent, which is gone already */
  expired: number
  /** when its points run out or ran out, in parts; the last first */
  parts: { amount: number; expiresAt: Instant }[]
}

/**
 * Points that were earned. What is owed is taken from them at once.
 * @param settling of the movement that takes it
 */
export function earn(
  standing: Standing,
  movement: Movement,
  lot: { amount: number; expiresAt: Instant },
  settling: Pick<Movement, 'id' | 'reverses'>,
): Change {
  const { account, posting } = credit(standing.account, movement, [lot])
  const due = Math.min(standing.owed, lot.amount)
  const paid = due > 0 ? debit(account, { ...movement, ...settling, kind: 'correction' }, due) : null
  if (!paid) return { account, owed: standing.owed, postings: [posting], debts: [] }
  return {
    account: paid.account,
    owed: standing.owed - due,
    postings: [posting, paid.posting],
    debts: [{ movementId: settling.id, amount: -due }],
  }
}

/**
 * Brings a movement to `to` points in all. Less of a service takes what is there, its own points first; the
 * rest is owed. More of it is a new credit that runs out when the first did, seven days from now at the soonest.
 * @returns null when there is nothing to correct
 */
export function correct(
  standing: Standing,
  movement: Movement,
  moved: Moved,
  to: number,
  settling: Pick<Movement, 'id' | 'reverses'>,
): Change | null {
  const received = moved.kind === 'service' ? to - moved.points : moved.points - to
  if (received < 0) return take(standing, movement, moved, -received)
  if (received === 0) return null
  if (moved.kind === 'booking') return giveBack(standing, movement, moved, received)
  const first = moved.parts[0]?.expiresAt ?? 0
  const lot = { amount: received, expiresAt: returnedExpiry(first, movement.createdAt) }
  return earn(standing, movement, lot, settling)
}

function take(
  { account, owed }: Standing,
  movement: Movement,
  { lots, expired }: Moved,
  amount: number,
): Change | null {
  const due = Math.max(0, amount - expired)
  if (due === 0) return null
  const there = Math.min(due, spendable(account.lots, movement.createdAt))
  const taken = there > 0 ? debit(account, movement, there, lots) : null
  const rest = due - (taken ? there : 0)
  return {
    account: taken?.account ?? account,
    owed: owed + rest,
    postings: [taken?.posting ?? { movement, entries: [], allocations: [] }],
    debts: rest > 0 ? [{ movementId: movement.id, amount: rest }] : [],
  }
}

function giveBack(standing: Standing, movement: Movement, moved: Moved, amount: number): Change {
  const { account, posting } = credit(
    standing.account,
    movement,
    creditsBack(moved, amount, movement.createdAt),
  )
  return { account, owed: standing.owed, postings: [posting], debts: [] }
}

/**
 * Credits that give a payment back to where its points came from, the last to run out first; what was given back
 * before does not come again.
 * @param amount up to what the payment has come to
 */
export function creditsBack(
  { points, parts }: Moved,
  amount: number,
  now: Instant,
): { amount: number; expiresAt: Instant }[] {
  const credits: { amount: number; expiresAt: Instant }[] = []
  const give = (back: number, expiresAt: Instant) => {
    if (back > 0) credits.push({ amount: back, expiresAt: returnedExpiry(expiresAt, now) })
  }
  let before = parts.reduce((sum, part) => sum + part.amount, 0) - points
  let due = amount
  for (const part of parts) {
    const passed = Math.max(0, Math.min(before, part.amount))
    const back = Math.min(due, part.amount - passed)
    before -= passed
    due -= back
    give(back, part.expiresAt)
  }
  // What is owed of a payment has come from no points yet.
  give(due, parts[0]?.expiresAt ?? 0)
  return credits
}

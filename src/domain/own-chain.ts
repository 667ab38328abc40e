import { chainHash, type AccountHead, type ChainedEntry } from './ledger'

/**
 * Follows an account's chain from a place where it was found right.
 * @param from the balance, seq and hash there
 * @returns where it has got to, or the seq of the first entry that does not follow from the one before
 */
export function follow(
  from: AccountHead,
  entries: (ChainedEntry & { hash: string })[],
): { at: AccountHead } | { brokenAt: number } {
  let at = from
  for (const entry of entries) {
    const seq = at.seq + 1
    const balance = at.balance + entry.amount
    const hash = chainHash(at.headHash, entry)
    const follows = entry.seq === seq && entry.hash === hash && entry.balance === balance && balance >= 0
    if (!follows) return { brokenAt: seq }
    at = { seq, balance, headHash: hash }
  }
  return { at }
}

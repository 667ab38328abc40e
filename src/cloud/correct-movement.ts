import type { Movement } from '@/domain/account'
import { correct, isWholePoints } from '@/domain/correction'
import type { Instant } from '@/domain/time'
import type { Transaction } from './db/database'
import { newRowId } from './ids'
import { findStanding } from './repositories/household'
import { findMovement, readMoved } from './repositories/moved'
import { findOwed, insertChange, lockAccount } from './repositories/points'

/** What a correction did. */
export interface Corrected {
  movementId: string
  /** how the balance changed: what was owed has been taken from it, what could not be taken is not in it */
  change: number
  /** what the household owes after it */
  owed: number
}

/**
 * Brings what a service gave or a booking cost to `to` points in all, by one more movement. Takes the lock of the
 * household.
 * @param request.to whole points, as {@link isWholePoints} has them
 * @returns not_correctable: a correction, a return or an expiry is none of these, or there is no such movement
 * @throws RangeError when `to` is no number of points
 */
export async function correctMovement(
  tx: Transaction,
  { communityId, movementId, to, now }: { communityId: string; movementId: string; to: number; now: Instant },
): Promise<Corrected | 'not_correctable' | 'nothing_to_correct'> {
  if (!isWholePoints(to)) throw new RangeError('points of a correction')
  const original = await findMovement(tx, communityId, movementId)
  if (original?.kind !== 'service' && original?.kind !== 'booking') return 'not_correctable'
  const { sessionId, bookingId, attendeeId, kind } = original
  // Whoever had the points may have joined another household with them: what is put right is so there.
  const accountId = await findStanding(tx, communityId, original.accountId)
  const account = await lockAccount(tx, communityId, accountId, now)
  const { owed, settling } = await findOwed(tx, communityId, accountId)
  const read = await readMoved(tx, communityId, { id: movementId, kind }, now)
  // The credits of one account are no credits of another.
  const moved = 'lots' in read && accountId !== original.accountId ? { ...read, lots: [] } : read
  const movement: Movement = {
    ...{ communityId, id: newRowId(), accountId, kind: 'correction', sessionId, bookingId, attendeeId },
    ...{ reverses: movementId, createdAt: now },
  }
  const change = correct({ account, owed }, movement, moved, to, settling)
  if (!change) return 'nothing_to_correct'
  await insertChange(tx, communityId, accountId, change, now)
  return {
    movementId: movement.id,
    change: change.account.head.balance - account.head.balance,
    owed: change.owed,
  }
}

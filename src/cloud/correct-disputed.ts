import type { Instant } from '@/domain/time'
import { correctMovement } from './correct-movement'
import { correctService } from './correct-service'
import type { Transaction } from './db/database'
import { Refused } from './handler'
import type { DisputedMovement } from './repositories/disputed-movement'

/**
 * Brings what a dispute is about to what a cadre found right; its household must be locked.
 * @param to points brought or paid in all; minutes of a service, null: they stay
 * @returns by how many points, and the movement that did it; null when only minutes changed
 */
export async function correctDisputed(
  tx: Transaction,
  moved: DisputedMovement,
  to: { points: number; minutes: number | null },
  by: { communityId: string; correctedBy: string; now: Instant },
): Promise<{ movementId: string | null; change: number } | Refused> {
  const { movementId, sessionId, attendeeId, bookingId, accountId, record, points } = moved
  const minutes = to.minutes ?? record?.minutes ?? 0
  if (points === to.points && minutes === (record?.minutes ?? 0))
    return new Refused({ reason: 'nothing_to_correct' })
  if (record && sessionId !== null && attendeeId !== null && bookingId !== null) {
    const corrected = await correctService(tx, {
      ...by,
      sessionId,
      server: { attendeeId, householdId: accountId, bookingId },
      given: { recordId: record.id, minutes: record.minutes, points, movementId },
      to: { points: to.points, minutes },
    })
    return { movementId: corrected, change: to.points - points }
  }
  const { communityId, now } = by
  const corrected = await correctMovement(tx, { communityId, movementId, to: to.points, now })
  if (typeof corrected === 'string') return new Refused({ reason: corrected })
  // Of a payment, what is paid less comes back.
  return { movementId: corrected.movementId, change: points - to.points }
}

import type { Movement } from '@/domain/account'
import { POINTS_LAST } from '@/domain/points'
import type { Instant } from '@/domain/time'
import { correctMovement } from './correct-movement'
import { creditAccounts, type Gift } from './credit-accounts'
import type { Transaction } from './db/database'
import { newRowId } from './ids'
import type { GivenRow } from './repositories/given-service'
import { insertServiceCorrection } from './repositories/statement'
import { tellMilestones } from './tell-milestones'

/** Whose service it was, and by which booking. */
export interface Server {
  attendeeId: string
  householdId: string
  bookingId: string
}

/** The first points of a presence. */
export function firstPoints(
  { attendeeId, householdId, bookingId }: Server,
  {
    communityId,
    sessionId,
    points,
    now,
  }: {
    communityId: string
    sessionId: string
    points: number
    now: Instant
  },
): Gift {
  const movement: Movement = {
    ...{ communityId, id: newRowId(), accountId: householdId, kind: 'service', sessionId },
    ...{ bookingId, attendeeId, reverses: null, createdAt: now },
  }
  return { movement, amount: points, expiresAt: now + POINTS_LAST }
}

export interface ServiceCorrection {
  communityId: string
  sessionId: string
  server: Server
  /** as it stands, corrections included */
  given: Omit<GivenRow, 'hoursOnly' | 'residentId' | 'slotId'>
  to: { points: number; minutes: number }
  correctedBy: string
  now: Instant
}

/**
 * Brings a service to these points and minutes in all, by a correction of its points and a difference to its
 * record. The household must be locked.
 * @returns the movement that did it; null when no points moved
 */
export async function correctService(tx: Transaction, correction: ServiceCorrection): Promise<string | null> {
  const { communityId, sessionId, server, given, to, correctedBy, now } = correction
  const movementId = to.points === given.points ? null : await movePoints(tx, correction)
  await insertServiceCorrection(tx, communityId, {
    ...{ id: newRowId(), recordId: given.recordId, movementId, correctedBy, now },
    ...{ minutes: to.minutes - given.minutes, points: to.points - given.points },
  })
  if (to.minutes > given.minutes) {
    const gain = { residentId: server.attendeeId, times: 0, minutes: to.minutes - given.minutes }
    await tellMilestones(tx, communityId, sessionId, [gain], now)
  }
  return movementId
}

async function movePoints(tx: Transaction, correction: ServiceCorrection): Promise<string | null> {
  const { communityId, sessionId, server, given, to, now } = correction
  if (given.movementId === null) {
    const gift = firstPoints(server, { communityId, sessionId, points: to.points, now })
    await creditAccounts(tx, communityId, [gift])
    return gift.movement.id
  }
  const { movementId } = given
  const corrected = await correctMovement(tx, { communityId, movementId, to: to.points, now })
  return typeof corrected === 'string' ? null : corrected.movementId
}

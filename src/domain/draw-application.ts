import { checkParty, pointsUsableFrom, type BookingFacts } from './booking'
import type { DrawPart } from './draw'
import type { Refusal, RefusalReason } from './refusal'
import type { SlotTerms } from './slot'
import type { Instant } from './time'

/** Why an application for a draw is not taken, beside the reasons of {@link checkParty}. */
export type DrawRefusal =
  /** its time is over, and the list is frozen or about to be */
  | { reason: 'draw_closed'; drawAt: Instant }
  /** one application a household */
  | { reason: 'already_applied' }
  | {
      reason: 'draw_points_missing'
      /** points the household could stake now */
      have: number
      /** a cadre must confirm the resident before points count */
      needsConfirmation: boolean
      /** who joined a standing household may use its points from then on; null: already may */
      pointsUsableFrom: Instant | null
    }

/** Why an application can have no place when it is drawn: a reason of the booking rule, or of the draw's own. */
export type PassedOver = RefusalReason | 'points_missing' | 'household_changed'

/** Points this party could stake now. */
export function stakeable(facts: BookingFacts): number {
  const able = facts.booker.confirmed && pointsUsableFrom(facts) <= facts.now
  return able ? facts.household.canPay : 0
}

/** A confirmed household without a place in this activity lately. */
export function isNewcomer({ booker, household }: BookingFacts): boolean {
  return booker.confirmed && !household.hadPlaceInActivity
}

/** Applications come and go until the draw; and a frozen list stays as it is, whatever anybody's clock says. */
export function drawClosed(
  { drawAt }: SlotTerms,
  { frozenAt }: { frozenAt: Instant | null },
  now: Instant,
): DrawRefusal | null {
  const open = drawAt !== null && now < drawAt && frozenAt === null
  return open ? null : { reason: 'draw_closed', drawAt: drawAt ?? now }
}

/** May this party apply with these points now? */
export function checkApplication(
  facts: BookingFacts,
  draw: { frozenAt: Instant | null },
  points: number,
): Refusal | DrawRefusal | null {
  const { terms, now, attendees, booker } = facts
  const refusal = checkParty(facts) ?? drawClosed(terms, draw, now)
  if (refusal) return refusal
  // More than there are could never be drawn.
  if (attendees.length > terms.capacity) return { reason: 'household_limit', max: terms.capacity }
  const have = stakeable(facts)
  if (points <= have) return null
  const from = pointsUsableFrom(facts)
  return {
    reason: 'draw_points_missing',
    have,
    needsConfirmation: !booker.confirmed,
    pointsUsableFrom: from > now ? from : null,
  }
}

/**
 * What keeps an application from a place when the draw is run.
 * @param facts null when somebody of the party is no longer in the household
 * @param staked points fixed when the list was frozen
 */
export function passedOver(facts: BookingFacts | null, staked: number): PassedOver | null {
  if (!facts) return 'household_changed'
  const refusal = checkParty(facts)
  if (refusal) return refusal.reason
  return staked > stakeable(facts) ? 'points_missing' : null
}

/** Points are asked for in the weighted part only, so missing ones bar from nothing else. */
export function bars(reason: PassedOver | null, part: DrawPart): boolean {
  return reason !== null && !(reason === 'points_missing' && part === 'newcomers')
}

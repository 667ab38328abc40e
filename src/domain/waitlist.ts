import { hasWindow } from './priority'
import type { SlotTerms } from './slot'
import { DAY, dayStart, HOUR, hourOfDay, MINUTE, type Instant } from './time'

/** Until this long before the start a freed place is booked for the next party without asking. */
const BOOKED_UNTIL = 12 * HOUR
const OFFER_LASTS = 30 * MINUTE
const NIGHT_BEGINS = 22
const NIGHT_ENDS = 7

/** How a freed place reaches the next party: booked at once, or offered for a while. */
export function wayOfGiving(now: Instant, startsAt: Instant): 'booked' | 'offered' {
  return now <= startsAt - BOOKED_UNTIL ? 'booked' : 'offered'
}

/** 30 minutes, the night from 22:00 to 07:00 not counted, at the latest until the session starts. */
export function offerExpiry(now: Instant, startsAt: Instant): Instant {
  const counted = Math.max(now, nightEnd(now))
  const tonight = dayStart(counted) + NIGHT_BEGINS * HOUR
  const left = counted + OFFER_LASTS - tonight
  const expiry = left > 0 ? tonight + (24 - NIGHT_BEGINS + NIGHT_ENDS) * HOUR + left : counted + OFFER_LASTS
  return Math.min(expiry, startsAt)
}

/** Time outside the night up to `at`: the difference of two is how much of it lies between. */
export function dayTime(at: Instant): number {
  const midnight = dayStart(at)
  const each = (NIGHT_BEGINS - NIGHT_ENDS) * HOUR
  const today = Math.min(Math.max(0, at - midnight - NIGHT_ENDS * HOUR), each)
  return (midnight / DAY) * each + today
}

/** Where a party stands in line, 1 being next. */
export interface WaitlistPosition {
  position: number
  /** among those who would pay for a place that comes free of the priority window; null: there is none */
  withPoints: number | null
}

/**
 * @param ahead parties that joined before
 * @param payingAhead those of them that chose to use points
 */
export function explainPosition(
  { ahead, payingAhead }: { ahead: number; payingAhead: number },
  terms: SlotTerms,
): WaitlistPosition {
  return { position: ahead + 1, withPoints: hasWindow(terms) ? payingAhead + 1 : null }
}

/** The morning that ends the night `at` lies in, or `at` by day. */
function nightEnd(at: Instant): Instant {
  const hour = hourOfDay(at)
  if (hour >= NIGHT_BEGINS) return dayStart(at) + DAY + NIGHT_ENDS * HOUR
  return hour < NIGHT_ENDS ? dayStart(at) + NIGHT_ENDS * HOUR : at
}

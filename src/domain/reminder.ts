import { checkBooking, type BookingFacts } from './booking'
import type { SlotTerms } from './slot'
import { MINUTE, type Instant } from './time'

/** A reminder comes this long before the opening it is for. */
export const REMIND_BEFORE = 10 * MINUTE
/** Later than this after the opening, a reminder is no help to anybody. */
const TOLD_UNTIL_AFTER = 10 * MINUTE

export const OPENINGS = ['window', 'general', 'newcomers_over'] as const
/** `window`: for points. `general`: for all. `newcomers_over`: after the first hours, for those who were here lately too. */
export type Opening = (typeof OPENINGS)[number]

export interface NextOpening {
  opening: Opening
  at: Instant
}

/** When a slot opens in this sense; null: it never does. */
export function openingAt(terms: SlotTerms, opening: Opening): Instant | null {
  switch (opening) {
    case 'window':
      return terms.priorityOpensAt
    case 'general':
      return terms.opensAt
    case 'newcomers_over':
      return terms.newcomersUntil
  }
}

/**
 * The next opening at which this party could book, as things stand now: the booking rule itself is asked about each.
 * @returns null when it may book now, or when something else than the time keeps it from a place
 */
export function nextOpening(facts: BookingFacts): NextOpening | null {
  const { terms, now } = facts
  const verdict = checkBooking(facts)
  if (verdict.ok || !mayBeWaitedFor(verdict.refusal.reason)) return null
  for (const opening of OPENINGS) {
    const at = openingAt(terms, opening)
    if (at !== null && at > now && checkBooking({ ...facts, now: at }).ok) return { opening, at }
  }
  return null
}

function mayBeWaitedFor(reason: string): boolean {
  return reason === 'not_open_yet' || reason === 'newcomers_first'
}

/** True while there is time for a reminder to come when it is promised. */
export function remindsInTime(opensAt: Instant, now: Instant): boolean {
  return now < opensAt - REMIND_BEFORE
}

/** Should a reminder that is due be told, or is it too late, or of no use any more? */
export function isWorthTelling(
  opensAt: Instant,
  { cancelledAt, startsAt }: { cancelledAt: Instant | null; startsAt: Instant },
  now: Instant,
): boolean {
  return cancelledAt === null && now < startsAt && now < opensAt + TOLD_UNTIL_AFTER
}

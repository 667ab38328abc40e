import { DAY, MINUTE, type Instant } from './time'

/** Somebody of the household did not come (2), or gave a place back too late for another to take (1). */
export interface Absence {
  at: Instant
  /** in half no-shows, so that sums stay whole */
  halves: 1 | 2
}

const ABSENCES_THAT_COUNT = 4
const WITHIN = 90 * DAY
const LIMITED_FOR = 30 * DAY
/** Older absences can no longer limit anybody. */
export const ABSENCES_MATTER_FOR = WITHIN + LIMITED_FOR

/**
 * From two no-shows within 90 days on, a household holds one booking at a time for 30 days.
 * @returns the end of those 30 days, or null when the household is not limited at `now`
 */
export function oneAtATimeUntil(absences: Absence[], now: Instant): Instant | null {
  const inOrder = [...absences].sort((a, b) => a.at - b.at)
  let until: Instant | null = null
  for (const last of inOrder) {
    const sum = inOrder
      .filter((absence) => absence.at > last.at - WITHIN && absence.at <= last.at)
      .reduce((halves, absence) => halves + absence.halves, 0)
    if (sum >= ABSENCES_THAT_COUNT) until = last.at + LIMITED_FOR
  }
  return until !== null && until > now ? until : null
}

/** Check-in opens this long before the planned start. */
export const CHECK_IN_OPENS_BEFORE = 60 * MINUTE

/** Who still leaves may check out so long after the planned end; then the books take it that all stayed. */
export const CHECK_OUT_OPEN_AFTER = 60 * MINUTE

/** By the leader's number, by hand with a reason, a child at the door, or afterwards from the paper roster. */
export const CHECK_IN_METHODS = ['code', 'manual', 'door', 'paper'] as const
export type CheckInMethod = (typeof CHECK_IN_METHODS)[number]

/** `planned_end`: nobody checked out, and the planned end was taken. */
export const CHECK_OUT_METHODS = ['code', 'manual', 'planned_end'] as const
export type CheckOutMethod = (typeof CHECK_OUT_METHODS)[number]

/** When a session begins and ends, as published. */
export interface Plan {
  startsAt: Instant
  endsAt: Instant
}

export interface Presence {
  checkedInAt: Instant | null
  checkedOutAt: Instant | null
}

/** Somebody is there and has not said that they leave. */
export function mayCheckOut(
  { endsAt }: Pick<Plan, 'endsAt'>,
  { checkedInAt, checkedOutAt, outcome }: Presence & { outcome: 'present' | 'absent' | null },
  now: Instant,
): boolean {
  const there = checkedInAt !== null && checkedOutAt === null && outcome === null
  return there && now < endsAt + CHECK_OUT_OPEN_AFTER
}

/**
 * The time of something noted on the spot and perhaps sent much later: what the phone says, within what can be.
 * @param at as the leader's phone noted it
 */
export function notedAt(plan: Plan, at: Instant, now: Instant): Instant {
  return Math.max(plan.startsAt - CHECK_IN_OPENS_BEFORE, Math.min(at, now, plan.endsAt))
}

/** A few minutes are nobody's business. */
const WORTH_SAYING = 5

/** How a presence differs from the plan; minutes are whole, and 0 below five. */
export interface Deviation {
  lateMinutes: number
  earlyMinutes: number
  /** never checked out, and counted until the planned end */
  forgotten: boolean
}

export function deviationFrom(
  plan: Plan,
  { checkedInAt, checkedOutAt, checkOutMethod }: Presence & { checkOutMethod: CheckOutMethod | null },
): Deviation {
  const worthSaying = (from: Instant, to: Instant) => {
    const minutes = Math.floor((to - from) / MINUTE)
    return minutes >= WORTH_SAYING ? minutes : 0
  }
  const forgotten = checkOutMethod === 'planned_end'
  return {
    lateMinutes: checkedInAt === null ? 0 : worthSaying(plan.startsAt, Math.min(checkedInAt, plan.endsAt)),
    earlyMinutes: checkedOutAt === null || forgotten ? 0 : worthSaying(checkedOutAt, plan.endsAt),
    forgotten,
  }
}

/**
 * Minutes served, within the planned time; without a check-out the planned end counts.
 * @returns whole minutes, 0 when never checked in
 */
export function servedMinutes(plan: Plan, presence: Presence): number {
  if (presence.checkedInAt === null) return 0
  const from = Math.max(plan.startsAt, presence.checkedInAt)
  const to = Math.min(plan.endsAt, presence.checkedOutAt ?? plan.endsAt)
  return Math.max(0, Math.floor((to - from) / MINUTE))
}

/** At least 60 % of the planned time, in whole numbers. */
export function servedEnough(plan: Plan, minutes: number): boolean {
  return minutes * MINUTE * 100 >= (plan.endsAt - plan.startsAt) * 60
}

import { dayStart, HOUR, type Instant } from './time'

export const SESSION_REMINDERS = ['evening_before', 'two_hours'] as const
export type SessionReminder = (typeof SESSION_REMINDERS)[number]

/** At eight in the evening of the day before, Shanghai time. */
const EVENING = 4 * HOUR
const TWO_HOURS = 2 * HOUR
/** Sessions that start later than this from now have no reminder due. */
export const REMINDED_AHEAD = 28 * HOUR

/** When a reminder is due, and from when on it would be told too late. */
function timesOf(reminder: SessionReminder, startsAt: Instant): { dueAt: Instant; until: Instant } {
  switch (reminder) {
    case 'evening_before':
      return { dueAt: dayStart(startsAt) - EVENING, until: dayStart(startsAt) }
    case 'two_hours':
      return { dueAt: startsAt - TWO_HOURS, until: startsAt }
  }
}

/** When the reminders of a start are told, in the order of time. */
export function remindedAt(startsAt: Instant): Instant[] {
  return SESSION_REMINDERS.map((reminder) => timesOf(reminder, startsAt).dueAt)
}

/** A reminder that is due, for those who knew of the start before it was. */
export interface ReminderDue {
  reminder: SessionReminder
  /** who has booked since, or was told of another time since, knows it without being reminded */
  knownBefore: Instant
}

/**
 * The reminders of a session that are due now to those who hold places in it, also when they are late: the evening one
 * until midnight, the other until the start.
 */
export function remindersDue(startsAt: Instant, now: Instant): ReminderDue[] {
  return SESSION_REMINDERS.flatMap((reminder) => {
    const { dueAt, until } = timesOf(reminder, startsAt)
    return now >= dueAt && now < until ? [{ reminder, knownBefore: dueAt }] : []
  })
}

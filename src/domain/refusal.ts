import type { AgeBand } from './age-band'
import type { Instant } from './time'

/** The attendee a reason is about, by the name the household gave. */
export interface NamedAttendee {
  id: string
  name: string
}

/** Another session, as far as a refusal has to name it. */
export interface SessionRef {
  id: string
  title: string
  startsAt: Instant
  endsAt: Instant
}

/** Why a booking is not possible now, with what would change it. In the order in which they are checked. */
export type Refusal =
  /** the session will not take place */
  | { reason: 'session_cancelled' }
  /** too late: it has begun */
  | { reason: 'session_started'; startsAt: Instant }
  /** a cadre suspended the booker, for a reason */
  | { reason: 'suspended'; until: Instant; cause: string }
  /** a child for a post */
  | { reason: 'wrong_attendee'; attendee: NamedAttendee }
  /** this attendee holds a place in this slot */
  | { reason: 'already_booked'; attendee: NamedAttendee }
  /** a post with children, and no cadre has confirmed this resident yet */
  | { reason: 'not_confirmed'; attendee: NamedAttendee }
  /** no guardian has consented for this child, or consent was withdrawn */
  | { reason: 'consent_missing'; attendee: NamedAttendee }
  | { reason: 'age_not_fit'; attendee: NamedAttendee; band: AgeBand }
  | { reason: 'skill_missing'; attendee: NamedAttendee; skill: string }
  /** the attendee is somewhere else at that time */
  | { reason: 'overlaps'; attendee: NamedAttendee; session: SessionRef }
  | { reason: 'household_limit'; max: number }
  /** two posts a week are taken; from `from` on there is no limit */
  | { reason: 'weekly_limit'; from: Instant }
  /** after no-shows: one booking at a time until then */
  | { reason: 'one_at_a_time'; until: Instant }
  | { reason: 'draw_only'; drawAt: Instant }
  /** general opening is still to come, and this household cannot book early */
  | {
      reason: 'not_open_yet'
      opensAt: Instant
      /** null: nobody can book early */
      priorityOpensAt: Instant | null
      /** points per place in the window; null with no window */
      price: number | null
      /** points the household can pay now */
      have: number
      /** points this party would need */
      need: number
      /** a cadre must confirm the resident before points open anything */
      needsConfirmation: boolean
      /** who joined a standing household may use its points from then on; null: already may */
      pointsUsableFrom: Instant | null
    }
  /** the window's part of the places is taken; the rest opens to all */
  | { reason: 'priority_places_full'; opensAt: Instant; waitlist: number }
  /** kept until then for the teams the call names */
  | { reason: 'teams_first'; until: Instant }
  /** the first hours belong to households that have not been here lately, and to confirmed residents */
  | { reason: 'newcomers_first'; until: Instant; needsConfirmation: boolean }
  /** `left` places are free and nobody's, fewer than the party needs */
  | { reason: 'slot_full'; waitlist: number; left: number }

export type RefusalReason = Refusal['reason']

/** The fixed order of {@link checkBooking}. */
export const REFUSAL_ORDER = [
  'session_cancelled',
  'session_started',
  'suspended',
  'wrong_attendee',
  'already_booked',
  'not_confirmed',
  'consent_missing',
  'age_not_fit',
  'skill_missing',
  'overlaps',
  'household_limit',
  'weekly_limit',
  'one_at_a_time',
  'draw_only',
  'not_open_yet',
  'priority_places_full',
  'teams_first',
  'newcomers_first',
  'slot_full',
] as const satisfies readonly RefusalReason[]

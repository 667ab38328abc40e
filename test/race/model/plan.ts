import fc from 'fast-check'
import { DAY, HOUR, MINUTE, type Instant } from '@/domain/time'

/** Monday morning; the class is on Saturday. */
export const START: Instant = Date.parse('2026-03-02T09:00:00+08:00')
const TUESDAY_EVENING = START + DAY + 11 * HOUR
const THURSDAY_EVENING = TUESDAY_EVENING + 2 * DAY
/** Less than twelve hours before the class. */
const FRIDAY_NIGHT = THURSDAY_EVENING + DAY + 3 * HOUR
const SATURDAY: Instant = START + 5 * DAY + HOUR

/** What differs from one neighbourhood to the next. */
export interface Plan {
  /** when the first step is */
  from: Instant
  capacity: number
  /** of the class's other seats, of the crossing and of each early post */
  small: number
  share: number
  householdLimit: number | null
  newcomersFirst: boolean
  opensAt: Instant
  freeCancelHours: number
  /** how many of the households do anything */
  crowd: number
  /** of each household: points it comes with, and for how many hours they count */
  points: { amount: number; hours: number }[][]
}

/** Sessions of every neighbourhood. The crossing overlaps the class; the early ones are for not coming. */
export const SESSIONS = {
  tuesday: { startsAt: START + DAY + HOUR, endsAt: START + DAY + 2 * HOUR },
  wednesday: { startsAt: START + 2 * DAY + HOUR, endsAt: START + 2 * DAY + 2 * HOUR },
  class: { startsAt: SATURDAY, endsAt: SATURDAY + HOUR },
  crossing: { startsAt: SATURDAY + 30 * MINUTE, endsAt: SATURDAY + 90 * MINUTE },
} as const

export const PRIORITY_OPENS = START + 6 * HOUR
export const PRICE = 10

/** For ever, and until Thursday, the night before the class, that very morning, and the week after. */
const LAST_HOURS = [365 * 24, 72, 113, 119, 240]

/** @param households how many there are */
export function plans(households: number): fc.Arbitrary<Plan> {
  const lot = fc.record({ amount: fc.constantFrom(10, 20, 5, 15, 30), hours: fc.constantFrom(...LAST_HOURS) })
  return fc.record({
    from: fc.constantFrom(START, START, START, TUESDAY_EVENING, THURSDAY_EVENING, FRIDAY_NIGHT - HOUR),
    capacity: fc.constantFrom(2, 3, 4, 5, 6),
    small: fc.constantFrom(1, 1, 2, 3),
    share: fc.constantFrom(70, 0, 10, 29, 50, 80),
    householdLimit: fc.constantFrom(null, 2),
    newcomersFirst: fc.constantFrom(true, true, false),
    opensAt: fc.constantFrom(THURSDAY_EVENING, TUESDAY_EVENING, FRIDAY_NIGHT),
    freeCancelHours: fc.constantFrom(12, 24),
    crowd: fc.constantFrom(2, 4, households),
    points: fc.array(fc.array(lot, { minLength: 1, maxLength: 2 }), {
      minLength: households,
      maxLength: households,
    }),
  })
}

import type { AttendeeFacts, BookingFacts, HouseholdFacts } from '@/domain/booking'
import type { CallDraft, SlotDraft } from '@/domain/call'
import type { SlotTerms } from '@/domain/slot'
import { DAY, HOUR, type Instant } from '@/domain/time'

/** The moment a clock in Shanghai shows `2026-03-07 10:00` (seconds and milliseconds may follow). */
export function at(shanghai: string): Instant {
  return Date.parse(`${shanghai.replace(' ', 'T')}+08:00`)
}

/** A Saturday morning class; everything else is placed around it. */
export const STARTS = at('2026-03-07 10:00')
export const ENDS = at('2026-03-07 11:30')
export const PRIORITY_OPENS = at('2026-03-01 20:00')
export const OPENS = at('2026-03-02 10:00')
export const NEWCOMERS_UNTIL = at('2026-03-02 12:00')
/** After every opening, more than a day before the start. */
export const NOW = at('2026-03-03 09:00')

/** 20 seats, 14 of them early for 10 points each; the first two hours for newcomers. */
export const windowTerms: Partial<SlotTerms> = {
  capacity: 20,
  price: 10,
  share: 70,
  priorityOpensAt: PRIORITY_OPENS,
  newcomersUntil: NEWCOMERS_UNTIL,
}

export interface FactsOverrides {
  now?: Instant
  session?: Partial<BookingFacts['session']>
  terms?: Partial<SlotTerms>
  places?: Partial<BookingFacts['places']>
  booker?: Partial<BookingFacts['booker']>
  household?: Partial<HouseholdFacts>
  attendees?: Partial<AttendeeFacts>[]
}

export function slotTerms(overrides: Partial<SlotTerms> = {}): SlotTerms {
  return {
    kind: 'seat',
    capacity: 20,
    ageBand: null,
    skill: null,
    withChildren: false,
    price: null,
    share: 70,
    priorityOpensAt: null,
    opensAt: OPENS,
    newcomersUntil: null,
    teamsUntil: null,
    teamIds: [],
    allocation: 'booking',
    drawAt: null,
    drawnAt: null,
    householdLimit: null,
    ...overrides,
  }
}

/** A confirmed resident for whom nothing stands in the way. */
export function attendee(overrides: Partial<AttendeeFacts> = {}): AttendeeFacts {
  return {
    kind: 'resident',
    id: 'wang',
    name: '王姐',
    bookedHere: false,
    confirmed: true,
    consented: true,
    ageBand: null,
    skills: [],
    elsewhere: [],
    pointsUsableFrom: 0,
    ...overrides,
  }
}

/** Facts that let the booking pass, except for what is overridden. */
export function bookingFacts(overrides: FactsOverrides = {}): BookingFacts {
  return {
    now: overrides.now ?? NOW,
    session: {
      id: 'reading',
      title: '周末绘本课',
      startsAt: STARTS,
      endsAt: ENDS,
      cancelledAt: null,
      ...overrides.session,
    },
    terms: slotTerms(overrides.terms),
    places: { held: 0, heldByWindow: 0, waiting: [], waitlist: 0, ...overrides.places },
    booker: { confirmed: true, suspension: null, pointsUsableFrom: 0, teamId: null, ...overrides.booker },
    household: {
      canPay: 0,
      placesInSlot: 0,
      postsThatWeek: 0,
      absences: [],
      openBookings: 0,
      hadPlaceInActivity: false,
      ...overrides.household,
    },
    attendees: (overrides.attendees ?? [{}]).map(attendee),
  }
}

/** A party of `size`, told apart by id. */
export function party(size: number): Partial<AttendeeFacts>[] {
  return Array.from({ length: size }, (_, index) => ({ id: `child-${index + 1}`, kind: 'child' }))
}

/** The moment a draft is published: four days before its first session. */
export const PUBLISHED = STARTS - 4 * DAY

/** A seat slot that may be published as it is. */
export function slotDraft(overrides: Partial<SlotDraft> = {}): SlotDraft {
  return {
    kind: 'seat',
    title: '孩子名额',
    capacity: 20,
    ageBand: '3-6',
    skill: null,
    withChildren: false,
    points: 0,
    price: 10,
    share: 70,
    priorityOpensAt: PUBLISHED + HOUR,
    opensAt: PUBLISHED + DAY,
    newcomersFirst: true,
    householdLimit: null,
    allocation: 'booking',
    drawAt: null,
    publicNumber: false,
    ...overrides,
  }
}

/** What makes a slot drawn. */
export const draw = { allocation: 'draw', drawAt: PUBLISHED + DAY } as const

/** A seat slot that is drawn a day after publishing. */
export function drawDraft(overrides: Partial<SlotDraft> = {}): SlotDraft {
  return slotDraft({ price: null, priorityOpensAt: null, opensAt: null, ...draw, ...overrides })
}

/** A post slot that may be published as it is. */
export function postDraft(overrides: Partial<SlotDraft> = {}): SlotDraft {
  return slotDraft({
    kind: 'post',
    ageBand: null,
    price: null,
    priorityOpensAt: null,
    opensAt: null,
    points: 10,
    ...overrides,
  })
}

export interface DraftOverrides {
  activity?: Partial<CallDraft['activity']>
  sessions?: CallDraft['sessions']
  slots?: SlotDraft[]
}

/** A call that may be published as it is. */
export function callDraft(overrides: DraftOverrides = {}): CallDraft {
  return {
    activity: {
      kind: 'class',
      title: '周末绘本课',
      place: '社区图书室',
      description: '一起读绘本',
      bring: '水杯',
      riskNote: '',
      insurance: '',
      contact: '王干部',
      freeCancelHours: 12,
      ...overrides.activity,
    },
    sessions: overrides.sessions ?? [{ startsAt: STARTS, endsAt: ENDS }],
    slots: overrides.slots ?? [slotDraft()],
  }
}

import type { SubstituteView } from '@/contract/session-view'
import { DAY } from '@/domain/time'
import { substituteStanding } from '@/stores/substitute-standing'
import { bookingFacts, NOW, STARTS, type FactsOverrides } from '../domain/facts'

const link: SubstituteView = { id: 'link00000000', slotId: 'post', giverId: null, waitlistUntil: null }
const family: SubstituteView = { ...link, giverId: 'chen' }
const facts = (overrides: FactsOverrides = {}) =>
  bookingFacts({ ...overrides, terms: { kind: 'post', ...overrides.terms } })
const absences = [
  { at: NOW - 2 * DAY, halves: 2 as const },
  { at: NOW - DAY, halves: 2 as const },
]

it.each<[string, SubstituteView | null, FactsOverrides, unknown]>([
  ['nothing is passed on', null, {}, null],
  ['another post is', { ...link, slotId: 'other' }, {}, null],
  ['the link is gone', { ...link, slotId: null }, {}, null],
  ['one may take it', link, {}, { is: 'substitute', family: false }],
  ['one has it', link, { attendees: [{ bookedHere: true }] }, null],
  [
    'it is kept for who waits',
    { ...link, waitlistUntil: NOW + 1 },
    {},
    { is: 'refused', refusal: { reason: 'waitlist_first', until: NOW + 1 } },
  ],
  ['it was kept for who waited', { ...link, waitlistUntil: NOW }, {}, { is: 'substitute', family: false }],
  [
    'a rule stands against it',
    link,
    { now: STARTS - 2 * DAY, household: { postsThatWeek: 2 } },
    { is: 'refused', refusal: { reason: 'weekly_limit', from: STARTS - DAY } },
  ],
  [
    'it is the family’s, at the limit of the week',
    family,
    { now: STARTS - 2 * DAY, household: { postsThatWeek: 2, openBookings: 1 } },
    { is: 'substitute', family: true },
  ],
  [
    'it is the family’s, at the limit of the slot',
    family,
    { terms: { householdLimit: 1 }, household: { placesInSlot: 1, postsThatWeek: 1 } },
    { is: 'substitute', family: true },
  ],
  [
    'it is the family’s only booking, after no-shows',
    family,
    { household: { absences, openBookings: 1, postsThatWeek: 1 } },
    { is: 'substitute', family: true },
  ],
])('stands as it should where %s', (_, substitute, overrides, expected) => {
  expect(substituteStanding(substitute, 'post', facts(overrides))).toEqual(expected)
})

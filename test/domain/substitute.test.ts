import { checkSubstitute, withoutPost } from '@/domain/substitute'
import { HOUR, DAY } from '@/domain/time'
import { bookingFacts, NOW, STARTS, type FactsOverrides } from './facts'

const GIVER = 'chen'
const check = (overrides: FactsOverrides, giverId = GIVER) =>
  checkSubstitute(bookingFacts({ ...overrides, terms: { kind: 'post', ...overrides.terms } }), giverId)
const busy = { id: 'choir', title: '合唱', startsAt: STARTS, endsAt: STARTS + HOUR }
const absences = [
  { at: NOW - 2 * DAY, halves: 2 as const },
  { at: NOW - DAY, halves: 2 as const },
]

describe('a post that is passed on may be taken', () => {
  it.each<[string, FactsOverrides]>([
    ['by a neighbour whom nothing keeps', {}],
    ['though no place is free', { terms: { capacity: 2 }, places: { held: 2 } }],
    ['though somebody waits, who has been asked before', { places: { waiting: [1], waitlist: 1 } }],
    ['before the posts are open to all', { terms: { opensAt: NOW + HOUR } }],
    [
      'in the newcomers’ hours by who came before',
      { terms: { newcomersUntil: NOW + HOUR, opensAt: NOW - 1 } },
    ],
    ['to the last millisecond before the start', { now: STARTS - 1 }],
    ['by somebody new, where no children are', { attendees: [{ confirmed: false }] }],
    ['as the second of the week', { household: { postsThatWeek: 1 } }],
  ])('%s', (_, overrides) => {
    expect(check(overrides)).toBeNull()
  })
})

describe('a post that is passed on may not be taken', () => {
  it.each<[string, string, FactsOverrides]>([
    ['once it has begun', 'session_started', { now: STARTS }],
    ['of a cancelled session', 'session_cancelled', { session: { cancelledAt: NOW } }],
    [
      'by who is suspended',
      'suspended',
      { booker: { confirmed: true, suspension: { until: NOW + 1, cause: '' }, pointsUsableFrom: 0 } },
    ],
    ['by a child', 'wrong_attendee', { attendees: [{ kind: 'child' }] }],
    ['by who holds one there already', 'already_booked', { attendees: [{ bookedHere: true }] }],
    [
      'among children by who is not confirmed',
      'not_confirmed',
      { terms: { withChildren: true }, attendees: [{ confirmed: false }] },
    ],
    ['without the skill', 'skill_missing', { terms: { skill: 'haircut' } }],
    ['by who is elsewhere then', 'overlaps', { attendees: [{ elsewhere: [busy] }] }],
    [
      'beyond the household limit',
      'household_limit',
      { terms: { householdLimit: 1 }, household: { placesInSlot: 1 } },
    ],
    ['as the third of the week', 'weekly_limit', { household: { postsThatWeek: 2 } }],
    ['beside another booking after no-shows', 'one_at_a_time', { household: { absences, openBookings: 1 } }],
  ])('%s', (_, reason, overrides) => {
    expect(check(overrides)).toMatchObject({ reason })
  })

  it('by the giver, whatever else', () => {
    expect(check({}, 'wang')).toEqual({ reason: 'own_post' })
    expect(check({ attendees: [{ bookedHere: true }] }, 'wang')).toEqual({ reason: 'own_post' })
  })
})

it('no longer counts for the household once it is passed on', () => {
  const household = bookingFacts({ household: { postsThatWeek: 2, openBookings: 1 } }).household
  expect(check({ household, now: NOW })).toMatchObject({ reason: 'weekly_limit' })
  expect(check({ household: withoutPost(household) })).toBeNull()
  expect(withoutPost(household)).toMatchObject({ postsThatWeek: 1, openBookings: 0 })
})

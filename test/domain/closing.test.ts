import { presenceWithin, settle, type DecidedPlace, type Settlement } from '@/domain/closing'
import { HOUR, MINUTE } from '@/domain/time'
import { NOW } from './facts'

const plan = { startsAt: NOW, endsAt: NOW + HOUR }
const here = { checkedInAt: NOW, checkedOutAt: null }
const given = (minutes: number, points: number, change: object = {}) => ({
  ...{ minutes, points, movementId: points > 0 ? 'm' : null, hoursOnly: false },
  ...change,
})
const place = (change: Partial<DecidedPlace>): DecidedPlace => ({
  ...{ slotKind: 'post', points: 10, outcome: 'present', hoursOnly: false, anew: false, given: null },
  ...here,
  ...change,
})
const left = (minutes: number) => ({ checkedInAt: NOW, checkedOutAt: NOW + minutes * MINUTE })
const absent = { outcome: 'absent' } as const
const nothing: Settlement = { is: 'nothing' }
const anew = { anew: true }

describe('the first time', () => {
  it.each<[string, Partial<DecidedPlace>, Settlement]>([
    ['gives who was there hours and points', {}, { is: 'give', minutes: 60, points: 10 }],
    ['gives nothing for a seat', { slotKind: 'seat' }, nothing],
    ['gives nothing to who was absent', absent, nothing],
    ['gives nothing to who left before it began', left(0), nothing],
    ['gives points for 36 minutes of 60', left(36), { is: 'give', minutes: 36, points: 10 }],
    ['gives hours without points for 35', left(35), { is: 'give', minutes: 35, points: 0 }],
    ['gives hours alone to who chose so', { hoursOnly: true }, { is: 'give', minutes: 60, points: 0 }],
  ])('%s', (_, change, settlement) => expect(settle(plan, place(change))).toEqual(settlement))
})

describe('after the books were opened again', () => {
  const to = (minutes: number, points: number, movementId: string | null = 'm'): Settlement => ({
    ...{ is: 'correct', minutes, points, movementId },
  })
  it.each<[string, Partial<DecidedPlace>, Settlement]>([
    ['leaves who was not decided anew', { given: given(60, 10) }, nothing],
    ['leaves what a dispute has corrected', { given: given(50, 16) }, nothing],
    ['leaves who is decided as before', { ...anew, given: given(60, 10) }, nothing],
    ['takes all from who was not there', { ...anew, ...absent, given: given(60, 10) }, to(0, 0)],
    ['takes the points of who served too short', { ...anew, ...left(20), given: given(60, 10) }, to(20, 0)],
    ['takes minutes alone where the points stay', { ...anew, ...left(40), given: given(60, 10) }, to(40, 10)],
    [
      'gives first points to who served long enough after all',
      { ...anew, given: given(35, 0) },
      to(60, 10, null),
    ],
    ['gives back what was taken before', { ...anew, given: given(0, 0, { movementId: 'm' }) }, to(60, 10)],
    ['gives who was absent what they missed', anew, { is: 'give', minutes: 60, points: 10 }],
    ['leaves who is still absent', { ...anew, ...absent }, nothing],
    [
      'keeps to the choice of hours alone that was made then',
      { ...anew, ...left(40), given: given(60, 0, { hoursOnly: true }) },
      to(40, 0, null),
    ],
    [
      'does not take points for a choice of hours alone made since',
      { ...anew, ...left(40), hoursOnly: true, given: given(60, 10) },
      to(40, 10),
    ],
  ])('%s', (_, change, settlement) => expect(settle(plan, place(change))).toEqual(settlement))
})

it.each([
  [0, 0, { checkedInAt: NOW, checkedOutAt: NOW + HOUR }],
  [10, 5, { checkedInAt: NOW + 10 * MINUTE, checkedOutAt: NOW + 55 * MINUTE }],
  [30, 29, { checkedInAt: NOW + 30 * MINUTE, checkedOutAt: NOW + 31 * MINUTE }],
  [30, 30, null],
  [90, 0, null],
])('has %d minutes late and %d early within an hour', (late, early, presence) => {
  expect(presenceWithin(plan, { late, early })).toEqual(presence)
})

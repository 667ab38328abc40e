import { takenUp, wasSought, type GivenBack, type Taking } from '@/domain/given-back'

const given = (householdId: string, cancelledAt: number): GivenBack => ({
  ...{ bookingId: `of-${householdId}`, attendeeId: householdId, householdId, residentId: householdId },
  cancelledAt,
})
const taking = (householdId: string, takenAt: number): Taking => ({
  ...{ bookingId: `by-${householdId}`, attendeeId: householdId, householdId, takenAt },
})
const told = (...of: Parameters<typeof takenUp>) =>
  takenUp(...of).map((it) => [it.given.householdId, it.by.householdId, it.byAnother])

const twoGiven = [given('a', 10), given('b', 20)]

it.each<[string, GivenBack[], Taking[], number, unknown[]]>([
  ['nothing taken', twoGiven, [], 2, []],
  ['two given and one taken: the oldest', twoGiven, [taking('c', 30)], 1, [['a', 'c', true]]],
  [
    'two taken, each one for one',
    twoGiven,
    [taking('d', 31), taking('c', 30)],
    0,
    [
      ['a', 'c', true],
      ['b', 'd', true],
    ],
  ],
  ['what was taken before it was given', [given('a', 10)], [taking('c', 10)], 0, []],
  ['one who takes it again', [given('a', 10)], [taking('a', 11)], 0, [['a', 'a', false]]],
  [
    'one who takes again what is theirs, not what is older',
    twoGiven,
    [taking('b', 30)],
    1,
    [['b', 'b', false]],
  ],
  ['a post that only changed hands, with a place still free', [given('a', 10)], [taking('c', 30)], 1, []],
  ['more places than were there before', [given('a', 10)], [taking('c', 30)], 8, []],
])('settles %s', (_, rows, takings, free, expected) => {
  expect(told(rows, takings, free)).toEqual(expected)
})

it.each([
  [20, 0, true],
  [19, 0, false],
  [19, 1, true],
])(
  'of 20 places with %i held and %i given back before, one more given back was sought: %s',
  (held, before, is) => {
    expect(wasSought({ held, capacity: 20 }, before)).toBe(is)
  },
)

import { keepsakeOf, type Served } from '@/domain/keepsake'

const of = (residentId: string, minutes: number, householdId = `home of ${residentId}`): Served => ({
  ...{ residentId, householdId, minutes },
})
const me = { residentId: 'wang', householdId: 'home of wang' }

it.each<[string, Served[], { minutes: number; neighbours: number } | null]>([
  ['alone', [of('wang', 40)], { minutes: 40, neighbours: 0 }],
  ['with neighbours', [of('wang', 40), of('li', 60), of('he', 1)], { minutes: 40, neighbours: 2 }],
  [
    'with one’s own family, who are no neighbours',
    [of('wang', 40), of('son', 40, 'home of wang')],
    { minutes: 40, neighbours: 0 },
  ],
  [
    'at two posts, beside somebody at two posts',
    [of('wang', 30), of('wang', 10), of('li', 30), of('li', 10)],
    { minutes: 40, neighbours: 1 },
  ],
  [
    'beside somebody whose time was taken back',
    [of('wang', 40), of('li', 0)],
    { minutes: 40, neighbours: 0 },
  ],
  ['whose own time was taken back', [of('wang', 0), of('li', 40)], null],
  ['where only others served', [of('li', 40)], null],
  ['where nobody did', [], null],
])('is what somebody takes home %s', (_, served, expected) => {
  expect(keepsakeOf(served, me)).toEqual(expected)
})

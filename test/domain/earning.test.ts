import { endsInTime, missingPoints } from '@/domain/earning'
import type { Refusal } from '@/domain/refusal'
import { HOUR } from '@/domain/time'
import { OPENS } from './facts'

const notOpen = (need: number, have: number): Refusal => ({
  ...{ reason: 'not_open_yet', opensAt: OPENS, priorityOpensAt: null, price: 10, have, need },
  ...{ needsConfirmation: false, pointsUsableFrom: null },
})

it.each<[string, Refusal, number | null]>([
  ['what is lacking', notOpen(20, 10), 10],
  ['a single point', notOpen(10, 9), 1],
  ['none, when there are just enough', notOpen(10, 10), null],
  ['none, when something else is in the way', { reason: 'session_cancelled' }, null],
])('the points missing are %s', (_, refusal, missing) => {
  expect(missingPoints(refusal)).toBe(missing)
})

it('counts on points an hour after a post', () => {
  expect(endsInTime(OPENS)).toBe(OPENS - HOUR)
})

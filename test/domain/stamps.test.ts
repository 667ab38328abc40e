import { cardOf } from '@/domain/stamps'

it.each([
  [0, { fullCards: 0, onCard: 0, missing: 10 }],
  [1, { fullCards: 0, onCard: 1, missing: 9 }],
  [9, { fullCards: 0, onCard: 9, missing: 1 }],
  // The tenth is seen on its full card, not on an empty one.
  [10, { fullCards: 1, onCard: 10, missing: 0 }],
  [11, { fullCards: 1, onCard: 1, missing: 9 }],
  [27, { fullCards: 2, onCard: 7, missing: 3 }],
])('lays %i stamps on cards of ten', (total, card) => {
  expect(cardOf(total)).toEqual(card)
})

export const STAMPS_PER_CARD = 10

/** How a child's stamps lie on cards: a card that is full stays in the hand until the next stamp comes. */
export function cardOf(total: number): { fullCards: number; onCard: number; missing: number } {
  const onCard = total === 0 ? 0 : ((total - 1) % STAMPS_PER_CARD) + 1
  return { fullCards: Math.floor(total / STAMPS_PER_CARD), onCard, missing: STAMPS_PER_CARD - onCard }
}

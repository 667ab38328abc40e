/** Points an application may name, for the whole party. */
export const DRAW_POINTS = [0, 10, 20, 30, 40] as const
export type DrawPoints = (typeof DRAW_POINTS)[number]

const POINTS_FOR_ONE_MORE = 10
const HEAVIEST = 5
const NEWCOMERS_PERCENT = 30

/** 1, and 1 more for each 10 points, at most 5. */
export function weightOf(points: number): number {
  return Math.min(HEAVIEST, 1 + Math.floor(points / POINTS_FOR_ONE_MORE))
}

/** What an application stakes when the list is frozen: the points it named, as far as they are there. */
export function stakedPoints(named: number, canPay: number): number {
  const payable = Math.min(named, canPay)
  return payable - (payable % POINTS_FOR_ONE_MORE)
}

export function newcomersPlaces(capacity: number): number {
  return Math.floor((capacity * NEWCOMERS_PERCENT) / 100)
}

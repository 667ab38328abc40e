/** Somebody's confirmed time in one session, after corrections. */
export interface Served {
  residentId: string
  householdId: string
  minutes: number
}

export interface Keepsake {
  minutes: number
  /** people of other households who served in the same session */
  neighbours: number
}

/**
 * What a person takes home from a session.
 * @param served by everybody in it
 * @returns null: nothing of theirs is confirmed
 */
export function keepsakeOf(
  served: Served[],
  asking: { residentId: string; householdId: string },
): Keepsake | null {
  const own = served.filter((it) => it.residentId === asking.residentId)
  const minutes = own.reduce((sum, it) => sum + it.minutes, 0)
  if (minutes === 0) return null
  const others = served.filter((it) => it.householdId !== asking.householdId && it.minutes > 0)
  return { minutes, neighbours: new Set(others.map((it) => it.residentId)).size }
}

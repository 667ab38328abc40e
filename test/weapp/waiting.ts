const PATIENCE = 200
const QUIET_TURNS = 6

let callsUnderWay = 0

/** The answer of a server that gives none. Nobody waits for it. */
export const SILENCE = new Promise<never>(() => undefined)

/** Counts a call of the mini-program until it is answered. */
export async function underWay<Answer>(call: () => Answer): Promise<Awaited<Answer>> {
  const asked = call()
  if (asked === SILENCE) return SILENCE
  callsUnderWay += 1
  try {
    return await asked
  } finally {
    callsUnderWay -= 1
  }
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 5))

/**
 * Until every call is answered and nothing has been asked for some turns of the event loop, in which what was
 * answered is drawn. Turns, not time: on a busy machine they only take longer.
 */
export async function settle(): Promise<void> {
  for (let quiet = 0; quiet < QUIET_TURNS; quiet = callsUnderWay > 0 ? 0 : quiet + 1) await turn()
}

/**
 * Looks again and again until there is something.
 * @param complaint what the test says when nothing comes
 */
export async function eventually<Found>(
  look: () => Found | undefined,
  complaint: () => string,
): Promise<NonNullable<Found>> {
  for (let tries = 0; tries < PATIENCE; tries++) {
    const found = look()
    if (found) return found
    await settle()
  }
  throw new Error(complaint())
}

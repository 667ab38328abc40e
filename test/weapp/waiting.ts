// Enough for a busy machine, and over before the test’s own time is.
const PATIENCE = 400

/** Longer than the platform gathers changes for one setData. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, 50))

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

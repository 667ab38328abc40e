/** Why something that needs the person's leave did not come about. */
export type WhyNot = 'not_allowed' | 'cancelled' | 'failed'

/**
 * Reads it from what wx fails with.
 * "fail auth deny", "fail:auth denied", "fail authorize no response", "fail cancel": phones differ.
 */
export function whyNot(error: unknown): WhyNot {
  const message = (error as { errMsg?: string } | null)?.errMsg ?? ''
  if (/auth|privacy|permission/i.test(message)) return 'not_allowed'
  return /cancel/i.test(message) ? 'cancelled' : 'failed'
}

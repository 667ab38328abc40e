/** Why something that needs the person's leave did not come about. */
export type WhyNot = 'not_allowed' | 'cancelled' | 'failed'

/** 103: refused in the permissions; 104: the privacy guide was not agreed to. */
const REFUSED = [103, 104]

/**
 * Reads it from what wx fails with, by its number where it has one, else by its words:
 * "fail auth deny", "fail:auth denied", "fail authorize no response", "fail privacy permission is not authorized",
 * "fail cancel": phones differ.
 */
export function whyNot(error: unknown): WhyNot {
  const { errMsg = '', errno } = (error ?? {}) as { errMsg?: unknown; errno?: unknown }
  const message = typeof errMsg === 'string' ? errMsg : ''
  if (REFUSED.includes(Number(errno)) || /auth|den(y|ied)|privacy|permission/i.test(message))
    return 'not_allowed'
  return /cancel/i.test(message) ? 'cancelled' : 'failed'
}

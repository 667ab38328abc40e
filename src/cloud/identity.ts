import { createHmac, timingSafeEqual } from 'node:crypto'
import { DAY, type Instant } from '@/domain/time'

/** Tells who is asking. */
export interface Identities {
  /** A login code of the platform (or, in demo mode, a persona) for an open id; null when it is not valid. */
  exchangeCode(code: string): Promise<string | null>
  /** An opaque, signed, expiring token. */
  issue(openId: string, now: Instant): { token: string; until: Instant }
  /** The open id a token was issued for; null when it is forged, foreign or too old. */
  read(token: string, now: Instant): string | null
}

const TOKEN_LASTS = 7 * DAY

/**
 * Tokens of our own instead of JWT: one algorithm, nothing to negotiate, nothing to downgrade.
 * @param secret signs tokens of this deployment; at least 32 characters
 */
export function createIdentities(
  secret: string,
  exchangeCode: (code: string) => Promise<string | null>,
): Identities {
  const sign = (body: string) => createHmac('sha256', secret).update(`token.${body}`).digest('base64url')
  return {
    exchangeCode,
    issue(openId, now) {
      const until = now + TOKEN_LASTS
      const body = Buffer.from(JSON.stringify([openId, until])).toString('base64url')
      return { token: `${body}.${sign(body)}`, until }
    },
    read(token, now) {
      const [body, signature, ...rest] = token.split('.')
      if (!body || !signature || rest.length > 0) return null
      const expected = Buffer.from(sign(body))
      const given = Buffer.from(signature)
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
      const [openId, until] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [string, number]
      return until > now ? openId : null
    },
  }
}

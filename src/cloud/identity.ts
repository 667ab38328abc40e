import { DAY, type Instant } from '@/domain/time'
import { createTokenSigner } from './signed-token'

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

/** @param secret signs tokens of this deployment; at least 32 characters */
export function createIdentities(
  secret: string,
  exchangeCode: (code: string) => Promise<string | null>,
): Identities {
  const tokens = createTokenSigner('token', secret)
  return {
    exchangeCode,
    issue(openId, now) {
      const until = now + TOKEN_LASTS
      return { token: tokens.sign([openId, until]), until }
    },
    read(token, now) {
      const claims = tokens.open(token) as [string, Instant] | undefined
      if (!claims) return null
      const [openId, until] = claims
      return until > now ? openId : null
    },
  }
}

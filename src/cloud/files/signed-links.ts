import type { Instant } from '@/domain/time'
import { createTokenSigner } from '../signed-token'
import { exports, fileName, type Ticket } from './exports'
import { LINK_LASTS, type Files } from './files'

export interface SignedLinks extends Files {
  /** What a link is good for; `unknown`: forged, cut off, or of another deployment. */
  read(token: string, now: Instant): Ticket | 'unknown' | 'expired'
}

type Claims = [Ticket['what'], string, string, Ticket['format'], Ticket['ask'], Instant]

/**
 * Links to this server, which makes the file when it is fetched: nothing lies anywhere meanwhile.
 * @param secret of this deployment, shared by its instances; at least 32 characters
 */
export function createSignedLinks(secret: string): SignedLinks {
  const tokens = createTokenSigner('file', secret)
  return {
    offer(context, ticket) {
      const expiresAt = context.now + LINK_LASTS
      const { what, communityId, residentId, format, ask } = ticket
      const token = tokens.sign([what, communityId, residentId, format, ask, expiresAt] satisfies Claims)
      return Promise.resolve({ url: `/files/${token}`, name: fileName(ticket), expiresAt })
    },
    sweep: () => Promise.resolve(),
    read(token, now) {
      const claims = tokens.open(token) as Claims | undefined
      if (!claims) return 'unknown'
      const [what, communityId, residentId, format, ask, until] = claims
      // Signed by the version before this one, whose exports may have been others.
      if (!Object.hasOwn(exports, what)) return 'unknown'
      return until > now ? { what, communityId, residentId, format, ask } : 'expired'
    },
  }
}

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Instant } from '@/domain/time'
import { exports, fileName, type Ticket } from './exports'
import { LINK_LASTS, type Files } from './files'

export interface SignedLinks extends Files {
  /** What a link is good for; `unknown`: forged, cut off, or of another deployment. */
  read(token: string, now: Instant): Ticket | 'unknown' | 'expired'
}

/**
 * Links to this server, which makes the file when it is fetched: nothing lies anywhere meanwhile.
 * @param secret of this deployment, shared by its instances; at least 32 characters
 */
export function createSignedLinks(secret: string): SignedLinks {
  const sign = (body: string) => createHmac('sha256', secret).update(`file.${body}`).digest('base64url')
  return {
    offer(context, ticket) {
      const expiresAt = context.now + LINK_LASTS
      const { what, communityId, residentId, format, ask } = ticket
      const claims = [what, communityId, residentId, format, ask, expiresAt]
      const body = Buffer.from(JSON.stringify(claims)).toString('base64url')
      return Promise.resolve({ url: `/files/${body}.${sign(body)}`, name: fileName(ticket), expiresAt })
    },
    sweep: () => Promise.resolve(),
    read(token, now) {
      const [body, signature, ...rest] = token.split('.')
      if (!body || !signature || rest.length > 0) return 'unknown'
      const expected = Buffer.from(sign(body))
      const given = Buffer.from(signature)
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'unknown'
      const [what, communityId, residentId, format, ask, until] = JSON.parse(
        Buffer.from(body, 'base64url').toString(),
      ) as [Ticket['what'], string, string, Ticket['format'], Ticket['ask'], Instant]
      // Signed by the version before this one, whose exports may have been others.
      if (!Object.hasOwn(exports, what)) return 'unknown'
      return until > now ? { what, communityId, residentId, format, ask } : 'expired'
    },
  }
}

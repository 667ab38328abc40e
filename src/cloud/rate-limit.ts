import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { SECOND, type Instant } from '@/domain/time'

/** How much somebody may ask: so many at once, and so many more each second. */
export interface Allowance {
  atOnce: number
  perSecond: number
}

/** An allowance for each of many, by a key. */
export interface RateLimit {
  /** Takes one. @returns 0, or how many milliseconds until there is one to take */
  take(key: string, now: Instant): number
}

interface Bucket {
  left: number
  at: Instant
}

/** More than ask within a minute; whoever asked longest ago has a full bucket again and need not be known. */
const MOST_KEYS = 50_000

/** In the memory of this process, and gone with it: it keeps a server on its feet and is no rule of the community. */
export function createRateLimit({ atOnce, perSecond }: Allowance, mostKeys = MOST_KEYS): RateLimit {
  const buckets = new Map<string, Bucket>()
  return {
    take(key, now) {
      const { left, at } = buckets.get(key) ?? { left: atOnce, at: now }
      // A demo's clock may go back, and nobody waits for it to come forward again.
      const filled = Math.min(atOnce, left + (Math.max(0, now - at) / SECOND) * perSecond)
      buckets.delete(key)
      const wait = filled >= 1 ? 0 : Math.ceil(((1 - filled) / perSecond) * SECOND)
      buckets.set(key, { left: wait === 0 ? filled - 1 : filled, at: now })
      const [longestAgo] = buckets.keys()
      if (buckets.size > mostKeys && longestAgo !== undefined) buckets.delete(longestAgo)
      return wait
    },
  }
}

/** Limits by who asks; by where from only while nobody is known, for a whole neighbourhood may share one address. */
export interface RateLimits {
  person: RateLimit
  address: RateLimit
}

/** A phone that is in use asks two or three times a second; two thousand may sign in at ten o'clock from one place. */
export const createRateLimits = (): RateLimits => ({
  person: createRateLimit({ atOnce: 200, perSecond: 20 }),
  address: createRateLimit({ atOnce: 4000, perSecond: 200 }),
})

/**
 * @param options.addressHeader in which a proxy says for whom it asks
 * @returns 0, or how many milliseconds this request has come too early
 */
export function waitOf(
  { limits, addressHeader = null }: { limits?: RateLimits; addressHeader?: string | null },
  c: Context,
  openId: string | null,
  now: Instant,
): number {
  if (!limits) return 0
  return openId === null
    ? limits.address.take(addressOf(c, addressHeader), now)
    : limits.person.take(openId, now)
}

/** Of a list of addresses only the last is the proxy's own word. */
function addressOf(c: Context, header: string | null): string {
  const told = header === null ? undefined : c.req.header(header)?.split(',').at(-1)?.trim()
  return told || peerOf(c)
}

/** The address at the other end of the connection, which may be a proxy's; empty where there is none. */
export function peerOf(c: Context): string {
  // Asked in process, there is no connection.
  return (c.env as object | undefined) && 'incoming' in (c.env as object)
    ? (getConnInfo(c).remote.address ?? '')
    : ''
}

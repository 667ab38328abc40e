import type { BookingView } from '@/contract/session-view'
import type { Telling } from '@/copy/date'
import { substituteCardTitle } from '@/copy/substitute'
import { pathOf } from '@/platform/navigation'

/** The card by which a post is passed on; null while no link is out for it. */
export function substituteCard(
  communityId: string,
  booking: BookingView | null,
  telling: Telling,
): { title: string; path: string } | null {
  if (!booking?.substitute) return null
  const { session, substitute } = booking
  return {
    title: substituteCardTitle(session, telling),
    path: pathOf('session', { c: communityId, s: session.id, sub: substitute.id }),
  }
}

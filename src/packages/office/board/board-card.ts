import type { FillBoard } from '@/contract/get-fill-board'
import { moment, type Telling } from '@/copy/date'
import { session as words } from '@/copy/session'
import { pathOf } from '@/platform/navigation'

/** The card of the session, as the share `h`. */
export function boardCard(
  at: { communityId: string; sessionId: string },
  { session }: FillBoard,
  h: string,
  telling: Telling,
): { title: string; path: string } {
  const when = moment(session.startsAt, { ...telling, elder: false })
  return {
    title: words.shareTitle(session.title, when, session.place),
    path: pathOf('session', { c: at.communityId, s: at.sessionId, h }),
  }
}

import type { SessionView } from '@/contract/session-view'
import { shareCard, type CardPicture } from '@/copy/share-card'
import { mayActAs } from '@/domain/role'
import type { Instant } from '@/domain/time'
import { pathOf } from '@/platform/navigation'
import type { Card } from '@/platform/share'
import { useSession } from '@/stores/session'
import { useLiveCard, useShare } from '@/stores/share'

interface SessionCard {
  card: Card
  picture: CardPicture
  /** the same place as a link, without what only a card needs */
  link: string
  sent(): void
}

/**
 * The card of this session. A cadre's is a share of its own; a neighbour passes on the one by which they came, or none:
 * who of them shares is nobody's business.
 */
export function useSessionCard(view: SessionView, now: Instant): SessionCard {
  const { community, session, member } = view
  const came = useSession((store) => store.shareId)
  const next = useShare((store) => store.next)
  const send = useShare((store) => store.sent)
  const cadre = member !== null && mayActAs(member.role, 'cadre')
  const h = cadre ? next : came
  useLiveCard(cadre ? { communityId: community.id, sessionId: session.id } : null)
  const at: Record<string, string> = { c: community.id, s: session.id, ...(h ? { h } : {}) }
  const { title, query, picture } = shareCard(factsOf(view), now)
  return {
    card: { title, path: pathOf('session', { ...at, ...query }) },
    picture,
    link: pathOf('session', at),
    sent: () => {
      if (cadre) void send(community.id, session.id, null)
    },
  }
}

function factsOf({ activity, session, community, slots }: SessionView) {
  return {
    ...{ title: session.title, place: session.place, community: community.name, kind: activity.kind },
    ...{ startsAt: session.startsAt, endsAt: session.endsAt, cancelled: session.cancelledAt !== null },
    slots: slots.map(({ terms, places }) => ({ ...terms, held: places.held })),
  }
}

import type { SessionView } from '@/contract/session-view'
import { mayActAs } from '@/domain/role'
import { pathOf } from '@/platform/navigation'
import { useSession } from '@/stores/session'
import { useShare } from '@/stores/share'

/**
 * Where a card of this session leads. A cadre's is a share of its own; a neighbour passes on the one by which they
 * came, or none: who of them shares is nobody's business.
 */
export function useSessionCard({ community, session, member }: SessionView): { path: string; sent(): void } {
  const came = useSession((store) => store.shareId)
  const next = useShare((store) => store.next)
  const send = useShare((store) => store.sent)
  const cadre = member !== null && mayActAs(member.role, 'cadre')
  const h = cadre ? next : came
  return {
    path: pathOf('session', { c: community.id, s: session.id, ...(h ? { h } : {}) }),
    sent: () => {
      if (cadre) void send(community.id, session.id, null)
    },
  }
}

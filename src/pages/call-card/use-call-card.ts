import { paintingOf } from '@/components/drawing/draw-card'
import { app } from '@/copy/app'
import type { ShareCard } from '@/copy/share-card'
import { pathOf } from '@/platform/navigation'
import { useShareCard } from '@/platform/share'
import { useLiveCard, useShare } from '@/stores/share'

interface CallCard {
  communityId: string
  sessionId: string
  card: ShareCard
}

/**
 * The card a cadre sends of a session: each a share of its own, which follows the session in the chat where it may.
 * @param call null: there is nothing to send yet, and the card leads home
 * @param onShare it is about to be sent
 */
export function useCallCard(call: CallCard | null, onShare: (call: CallCard) => void): void {
  const h = useShare((store) => store.next)
  useLiveCard(call)
  const home = { title: app.name, path: '/pages/home/index' }
  const card = call
    ? {
        title: call.card.title,
        path: pathOf('session', { c: call.communityId, s: call.sessionId, h, ...call.card.query }),
      }
    : home
  useShareCard(card, {
    onShare: () => call && onShare(call),
    painting: call && paintingOf(call.card.picture),
  })
}

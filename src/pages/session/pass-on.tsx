import { SubstituteSheet } from '@/components/substitute-sheet/substitute-sheet'
import type { BookingView } from '@/contract/session-view'
import { app } from '@/copy/app'
import type { Telling } from '@/copy/date'
import { copyLink, SHARES_BY_CARD } from '@/platform/share'
import { toast } from '@/platform/toast'
import { useSession } from '@/stores/session'
import { substituteCard } from './substitute-card'

interface PassOnProps {
  /** the post to be passed on; null: none just now */
  booking: BookingView | null
  communityId: string
  telling: Telling
  onClose(): void
}

/** The sheet in which a post is passed on; it stays open for the link to be sent round. */
export function PassOn({ booking, communityId, telling, onClose }: PassOnProps) {
  const pending = useSession((store) => store.pending)
  const passOn = useSession((store) => store.passOn)
  const find = async () => {
    const outcome = booking && (await passOn(booking.id))
    // Anything else is told on the page, which the sheet would cover.
    if (outcome?.is !== 'seeking') onClose()
  }
  const share = async () => {
    const card = substituteCard(communityId, booking, telling)
    const copied = card && (await copyLink(card.path))
    toast(copied?.ok ? app.linkCopied : app.linkNotCopied)
  }
  return (
    <SubstituteSheet
      post={booking}
      telling={telling}
      pending={pending}
      sharesByCard={SHARES_BY_CARD}
      onFind={() => void find()}
      onShare={() => void share()}
      onClose={onClose}
    />
  )
}

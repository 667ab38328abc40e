import type { FillBoard } from '@/contract/get-fill-board'
import { shareCard, type ShareCard } from '@/copy/share-card'
import type { Instant } from '@/domain/time'

/** The card of the session. @param community its name */
export function boardCard({ session, slots }: FillBoard, community: string, now: Instant): ShareCard {
  const { title, place, activityKind: kind, startsAt, endsAt, cancelledAt } = session
  const cancelled = cancelledAt !== null
  return shareCard({ title, place, community, kind, startsAt, endsAt, cancelled, slots }, now)
}

import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** Places that are kept for a waiting party until it answers. */
export interface Offer {
  id: string
  expiresAt: Instant
  places: number
  /** points for each place, when it came free of the priority window; null: nothing */
  price: number | null
}

export type NewOffer = Offer & { entryId: string }

export async function insertOffers(
  tx: Transaction,
  communityId: string,
  slotId: string,
  offers: NewOffer[],
  now: Instant,
): Promise<void> {
  if (offers.length === 0) return
  await tx.query(
    `INSERT INTO waitlist_offer (community_id, slot_id, offered_at, id, entry_id, places, price, expires_at)
     SELECT $1, $2, $3::bigint, o.* FROM unnest($4::text[], $5::text[], $6::int[], $7::int[], $8::bigint[]) AS o`,
    [
      ...[communityId, slotId, now],
      offers.map((it) => it.id),
      offers.map((it) => it.entryId),
      offers.map((it) => it.places),
      offers.map((it) => it.price),
      offers.map((it) => it.expiresAt),
    ],
  )
}

export interface EndedOffer {
  id: string
  endedBy: 'accepted' | 'lapsed' | 'left' | 'cancelled'
}

export async function endOffers(
  tx: Transaction,
  communityId: string,
  ended: EndedOffer[],
  now: Instant,
): Promise<void> {
  if (ended.length === 0) return
  await tx.query(
    `UPDATE waitlist_offer o SET ended_at = $2, ended_by = e.by FROM unnest($3::text[], $4::text[]) AS e (id, by)
     WHERE o.community_id = $1 AND o.id = e.id`,
    [communityId, now, ended.map((it) => it.id), ended.map((it) => it.endedBy)],
  )
}

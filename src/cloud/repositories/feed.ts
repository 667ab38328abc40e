import type { FeedItem } from '@/contract/feed-item'
import type { ActivityKind } from '@/domain/activity'
import { coverOf, type Cover } from '@/domain/cover'
import type { AgeBand } from '@/domain/age-band'
import type { Skill } from '@/domain/skill'
import type { SlotKind } from '@/domain/slot'
import { HOUR, HOURS_OF_PART, SHANGHAI, type Instant, type PartOfDay } from '@/domain/time'
import type { Transaction } from '../db/database'

/** As the database has it: null where nothing was added or chosen. */
type Read<Item extends FeedItem> = Omit<Item, 'slots' | 'cover'> & {
  slots: FeedItem['slots'] | null
  cover: Cover | null
}

/** Of Shanghai's day. */
const HOUR_OF_START = `((s.starts_at + ${SHANGHAI}) / ${HOUR} % 24)`

function itemOf<Item extends FeedItem>(row: Read<Item>) {
  const cover = coverOf({ kind: row.activityKind, cover: row.cover })
  return { ...row, cover, slots: row.slots ?? [] }
}

const SLOTS = `
  (SELECT json_agg(json_build_object('id', sl.id, 'kind', sl.kind, 'title', sl.title, 'capacity', sl.capacity,
            'held', sl.held, 'ageBand', sl.age_band, 'points', sl.points, 'price', sl.price, 'share', sl.share,
            'priorityOpensAt', sl.priority_opens_at, 'opensAt', sl.opens_at,
            'drawAt', CASE WHEN sl.allocation = 'draw' AND sl.drawn_at IS NULL THEN sl.draw_at END) ORDER BY sl.rank)
   FROM slot sl WHERE sl.community_id = s.community_id AND sl.session_id = s.id) AS slots`

interface FeedPage {
  now: Instant
  after: { at: Instant; id: string }
  /** whose places are marked; empty: nobody's */
  householdId: string
  limit: number
}

/** What a session must meet to be listed; what is absent asks nothing. */
export interface FeedQuery {
  activityKind?: ActivityKind | undefined
  slotKind?: SlotKind | undefined
  gridId?: string | undefined
  from?: Instant | undefined
  until?: Instant | undefined
  partOfDay?: PartOfDay | undefined
  skill?: Skill | undefined
  ageBand?: AgeBand | undefined
  words?: string | undefined
}

/** Sessions that have not ended, soonest first, after a position. */
export async function listFeed(
  tx: Transaction,
  communityId: string,
  { now, after, householdId, limit }: FeedPage,
  query: FeedQuery = {},
): Promise<FeedItem[]> {
  const { partOfDay, words = '' } = query
  const [fromHour, untilHour] = partOfDay ? HOURS_OF_PART[partOfDay] : [0, 24]
  const rows = await tx.query<Read<FeedItem>>(
    `SELECT s.id, a.title, a.kind AS "activityKind", a.cover, s.place, s.starts_at AS "startsAt", s.ends_at AS "endsAt", ${SLOTS},
            EXISTS (SELECT 1 FROM place p WHERE p.community_id = s.community_id AND p.session_id = s.id
                    AND p.household_id = $5 AND p.cancelled_at IS NULL) AS mine
     FROM session s JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
     WHERE s.community_id = $1 AND s.ends_at > $2 AND s.cancelled_at IS NULL
       AND (s.starts_at, s.id) > ($3, $4)
       AND ($7::text IS NULL OR a.kind = $7)
       AND ($8::text IS NULL OR s.grid_id = $8)
       AND ($9::bigint IS NULL OR s.starts_at >= $9) AND ($10::bigint IS NULL OR s.starts_at < $10)
       AND ${HOUR_OF_START} >= $11 AND ${HOUR_OF_START} < $12
       AND ($13::text = '' OR strpos(lower(a.title), lower($13)) > 0 OR strpos(lower(s.place), lower($13)) > 0)
       AND (($14::text IS NULL AND $15::text IS NULL AND $16::text IS NULL)
            OR EXISTS (SELECT 1 FROM slot k WHERE k.community_id = s.community_id AND k.session_id = s.id
                       AND ($14::text IS NULL OR k.kind = $14) AND ($15::text IS NULL OR k.skill = $15)
                       AND ($16::text IS NULL OR k.kind = 'seat' AND (k.age_band = $16 OR k.age_band IS NULL))))
     ORDER BY s.starts_at, s.id LIMIT $6`,
    [
      communityId,
      now,
      after.at,
      after.id,
      householdId,
      limit,
      query.activityKind ?? null,
      query.gridId ?? null,
      query.from ?? null,
      query.until ?? null,
      fromHour,
      untilHour,
      words,
      query.slotKind ?? null,
      query.skill ?? null,
      query.ageBand ?? null,
    ],
  )
  return rows.map(itemOf)
}

export interface CallItem extends FeedItem {
  waitlist: number
  awaitsNumber: boolean
  publishedAt: Instant
  closedAt: Instant | null
}

/** For the cadre's desk. `open`: books not closed, soonest first; `closed`: latest first. */
export async function listCallSessions(
  tx: Transaction,
  communityId: string,
  which: 'open' | 'closed',
  from: { at: Instant; id: string },
  limit: number,
): Promise<CallItem[]> {
  const part =
    which === 'open'
      ? 's.closed_at IS NULL AND (s.starts_at, s.id) > ($2, $3) ORDER BY s.starts_at, s.id'
      : 's.closed_at IS NOT NULL AND (s.starts_at, s.id) < ($2, $3) ORDER BY s.starts_at DESC, s.id DESC'
  const rows = await tx.query<Read<CallItem>>(
    `SELECT s.id, a.title, a.kind AS "activityKind", a.cover, s.place, s.starts_at AS "startsAt", s.ends_at AS "endsAt", ${SLOTS},
            false AS mine, c.published_at AS "publishedAt", s.closed_at AS "closedAt",
            (SELECT count(*) FROM waitlist_entry w JOIN slot k ON k.community_id = w.community_id AND k.id = w.slot_id
             WHERE k.community_id = s.community_id AND k.session_id = s.id AND w.ended_at IS NULL) AS waitlist,
            EXISTS (SELECT 1 FROM draw d JOIN slot k ON k.community_id = d.community_id AND k.id = d.slot_id
                    WHERE k.community_id = s.community_id AND k.session_id = s.id AND k.drawn_at IS NULL
                      AND d.wants_number AND d.frozen_at IS NOT NULL) AS "awaitsNumber"
     FROM session s
     JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
     JOIN recruitment_call c ON c.community_id = s.community_id AND c.id = s.call_id
     WHERE s.community_id = $1 AND s.cancelled_at IS NULL AND ${part} LIMIT $4`,
    [communityId, from.at, from.id, limit],
  )
  return rows.map(itemOf)
}

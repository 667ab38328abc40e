import type { CancelCause } from '@/domain/cancellation'
import type { Notice, NoticeChange } from '@/contract/list-notices'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { newRowId } from '../ids'
import { templateOf } from '../messages-of-notices'

export interface NewNotice {
  residentId: string
  kind: Notice['kind']
  sessionId: string | null
  points: number | null
  until: Instant | null
  change?: NoticeChange
  /** the role, the skill or the reason it is about */
  about?: string
  now: Instant
}

/**
 * Puts notices into inboxes, in the transaction of what they tell; and those into the outbox that their resident has
 * allowed the platform to bring.
 */
export async function insertNotices(
  tx: Transaction,
  communityId: string,
  notices: NewNotice[],
): Promise<void> {
  if (notices.length === 0) return
  await tx.query(
    `WITH told AS (
       SELECT * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::bigint[], $8::bigint[],
                            $9::text[], $10::text[], $11::text[])
                AS n (id, who, kind, session, points, until, at, change, about, template)),
     kept AS (
       INSERT INTO notice (community_id, id, resident_id, kind, session_id, points, until_at, created_at, change, about)
       SELECT $1, id, who, kind, session, points, until, at, change::jsonb, about FROM told)
     INSERT INTO platform_message (community_id, notice_id, resident_id, template, state, created_at, next_try_at)
     SELECT $1, told.id, told.who, told.template, 'waiting', told.at, told.at FROM told
     JOIN message_accept a ON a.community_id = $1 AND a.resident_id = told.who AND a.template = told.template
     WHERE a.accepted > 0`,
    [
      communityId,
      notices.map(() => newRowId()),
      notices.map((it) => it.residentId),
      notices.map((it) => it.kind),
      notices.map((it) => it.sessionId),
      notices.map((it) => it.points),
      notices.map((it) => it.until),
      notices.map((it) => it.now),
      notices.map((it) => (it.change ? JSON.stringify(it.change) : null)),
      notices.map((it) => it.about ?? null),
      notices.map((it) => templateOf(it.kind)),
    ],
  )
}

export interface NoticeRow {
  id: string
  kind: Notice['kind']
  createdAt: Instant
  readAt: Instant | null
  sessionId: string | null
  title: string | null
  startsAt: Instant | null
  cancelCause: CancelCause | null
  cancelNote: string | null
  points: number | null
  until: Instant | null
  change: NoticeChange | null
  about: string | null
}

/** Latest first, older than `before`. */
export function listNotices(
  tx: Transaction,
  communityId: string,
  residentId: string,
  before: { at: Instant; id: string },
  limit: number,
): Promise<NoticeRow[]> {
  return tx.query<NoticeRow>(
    `SELECT n.id, n.kind, n.created_at AS "createdAt", n.read_at AS "readAt", n.session_id AS "sessionId", a.title,
            s.starts_at AS "startsAt", s.cancel_cause AS "cancelCause", s.cancel_note AS "cancelNote", n.points,
            n.until_at AS "until", n.change, n.about
     FROM notice n
     LEFT JOIN session s ON s.community_id = n.community_id AND s.id = n.session_id
     LEFT JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
     WHERE n.community_id = $1 AND n.resident_id = $2 AND (n.created_at, n.id) < ($3, $4)
     ORDER BY n.created_at DESC, n.id DESC LIMIT $5`,
    [communityId, residentId, before.at, before.id, limit],
  )
}

export async function markNoticesRead(
  tx: Transaction,
  communityId: string,
  residentId: string,
  now: Instant,
): Promise<void> {
  await tx.query(
    'UPDATE notice SET read_at = $3 WHERE community_id = $1 AND resident_id = $2 AND read_at IS NULL',
    [communityId, residentId, now],
  )
}

export async function countUnread(tx: Transaction, communityId: string, residentId: string): Promise<number> {
  const [row] = await tx.query<{ unread: number }>(
    'SELECT count(*) AS unread FROM notice WHERE community_id = $1 AND resident_id = $2 AND read_at IS NULL',
    [communityId, residentId],
  )
  return row?.unread ?? 0
}

/** What these residents have been told of one kind, whenever it was. */
export function listTold(
  tx: Transaction,
  communityId: string,
  kind: Notice['kind'],
  residents: string[],
): Promise<{ residentId: string; sessionId: string | null; about: string | null }[]> {
  return tx.query(
    `SELECT resident_id AS "residentId", session_id AS "sessionId", about FROM notice
     WHERE community_id = $1 AND resident_id = ANY($2) AND kind = $3`,
    [communityId, residents, kind],
  )
}

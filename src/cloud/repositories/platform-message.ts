import type { MessageFacts } from '@/copy/notice-message'
import type { MessageTemplate } from '@/domain/platform-message'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** A message that waits, with what it is composed of. */
export interface MessageRow extends MessageFacts {
  noticeId: string
  residentId: string
  openId: string
  template: MessageTemplate
  sessionId: string | null
  cancelledAt: Instant | null
}

/** The oldest that wait, locked; what another sender has locked is passed over. */
export function lockWaiting(
  tx: Transaction,
  communityId: string,
  templates: MessageTemplate[],
  now: Instant,
  limit: number,
): Promise<MessageRow[]> {
  return tx.query<MessageRow>(
    `SELECT m.notice_id AS "noticeId", m.resident_id AS "residentId", r.open_id AS "openId", m.template, n.kind,
            m.created_at AS "createdAt", n.session_id AS "sessionId", a.title, s.starts_at AS "startsAt", s.place,
            s.cancelled_at AS "cancelledAt", n.points, n.until_at AS "until", n.change
     FROM platform_message m
     JOIN notice n ON n.community_id = m.community_id AND n.id = m.notice_id
     JOIN resident r ON r.community_id = m.community_id AND r.id = m.resident_id
     LEFT JOIN session s ON s.community_id = n.community_id AND s.id = n.session_id
     LEFT JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
     WHERE m.community_id = $1 AND m.state = 'waiting' AND m.template = ANY($2) AND m.next_try_at <= $3
     ORDER BY m.created_at, m.notice_id LIMIT $4 FOR UPDATE OF m SKIP LOCKED`,
    [communityId, templates, now, limit],
  )
}

/** Locked messages that are sent now, or make no sense any more. */
export async function markTaken(
  tx: Transaction,
  communityId: string,
  noticeIds: string[],
  state: 'sending' | 'dropped',
  now: Instant,
): Promise<void> {
  if (noticeIds.length === 0) return
  await tx.query(
    `UPDATE platform_message SET state = $3, sending_at = $4 WHERE community_id = $1 AND notice_id = ANY($2)`,
    [communityId, noticeIds, state, now],
  )
}

/**
 * What came of sending one.
 * @param end.nextTryAt of one that waits again
 * @returns false when it was given up for unknown meanwhile
 */
export async function markEnd(
  tx: Transaction,
  communityId: string,
  noticeId: string,
  end: {
    state: 'sent' | 'refused' | 'unknown' | 'waiting'
    errcode: number | null
    nextTryAt: Instant | null
  },
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE platform_message SET state = $3, errcode = $4, next_try_at = coalesce($5, next_try_at)
     WHERE community_id = $1 AND notice_id = $2 AND state = 'sending' RETURNING notice_id`,
    [communityId, noticeId, end.state, end.errcode, end.nextTryAt],
  )
  return rows.length > 0
}

/** Their sender has gone: nobody knows whether they arrived. */
export async function giveUpSending(tx: Transaction, communityId: string, since: Instant): Promise<void> {
  await tx.query(
    `UPDATE platform_message SET state = 'unknown' WHERE community_id = $1 AND state = 'sending' AND sending_at < $2`,
    [communityId, since],
  )
}

export async function dropMessages(tx: Transaction, communityId: string, before: Instant): Promise<void> {
  await tx.query('DELETE FROM platform_message WHERE community_id = $1 AND created_at < $2', [
    communityId,
    before,
  ])
}

/** Of all communities together. */
export interface OutboxFigures {
  waiting: number
  oldestAt: Instant | null
}

/** Reads no more than the index of what waits. */
export async function outboxFigures(tx: Transaction): Promise<OutboxFigures> {
  const [figures] = await tx.query<OutboxFigures>(
    `SELECT coalesce(sum(m.waiting), 0)::integer AS waiting, min(m.oldest_at) AS "oldestAt"
     FROM community c CROSS JOIN LATERAL (
       SELECT count(*) AS waiting, min(created_at) AS oldest_at
       FROM platform_message WHERE community_id = c.id AND state = 'waiting'
     ) m`,
  )
  return figures ?? { waiting: 0, oldestAt: null }
}

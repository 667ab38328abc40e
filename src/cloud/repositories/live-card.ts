import type { LiveFacts, LiveFigures } from '@/domain/live-card'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

export interface LiveCardRow {
  activityId: string
  sessionId: string
  expiresAt: Instant
  shown: LiveFigures
  tries: number
}

const FACTS = `
  s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.cancelled_at AS "cancelledAt",
  (SELECT coalesce(sum(l.held), 0)::int FROM slot l
   WHERE l.community_id = s.community_id AND l.session_id = s.id) AS held,
  (SELECT coalesce(sum(l.capacity), 0)::int FROM slot l
   WHERE l.community_id = s.community_id AND l.session_id = s.id) AS capacity,
  (SELECT count(*)::int FROM slot l
   JOIN waitlist_entry w ON w.community_id = l.community_id AND w.slot_id = l.id AND w.ended_at IS NULL
   WHERE l.community_id = s.community_id AND l.session_id = s.id) AS waiting`

/** Null when there is no such session. */
export async function findLiveFacts(
  tx: Transaction,
  communityId: string,
  sessionId: string,
): Promise<LiveFacts | null> {
  const [row] = await tx.query<LiveFacts>(
    `SELECT ${FACTS} FROM session s WHERE s.community_id = $1 AND s.id = $2`,
    [communityId, sessionId],
  )
  return row ?? null
}

interface LiveCardColumns extends LiveFigures {
  activityId: string
  sessionId: string
  expiresAt: Instant
  tries: number
}

const CARD = `
  c.activity_id AS "activityId", c.session_id AS "sessionId", c.expires_at AS "expiresAt", c.tries, c.state,
  c.member_count AS "memberCount", c.room_limit AS "roomLimit"`

function fromColumns({ state, memberCount, roomLimit, ...row }: LiveCardColumns): LiveCardRow {
  return { ...row, shown: { state, memberCount, roomLimit } }
}

/** The live card of a session that lasts until `until`. */
export async function findLiveCard(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  until: Instant,
): Promise<LiveCardRow | null> {
  const [row] = await tx.query<LiveCardColumns>(
    `SELECT ${CARD} FROM live_card c
     WHERE c.community_id = $1 AND c.session_id = $2 AND c.ended_at IS NULL AND c.expires_at >= $3 AND c.state = 'open'`,
    [communityId, sessionId, until],
  )
  return row ? fromColumns(row) : null
}

/** In the place of one that does not last long enough; where another was kept meanwhile, that one stands. */
export async function keepLiveCard(
  tx: Transaction,
  communityId: string,
  card: { activityId: string; sessionId: string; expiresAt: Instant; until: Instant; now: Instant },
  { state, memberCount, roomLimit }: LiveFigures,
): Promise<void> {
  const { activityId, sessionId, expiresAt, until, now } = card
  await tx.query(
    `UPDATE live_card SET ended_at = $3 WHERE community_id = $1 AND session_id = $2 AND ended_at IS NULL AND expires_at < $4`,
    [communityId, sessionId, now, until],
  )
  await tx.query(
    `INSERT INTO live_card (community_id, activity_id, session_id, created_at, expires_at, state, member_count, room_limit)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [communityId, activityId, sessionId, now, expiresAt, state, memberCount, roomLimit],
  )
}

/** Cards that may be told something now, with the facts of their sessions; the soonest over first. */
export async function listLiveCards(
  tx: Transaction,
  communityId: string,
  now: Instant,
): Promise<{ card: LiveCardRow; facts: LiveFacts }[]> {
  const rows = await tx.query<LiveCardColumns & LiveFacts>(
    `SELECT ${CARD}, ${FACTS}
     FROM live_card c JOIN session s ON s.community_id = c.community_id AND s.id = c.session_id
     WHERE c.community_id = $1 AND c.ended_at IS NULL AND c.expires_at > $2
       AND (c.next_try_at IS NULL OR c.next_try_at <= $2)
     ORDER BY c.expires_at`,
    [communityId, now],
  )
  return rows.map(({ startsAt, endsAt, cancelledAt, held, capacity, waiting, ...card }) => ({
    card: fromColumns(card),
    facts: { startsAt, endsAt, cancelledAt, held, capacity, waiting },
  }))
}

/**
 * Takes a card for one push: of two that want to push it, one does, so that an older count never comes after a newer.
 * @returns false when another has it
 */
export async function takeLiveCard(
  tx: Transaction,
  communityId: string,
  activityId: string,
  { now, until }: { now: Instant; until: Instant },
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE live_card SET next_try_at = $4 WHERE community_id = $1 AND activity_id = $2 AND ended_at IS NULL
       AND (next_try_at IS NULL OR next_try_at <= $3) RETURNING activity_id`,
    [communityId, activityId, now, until],
  )
  return rows.length > 0
}

export async function notePushed(
  tx: Transaction,
  communityId: string,
  activityId: string,
  { state, memberCount, roomLimit }: LiveFigures,
  now: Instant,
): Promise<void> {
  await tx.query(
    `UPDATE live_card SET state = $3, member_count = $4, room_limit = $5, pushed_at = $6, tries = 0, next_try_at = NULL,
       ended_at = CASE WHEN $3 = 'over' THEN $6::bigint END
     WHERE community_id = $1 AND activity_id = $2`,
    [communityId, activityId, state, memberCount, roomLimit, now],
  )
}

export async function notePushFailed(
  tx: Transaction,
  communityId: string,
  activityId: string,
  nextTryAt: Instant,
): Promise<void> {
  await tx.query(
    'UPDATE live_card SET tries = tries + 1, next_try_at = $3 WHERE community_id = $1 AND activity_id = $2',
    [communityId, activityId, nextTryAt],
  )
}

export async function giveUpLiveCard(
  tx: Transaction,
  communityId: string,
  activityId: string,
  now: Instant,
): Promise<void> {
  await tx.query(
    'UPDATE live_card SET ended_at = $3, gave_up = true WHERE community_id = $1 AND activity_id = $2',
    [communityId, activityId, now],
  )
}

export interface LiveCardOf {
  title: string
  memberCount: number
  roomLimit: number
}

/** A community's live cards as they were last told, by activity id. */
export async function listLiveCardsOf(
  tx: Transaction,
  communityId: string,
): Promise<Map<string, LiveCardOf>> {
  const rows = await tx.query<LiveCardOf & { activityId: string }>(
    `SELECT c.activity_id AS "activityId", a.title, c.member_count AS "memberCount", c.room_limit AS "roomLimit"
     FROM live_card c
     JOIN session s ON s.community_id = c.community_id AND s.id = c.session_id
     JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
     WHERE c.community_id = $1`,
    [communityId],
  )
  return new Map(rows.map((row) => [row.activityId, row]))
}

/** Nothing is pushed to any of them any more. */
export async function endLiveCards(tx: Transaction, communityId: string, now: Instant): Promise<void> {
  await tx.query('UPDATE live_card SET ended_at = $2 WHERE community_id = $1 AND ended_at IS NULL', [
    communityId,
    now,
  ])
}

/** Sessions that begin within a span and have no live card; the soonest first. */
export async function listWithoutLiveCard(
  tx: Transaction,
  communityId: string,
  { from, until, limit }: { from: Instant; until: Instant; limit: number },
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT s.id FROM session s
     WHERE s.community_id = $1 AND s.starts_at > $2 AND s.starts_at <= $3 AND s.cancelled_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM live_card c WHERE c.community_id = s.community_id AND c.session_id = s.id
                       AND c.ended_at IS NULL)
     ORDER BY s.starts_at, s.id LIMIT $4`,
    [communityId, from, until, limit],
  )
  return rows.map((row) => row.id)
}

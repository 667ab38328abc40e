import type { ActivityKind } from '@/domain/activity'
import { WEEK, type Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** What one resident served at by kind of activity, since then; `open`: a post whose books are not closed. */
export function listSeriesServices(
  tx: Transaction,
  communityId: string,
  residentId: string,
  since: Instant,
): Promise<{ kind: ActivityKind; at: Instant; open: boolean }[]> {
  return tx.query(
    `SELECT a.kind, r.starts_at AS at, false AS open
     FROM service_served r
     JOIN session s ON s.community_id = r.community_id AND s.id = r.session_id
     JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
     WHERE r.community_id = $1 AND r.resident_id = $2 AND r.starts_at >= $3
     UNION ALL
     SELECT a.kind, p.starts_at, true
     FROM place p
     JOIN session s ON s.community_id = p.community_id AND s.id = p.session_id
     JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
     WHERE p.community_id = $1 AND p.attendee_id = $2 AND p.ends_at >= $3 AND p.cancelled_at IS NULL
       AND p.slot_kind = 'post' AND s.closed_at IS NULL AND s.cancelled_at IS NULL
       AND p.outcome IS DISTINCT FROM 'absent'`,
    [communityId, residentId, since],
  )
}

/** In which of these weeks there were posts of which kinds. */
export function listDutyWeeks(
  tx: Transaction,
  communityId: string,
  mondays: Instant[],
  kinds: ActivityKind[],
): Promise<{ monday: Instant; kind: ActivityKind }[]> {
  return tx.query(
    `SELECT m.monday, k.kind FROM unnest($2::bigint[]) AS m (monday), unnest($3::text[]) AS k (kind)
     WHERE EXISTS (
       SELECT 1 FROM session s
       JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
       JOIN slot l ON l.community_id = s.community_id AND l.session_id = s.id AND l.kind = 'post'
       WHERE s.community_id = $1 AND s.starts_at >= m.monday AND s.starts_at < m.monday + $4
         AND s.cancelled_at IS NULL AND a.kind = k.kind)`,
    [communityId, mondays, kinds, WEEK],
  )
}

/** Posts of one resident to come, the soonest first. */
export function listPostsToCome(
  tx: Transaction,
  communityId: string,
  residentId: string,
  now: Instant,
): Promise<{ sessionId: string; title: string; startsAt: Instant }[]> {
  return tx.query(
    `SELECT DISTINCT s.id AS "sessionId", a.title, s.starts_at AS "startsAt"
     FROM place p
     JOIN session s ON s.community_id = p.community_id AND s.id = p.session_id
     JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
     WHERE p.community_id = $1 AND p.attendee_id = $2 AND p.ends_at > $3 AND p.cancelled_at IS NULL
       AND p.slot_kind = 'post' AND s.cancelled_at IS NULL AND s.starts_at > $3
     ORDER BY s.starts_at, s.id`,
    [communityId, residentId, now],
  )
}

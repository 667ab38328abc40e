import type { StatementEntry } from '@/contract/get-statement'
import type { MovementKind } from '@/domain/ledger'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** What a dispute is about: how it stands, and what is known of the presence. */
export interface DisputedMovement {
  movementId: string
  accountId: string
  kind: MovementKind
  sessionId: string | null
  bookingId: string | null
  attendeeId: string | null
  /** brought by a service, or paid for a booking, in all as it stands */
  points: number
  /** paid at first, without what came back since */
  paid: number
  /** of a service: its record as it stands */
  record: { id: string; minutes: number } | null
  startsAt: Instant | null
  endsAt: Instant | null
  headCount: number | null
  checkedInAt: Instant | null
  checkInMethod: StatementEntry['checkInMethod']
  checkedOutAt: Instant | null
  outcome: 'present' | 'absent' | null
  /** present in that session by the roster */
  counted: number
}

/** By the ids of the movements that came first. */
export function listDisputedMovements(
  tx: Transaction,
  communityId: string,
  movements: string[],
): Promise<DisputedMovement[]> {
  return tx.query<DisputedMovement>(
    `SELECT m.id AS "movementId", moved.account AS "accountId", m.kind, m.session_id AS "sessionId",
            m.booking_id AS "bookingId", m.attendee_id AS "attendeeId",
            coalesce(r.points + corrected.points, -moved.net, 0)::int AS points, greatest(0, -moved.kept)::int AS paid,
            CASE WHEN r.id IS NOT NULL
                 THEN json_build_object('id', r.id, 'minutes', r.minutes + corrected.minutes) END AS record,
            s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.head_count AS "headCount",
            p.checked_in_at AS "checkedInAt", p.check_in_method AS "checkInMethod",
            CASE WHEN p.check_out_method <> 'planned_end' THEN p.checked_out_at END AS "checkedOutAt", p.outcome,
            (SELECT count(*) FROM place o WHERE o.community_id = m.community_id AND o.session_id = m.session_id
             AND o.outcome = 'present' AND o.cancelled_at IS NULL) AS counted
     FROM points_movement m
     CROSS JOIN LATERAL (
       SELECT min(e.account_id) AS account, sum(e.amount) AS net,
              sum(e.amount) FILTER (WHERE x.kind <> 'correction') AS kept
       FROM points_movement x
       JOIN points_entry e ON e.community_id = x.community_id AND e.movement_id = x.id AND e.seq IS NOT NULL
       WHERE x.community_id = m.community_id AND (x.id = m.id OR x.reverses = m.id)) AS moved
     LEFT JOIN session s ON s.community_id = m.community_id AND s.id = m.session_id
     LEFT JOIN place p ON p.community_id = m.community_id AND p.booking_id = m.booking_id
                      AND p.attendee_id = m.attendee_id
     LEFT JOIN service_record r ON m.kind = 'service' AND r.community_id = m.community_id
                               AND r.session_id = m.session_id AND r.resident_id = m.attendee_id
                               AND r.slot_id = p.slot_id
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(k.points), 0) AS points, coalesce(sum(k.minutes), 0) AS minutes FROM service_correction k
       WHERE k.community_id = r.community_id AND k.record_id = r.id) AS corrected
     WHERE m.community_id = $1 AND m.id = ANY($2)`,
    [communityId, movements],
  )
}

import type { StatementLine } from '@/contract/get-statement'
import type { Transaction } from '../db/database'

/**
 * Entries as a household reads them, each with its story, in the order asked for. Names are whole: they are
 * for the household itself.
 */
export async function readLines(
  tx: Transaction,
  communityId: string,
  entries: { accountId: string; seq: number }[],
): Promise<StatementLine[]> {
  if (entries.length === 0) return []
  return tx.query<StatementLine>(LINES, [
    communityId,
    entries.map((it) => it.accountId),
    entries.map((it) => it.seq),
  ])
}

// A return has the moment of what brought it about: of the session's cancelling, or of a change by a cadre,
// which is in the audit log.
const RETURNED = `
  CASE WHEN m.kind <> 'return' THEN NULL
       WHEN s.cancelled_at = m.created_at THEN 'session_cancelled'
       WHEN EXISTS (SELECT 1 FROM audit_entry c WHERE c.community_id = m.community_id AND c.created_at = m.created_at
                    AND c.action = 'changeSlot' AND c.session_id = m.session_id) THEN 'shrunk'
       ELSE 'given_back' END`

const CORRECTION_CAUSE = `
  CASE WHEN EXISTS (SELECT 1 FROM points_debt o WHERE o.community_id = m.community_id AND o.account_id = e.account_id
                    AND o.movement_id = m.id AND o.amount < 0) THEN 'owed'
       WHEN EXISTS (SELECT 1 FROM dispute d WHERE d.community_id = m.community_id AND d.correction_id = m.id)
         THEN 'dispute'
       WHEN EXISTS (SELECT 1 FROM service_record r
                    JOIN service_correction k ON k.community_id = r.community_id AND k.record_id = r.id
                    WHERE r.community_id = m.community_id AND r.resident_id = first.attendee_id
                      AND r.session_id = first.session_id AND k.movement_id = m.id) THEN 'roll_call'
       ELSE 'other' END`

const sumOf = (movement: string) => `
  (SELECT coalesce(sum(o.amount), 0)::int FROM points_entry o WHERE o.community_id = e.community_id
   AND o.movement_id = ${movement}.id AND o.account_id = e.account_id)`

const MINUTES = `
  (r.minutes + coalesce((SELECT sum(k.minutes) FROM service_correction k
                         WHERE k.community_id = r.community_id AND k.record_id = r.id), 0))::int`

const LINES = `
  SELECT e.seq, m.kind, ${sumOf('m')} AS amount, e.balance, e.created_at AS "createdAt", a.title AS "activityTitle",
         s.starts_at AS "sessionStartsAt",
         CASE WHEN m.kind = 'service' THEN p.check_in_method END AS "checkInMethod",
         sl.title AS "slotTitle", coalesce(who.name, child.nickname, '') AS "attendeeName",
         ${MINUTES} AS minutes, confirmer.role AS "confirmedBy", ${RETURNED} AS returned,
         CASE WHEN m.kind = 'correction' AND first.id IS NOT NULL THEN json_build_object(
           'kind', first.kind, 'createdAt', first.created_at, 'cause', ${CORRECTION_CAUSE},
           'amount', ${sumOf('first')}) END AS corrects,
         said.dispute, json_build_object('open', raised.open > 0, 'answered', raised.answered) AS disputes
  FROM unnest($2::text[], $3::bigint[]) WITH ORDINALITY AS asked (account, seq, rank)
  JOIN points_entry e ON e.community_id = $1 AND e.account_id = asked.account AND e.seq = asked.seq
  JOIN points_movement m ON m.community_id = e.community_id AND m.id = e.movement_id
  LEFT JOIN points_movement first ON first.community_id = m.community_id AND first.id = m.reverses
  LEFT JOIN session s ON s.community_id = m.community_id AND s.id = m.session_id
  LEFT JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
  LEFT JOIN booking b ON b.community_id = m.community_id AND b.id = m.booking_id
  LEFT JOIN slot sl ON sl.community_id = b.community_id AND sl.id = b.slot_id
  LEFT JOIN place p ON p.community_id = m.community_id AND p.booking_id = m.booking_id
                   AND p.attendee_id = m.attendee_id
  LEFT JOIN resident who ON who.community_id = m.community_id AND who.id = m.attendee_id
  LEFT JOIN child ON child.community_id = m.community_id AND child.id = m.attendee_id
  LEFT JOIN service_record r ON m.kind = 'service' AND r.community_id = m.community_id AND r.session_id = m.session_id
                            AND r.resident_id = m.attendee_id AND r.slot_id = b.slot_id
  LEFT JOIN resident confirmer ON confirmer.community_id = r.community_id AND confirmer.id = r.confirmed_by
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE d.state = 'open') AS open,
           count(*) FILTER (WHERE d.state IN ('corrected', 'kept')) AS answered
    FROM dispute d WHERE d.community_id = e.community_id AND d.account_id = e.account_id
      AND d.movement_id = coalesce(m.reverses, m.id)) AS raised
  LEFT JOIN LATERAL (
    SELECT json_build_object('id', d.id, 'state', d.state, 'cause', d.cause, 'note', d.note,
                             'createdAt', d.created_at, 'endedAt', d.ended_at, 'keepCause', d.keep_cause,
                             'answerNote', coalesce(d.answer_note, '')) AS dispute
    FROM dispute d WHERE d.community_id = e.community_id AND d.account_id = e.account_id
      AND d.movement_id = coalesce(m.reverses, m.id) AND d.seq = e.seq
    ORDER BY d.created_at DESC, d.id DESC LIMIT 1) AS said ON true
  ORDER BY asked.rank`

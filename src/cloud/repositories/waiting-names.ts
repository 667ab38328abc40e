import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** A party that waits for a slot. */
export interface WaitingNames {
  entryId: string
  slotId: string
  people: { attendeeId: string; name: string | null }[]
  offeredUntil: Instant | null
}

/** Who waits in a session, slot by slot in the order of their turns. */
export function listWaitingNames(
  tx: Transaction,
  communityId: string,
  sessionId: string,
): Promise<WaitingNames[]> {
  return tx.query<WaitingNames>(
    `SELECT w.id AS "entryId", w.slot_id AS "slotId", o.expires_at AS "offeredUntil",
            (SELECT json_agg(json_build_object('attendeeId', a.attendee_id, 'name', coalesce(r.name, c.nickname))
                             ORDER BY a.attendee_kind DESC, a.attendee_id)
             FROM waitlist_attendee a
             LEFT JOIN resident r ON r.community_id = a.community_id AND r.id = a.attendee_id
             LEFT JOIN child c ON c.community_id = a.community_id AND c.id = a.attendee_id
             WHERE a.community_id = w.community_id AND a.entry_id = w.id) AS people
     FROM waitlist_entry w
     LEFT JOIN waitlist_offer o ON o.community_id = w.community_id AND o.entry_id = w.id AND o.ended_at IS NULL
     WHERE w.community_id = $1 AND w.session_id = $2 AND w.ended_at IS NULL
     ORDER BY w.slot_id, w.turn`,
    [communityId, sessionId],
  )
}

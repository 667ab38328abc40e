import { verifyLedger } from '@/cloud/ledger-check'
import type { Database } from '@/cloud/db/database'

/** Each query finds rows that break one of design.md's invariants (section 4); none may find any. */
const violations: Record<string, string> = {
  '1: held is not places plus open offers': `
    SELECT sl.id FROM slot sl
    WHERE sl.held <> (SELECT count(*) FROM place p WHERE p.community_id = sl.community_id AND p.slot_id = sl.id
                      AND p.cancelled_at IS NULL)
                   + (SELECT coalesce(sum(o.places), 0) FROM waitlist_offer o WHERE o.community_id = sl.community_id
                      AND o.slot_id = sl.id AND o.ended_at IS NULL)`,
  '1: more held than there are': 'SELECT id FROM slot WHERE held > capacity',
  '1: window places are miscounted or over their share': `
    SELECT sl.id FROM slot sl
    WHERE sl.held_by_window > greatest(sl.capacity * sl.share / 100, sl.window_kept)
       OR sl.held_by_window <> (SELECT count(*) FROM place p WHERE p.community_id = sl.community_id
                                AND p.slot_id = sl.id AND p.cancelled_at IS NULL AND p.in_window)`,
  '2: an attendee twice in a slot': `
    SELECT attendee_id FROM place WHERE cancelled_at IS NULL
    GROUP BY community_id, slot_id, attendee_id HAVING count(*) > 1`,
  '2: an attendee in two sessions at once': `
    SELECT a.attendee_id FROM place a JOIN place b
      ON b.community_id = a.community_id AND b.attendee_id = a.attendee_id AND b.booking_id <> a.booking_id
    JOIN session x ON x.community_id = a.community_id AND x.id = a.session_id
    JOIN session y ON y.community_id = b.community_id AND y.id = b.session_id
    WHERE a.cancelled_at IS NULL AND b.cancelled_at IS NULL AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
      -- Nobody loses a place by the community's change: a session moved since may come to overlap.
      AND greatest(a.created_at, b.created_at) > greatest(coalesce(x.moved_at, 0), coalesce(y.moved_at, 0))`,
  '1: a place in a cancelled session': `
    SELECT s.id FROM session s WHERE s.cancelled_at IS NOT NULL AND (
      EXISTS (SELECT 1 FROM place p WHERE p.community_id = s.community_id AND p.session_id = s.id AND p.cancelled_at IS NULL)
      OR EXISTS (SELECT 1 FROM waitlist_entry w JOIN slot sl ON sl.community_id = w.community_id AND sl.id = w.slot_id
                 WHERE sl.community_id = s.community_id AND sl.session_id = s.id AND w.ended_at IS NULL))`,
  '1: times of places are not those of their session': `
    SELECT p.session_id FROM place p JOIN session s ON s.community_id = p.community_id AND s.id = p.session_id
    WHERE p.starts_at <> s.starts_at OR p.ends_at <> s.ends_at`,
  '3: half of a booking or of a waiting party': `
    SELECT w.id FROM waitlist_entry w WHERE w.ended_at IS NULL AND NOT EXISTS
      (SELECT 1 FROM waitlist_attendee p WHERE p.community_id = w.community_id AND p.entry_id = w.id)
    UNION ALL
    SELECT b.id FROM booking b WHERE NOT EXISTS
      (SELECT 1 FROM place p WHERE p.community_id = b.community_id AND p.booking_id = b.id)`,
  '4: an offer outlives its waiting party': `
    SELECT o.id FROM waitlist_offer o JOIN waitlist_entry w ON w.community_id = o.community_id AND w.id = o.entry_id
    WHERE o.ended_at IS NULL AND w.ended_at IS NOT NULL`,
  '4: a party has two open offers': `
    SELECT entry_id FROM waitlist_offer WHERE ended_at IS NULL GROUP BY community_id, entry_id HAVING count(*) > 1`,
  '5: a presence paid twice': `
    SELECT session_id FROM points_movement WHERE kind = 'service'
    GROUP BY community_id, session_id, attendee_id HAVING count(*) > 1`,
  '5: a balance that is not the sum of its entries': `
    SELECT h.id FROM household h
    WHERE h.balance < 0 OR h.balance <> (SELECT coalesce(sum(amount), 0) FROM points_entry e
                                         WHERE e.community_id = h.community_id AND e.account_id = h.id)`,
  '5: more of a payment given back than it took': `
    SELECT b.id FROM points_movement b WHERE b.kind = 'booking' AND 0 <
      (SELECT coalesce(sum(e.amount), 0) FROM points_entry e
       JOIN points_movement m ON m.community_id = e.community_id AND m.id = e.movement_id
       WHERE e.community_id = b.community_id AND e.seq IS NOT NULL AND (m.id = b.id OR m.reverses = b.id))
    - (SELECT coalesce(sum(d.amount), 0) FROM points_debt d
       JOIN points_movement m ON m.community_id = d.community_id AND m.id = d.movement_id
       WHERE d.community_id = b.community_id AND m.reverses = b.id)`,
  '5: a lot spent beyond what it held': `
    SELECT a.lot_seq FROM points_allocation a JOIN points_entry e
      ON e.community_id = a.community_id AND e.account_id = a.account_id AND e.seq = a.lot_seq
    GROUP BY a.community_id, a.account_id, a.lot_seq, e.amount HAVING sum(a.amount) > e.amount`,
  '6: a child at a place of another household': `
    SELECT p.attendee_id FROM place p JOIN child c ON c.community_id = p.community_id AND c.id = p.attendee_id
    WHERE p.attendee_kind = 'child' AND c.household_id <> p.household_id`,
}

/** @returns one line for each invariant that does not hold in this database; empty when all do */
export async function brokenInvariants(database: Database): Promise<string[]> {
  const broken: string[] = []
  for (const [name, sql] of Object.entries(violations)) {
    const rows = await database.transaction((tx) => tx.query(sql))
    if (rows.length > 0) broken.push(`${name}: ${JSON.stringify(rows.slice(0, 3))}`)
  }
  const ledger = await verifyLedger(database)
  return [...broken, ...ledger.broken.map((fault) => `5: ${fault}`)]
}

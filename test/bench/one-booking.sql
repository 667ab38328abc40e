-- One booking, one transaction, one statement after the other: what the batching server is measured against.
-- The same tables, facts and writes as the server's own path, written the plain way. Each client books for
-- residents of its own, one after the other.
\set n :n + 1
\set r :client_id * :each + :n
\set s :base + (:r % :slots)
\set ends :starts + 3600000
BEGIN;
SELECT id, household_id, name, role, confirmed_at, points_usable_from, suspended_until FROM resident WHERE community_id = 'bench0' AND open_id = 'r' || lpad(:r, 11, '0');
SELECT payload_hash, data FROM answer WHERE community_id = 'bench0' AND resident_id = 'r' || lpad(:r, 11, '0') AND request_id = 'pgbench-' || :base;
SELECT s.id, s.activity_id, s.starts_at, s.ends_at, s.cancelled_at, a.title, a.free_cancel_hours FROM session s JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id WHERE s.community_id = 'bench0' AND s.id = 's' || lpad(:s, 9, '0') FOR SHARE OF s;
SELECT kind, capacity, held, held_by_window, age_band, skill, price, share, priority_opens_at, opens_at, newcomers_until, household_limit FROM slot WHERE community_id = 'bench0' AND id = 'l' || lpad(:s, 11, '0') FOR UPDATE;
SELECT id, household_id, use_points, turn FROM waitlist_entry WHERE community_id = 'bench0' AND slot_id = 'l' || lpad(:s, 11, '0') AND ended_at IS NULL ORDER BY turn;
SELECT balance, seq, head_hash FROM household WHERE community_id = 'bench0' AND id = 'h' || lpad(:r, 11, '0') FOR UPDATE;
SELECT id, nickname, age_band, consented_at FROM child WHERE community_id = 'bench0' AND household_id = 'h' || lpad(:r, 11, '0');
SELECT p.slot_id, p.session_id, a.title, p.starts_at, p.ends_at FROM place p JOIN activity a ON a.community_id = p.community_id AND a.id = p.activity_id WHERE p.community_id = 'bench0' AND p.attendee_id = 'r' || lpad(:r, 11, '0') AND p.cancelled_at IS NULL AND p.ends_at > :starts AND p.starts_at < :ends;
SELECT count(*) FILTER (WHERE slot_kind = 'post'), count(DISTINCT booking_id), bool_or(activity_id = 'bench0000000') FROM place WHERE community_id = 'bench0' AND household_id = 'h' || lpad(:r, 11, '0') AND cancelled_at IS NULL AND ends_at > :now;
SELECT min(starts_at), bool_or(outcome = 'absent') FROM place WHERE community_id = 'bench0' AND household_id = 'h' || lpad(:r, 11, '0') AND ends_at > :now AND (outcome = 'absent' OR (cancelled_late AND retaken_at IS NULL)) GROUP BY session_id;
SELECT e.seq, e.expires_at, e.amount - coalesce(sum(u.amount), 0) FROM points_entry e LEFT JOIN points_allocation u ON u.community_id = e.community_id AND u.account_id = e.account_id AND u.lot_seq = e.seq WHERE e.community_id = 'bench0' AND e.account_id = 'h' || lpad(:r, 11, '0') AND e.amount > 0 AND e.expires_at > :now GROUP BY e.seq, e.expires_at, e.amount;
INSERT INTO booking (community_id, id, slot_id, session_id, household_id, booked_by, source, created_at) VALUES ('bench0', :base || '-' || :r, 'l' || lpad(:s, 11, '0'), 's' || lpad(:s, 9, '0'), 'h' || lpad(:r, 11, '0'), 'r' || lpad(:r, 11, '0'), 'general', :now);
INSERT INTO place (community_id, booking_id, attendee_id, attendee_kind, slot_id, slot_kind, session_id, activity_id, household_id, starts_at, ends_at, paid, in_window, created_at) VALUES ('bench0', :base || '-' || :r, 'r' || lpad(:r, 11, '0'), 'resident', 'l' || lpad(:s, 11, '0'), 'seat', 's' || lpad(:s, 9, '0'), 'bench0000000', 'h' || lpad(:r, 11, '0'), :starts, :ends, 0, false, :now);
UPDATE slot SET held = held + 1 WHERE community_id = 'bench0' AND id = 'l' || lpad(:s, 11, '0');
INSERT INTO answer (community_id, resident_id, request_id, action, payload_hash, data, created_at) VALUES ('bench0', 'r' || lpad(:r, 11, '0'), 'pgbench-' || :base, 'bookSlot', repeat('0', 64), repeat('x', 500), :now);
COMMIT;

import type { MyRows, MySection } from '@/domain/my-data'
import type { Transaction } from '../db/database'
import type { ResidentRow } from './resident'

/** Whose: the resident asking, a child of the household, else somebody of the family. */
const whose = (id: string) => `
  CASE WHEN ${id} = $2 THEN 'self' ELSE coalesce((SELECT c.nickname FROM child c
    WHERE c.community_id = $1 AND c.id = ${id} AND c.household_id = $3), 'family') END`

const OF_SESSION = `
  LEFT JOIN session s ON s.community_id = t.community_id AND s.id = t.session_id
  LEFT JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id`
const SESSION = `a.title, s.starts_at AS "startsAt"`

const OWN_CHILDREN = 'SELECT c.id FROM child c WHERE c.community_id = $1 AND c.household_id = $3'

/** $1 community, $2 resident, $3 household; what has no time comes in the order of `rank`. */
const SQL: Record<MySection, string> = {
  profile: `
    SELECT r.name, r.role, r.joined_at AS "joinedAt", r.confirmed_at AS "confirmedAt", r.phone,
           r.volunteer_number AS "volunteerNumber", r.hours_only AS "hoursOnly", r.named_in_honours AS "namedInHonours",
           r.named_to_neighbours AS "namedToNeighbours", t.name AS team,
           ARRAY(SELECT k.skill FROM resident_skill k WHERE k.community_id = $1 AND k.resident_id = r.id ORDER BY 1) AS skills,
           r.suspended_until AS "suspendedUntil", r.suspension_cause AS "suspensionCause",
           coalesce((SELECT json_agg(json_build_object('from', v.from_at, 'until', v.until_at) ORDER BY v.from_at)
                     FROM resident_leave v WHERE v.community_id = $1 AND v.resident_id = r.id), '[]') AS leaves, 1 AS rank
    FROM resident r LEFT JOIN team t ON t.community_id = r.community_id AND t.id = r.team_id
    WHERE r.community_id = $1 AND r.id = $2`,
  household: `
    SELECT 'address' AS kind, h.building AS name, g.name AS "gridName", h.door_hash IS NOT NULL AS door, false AS guardian,
           NULL AS "ageBand", NULL::bigint AS "ageBandSetAt", NULL::int AS "consentVersion", NULL::bigint AS "consentedAt",
           false AS "consentedByMe", 0 AS rank
    FROM household h LEFT JOIN grid g ON g.community_id = h.community_id AND g.id = h.grid_id
    WHERE h.community_id = $1 AND h.id = $3 AND h.building IS NOT NULL
    UNION ALL
    SELECT 'resident', r.name, NULL, false, r.guardian, NULL, NULL, NULL, NULL, false, 1
    FROM resident r WHERE r.community_id = $1 AND r.household_id = $3 AND r.id <> $2
    UNION ALL
    SELECT 'child', c.nickname, NULL, false, false, c.age_band, c.age_band_set_at, c.consent_version, c.consented_at,
           coalesce(c.consented_by = $2, false), 2
    FROM child c WHERE c.community_id = $1 AND c.household_id = $3`,
  places: `
    SELECT t.created_at AS at, t.booking_id AS tie, ${SESSION}, l.title AS "slotTitle", ${whose('t.attendee_id')} AS whose,
           t.paid, t.cancelled_at AS "cancelledAt", t.cancelled_late AS "cancelledLate", t.checked_in_at AS "checkedInAt",
           t.checked_out_at AS "checkedOutAt", t.outcome
    FROM place t ${OF_SESSION}
    JOIN slot l ON l.community_id = t.community_id AND l.id = t.slot_id
    WHERE t.community_id = $1 AND (t.attendee_id = $2 OR t.attendee_id IN (${OWN_CHILDREN}))`,
  waiting: `
    SELECT t.joined_at AS at, t.id AS tie, ${SESSION}, l.title AS "slotTitle", t.use_points AS "usePoints",
           (SELECT count(*)::int FROM waitlist_offer o WHERE o.community_id = $1 AND o.entry_id = t.id) AS offers,
           t.ended_at AS "endedAt"
    FROM waitlist_entry t ${OF_SESSION}
    JOIN slot l ON l.community_id = t.community_id AND l.id = t.slot_id
    WHERE t.community_id = $1 AND (t.joined_by = $2 OR EXISTS (
      SELECT 1 FROM waitlist_attendee p WHERE p.community_id = $1 AND p.entry_id = t.id
        AND (p.attendee_id = $2 OR p.attendee_id IN (${OWN_CHILDREN}))))`,
  applications: `
    SELECT d.applied_at AS at, d.id AS tie, ${SESSION}, d.points, d.withdrawn_at AS "withdrawnAt", d.won IS NOT NULL AS won
    FROM draw_application d
    JOIN slot t ON t.community_id = d.community_id AND t.id = d.slot_id ${OF_SESSION}
    WHERE d.community_id = $1 AND (d.applied_by = $2 OR EXISTS (
      SELECT 1 FROM draw_attendee p WHERE p.community_id = $1 AND p.application_id = d.id
        AND (p.attendee_id = $2 OR p.attendee_id IN (${OWN_CHILDREN}))))`,
  services: `
    SELECT t.starts_at AS at, t.id AS tie, ${SESSION}, l.title AS "slotTitle", t.minutes, t.points
    FROM service_served t ${OF_SESSION}
    JOIN slot l ON l.community_id = t.community_id AND l.id = t.slot_id
    WHERE t.community_id = $1 AND t.resident_id = $2`,
  points: `
    SELECT e.created_at AS at, lpad(e.seq::text, 12, '0') AS tie, ${SESSION}, e.amount, e.balance, t.kind,
           CASE WHEN t.attendee_id IS NULL THEN 'family' ELSE ${whose('t.attendee_id')} END AS whose,
           e.expires_at AS "expiresAt"
    FROM points_entry e
    JOIN points_movement t ON t.community_id = e.community_id AND t.id = e.movement_id ${OF_SESSION}
    WHERE e.community_id = $1 AND e.account_id = $3`,
  disputes: `
    SELECT d.created_at AS at, d.id AS tie, d.cause, d.note, d.state, d.answer_note AS "answerNote", d.ended_at AS "endedAt"
    FROM dispute d WHERE d.community_id = $1 AND d.raised_by = $2`,
  notices: `
    SELECT t.created_at AS at, t.id AS tie, ${SESSION}, t.kind, t.read_at AS "readAt", t.points, t.until_at AS until,
           t.about, t.change
    FROM notice t ${OF_SESSION} WHERE t.community_id = $1 AND t.resident_id = $2`,
  messages: `
    SELECT m.updated_at AS at, m.template AS tie, 'accept' AS kind, m.template, m.accepted AS left, NULL AS title
    FROM message_accept m WHERE m.community_id = $1 AND m.resident_id = $2
    UNION ALL
    SELECT r.created_at, r.slot_id, 'reminder', NULL, 1, l.title
    FROM reminder r JOIN slot l ON l.community_id = r.community_id AND l.id = r.slot_id
    WHERE r.community_id = $1 AND r.resident_id = $2
    UNION ALL
    SELECT t.last_at, t.session_id, 'wrong_number', NULL, t.wrong, a.title
    FROM check_in_try t ${OF_SESSION} WHERE t.community_id = $1 AND t.resident_id = $2`,
  seen: `
    SELECT t.created_at AS at, t.id AS tie, ${SESSION}, t.action, coalesce(o.role, 'resident') AS role, t.why
    FROM audit_entry t ${OF_SESSION}
    LEFT JOIN resident o ON o.community_id = t.community_id AND o.id = t.actor_id
    WHERE t.community_id = $1 AND t.actor_id <> $2 AND (t.subject_id = $2
      OR t.action IN ('revealRoster', 'printRoster', 'exportRoster', 'beginRollCall') AND EXISTS (
        SELECT 1 FROM place p WHERE p.community_id = $1 AND p.session_id = t.session_id AND p.created_at <= t.created_at
          AND coalesce(p.cancelled_at, t.created_at) >= t.created_at
          AND (p.attendee_id = $2 OR p.attendee_id IN (${OWN_CHILDREN}))))`,
  acts: `
    SELECT t.created_at AS at, t.id AS tie, ${SESSION}, t.action, t.why
    FROM audit_entry t ${OF_SESSION} WHERE t.community_id = $1 AND t.actor_id = $2`,
}

const ORDER: Record<MySection, string> = {
  ...{ profile: 'rank', household: 'rank, name', places: '', waiting: '', applications: '', services: '' },
  ...{ points: '', disputes: '', notices: '', messages: '', seen: '', acts: '' },
}

type Me = Pick<ResidentRow, 'communityId' | 'id' | 'householdId'>

// Not each statement uses all of them, and one that does not has to be told their types.
const GIVEN = '$1::text IS NOT NULL AND $2::text IS NOT NULL AND $3::text IS NOT NULL'
const of = ({ communityId, id, householdId }: Me) => [communityId, id, householdId]

/** The latest first. */
export async function listMine<Section extends MySection>(
  tx: Transaction,
  me: Me,
  section: Section,
  { from, limit }: { from: number; limit: number },
): Promise<MyRows[Section][]> {
  const rows = await tx.query<MyRows[Section] & { tie?: string; rank?: number }>(
    `SELECT * FROM (${SQL[section]}) AS mine WHERE ${GIVEN}
     ORDER BY ${ORDER[section] || 'at DESC, tie DESC'} LIMIT $4 OFFSET $5`,
    [...of(me), limit, from],
  )
  return rows.map(({ tie: _tie, rank: _rank, ...row }) => row as MyRows[Section])
}

export async function countMine(tx: Transaction, me: Me, section: MySection): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*) AS count FROM (${SQL[section]}) AS mine WHERE ${GIVEN}`,
    of(me),
  )
  return row?.count ?? 0
}

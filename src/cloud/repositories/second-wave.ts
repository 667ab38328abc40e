import { ABSENCES_MATTER_FOR } from '@/domain/attendance'
import { CONSENT_VERSION } from '@/domain/child'
import { HEARD_LATELY, type WaveFacts } from '@/domain/second-wave'
import { WEEK, weekStart, type Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { allowLargeReads } from '../db/large-read'

/** $1 community, $2 session, $3 its start, $4 its end, $5 told since, $6 who asks and is not told, $7 to $8 its week, $9 now, $10 absent since. */
const FACTS = `
  WITH busy AS (
    SELECT p.attendee_id AS id, p.household_id, p.slot_id, p.session_id = $2 AS here
    FROM session s JOIN place p ON p.community_id = s.community_id AND p.session_id = s.id AND p.cancelled_at IS NULL
    WHERE s.community_id = $1 AND s.ends_at > $3 AND s.starts_at < $4 AND s.cancelled_at IS NULL),
  waiting AS (
    SELECT a.attendee_id AS id, w.household_id
    FROM waitlist_entry w
    JOIN slot l ON l.community_id = w.community_id AND l.id = w.slot_id
    JOIN waitlist_attendee a ON a.community_id = w.community_id AND a.entry_id = w.id
    WHERE l.community_id = $1 AND l.session_id = $2 AND w.ended_at IS NULL),
  here AS (
    SELECT household_id AS id FROM busy WHERE here UNION SELECT household_id FROM waiting),
  holding AS (
    SELECT household_id AS id, array_agg(slot_id ORDER BY slot_id) AS slots FROM busy WHERE here GROUP BY household_id),
  week AS (
    SELECT p.household_id AS id, count(*)::int AS posts
    FROM session s JOIN place p ON p.community_id = s.community_id AND p.session_id = s.id
    WHERE s.community_id = $1 AND s.starts_at >= $7 AND s.starts_at < $8
      AND p.cancelled_at IS NULL AND p.slot_kind = 'post' GROUP BY p.household_id),
  coming AS (
    SELECT p.household_id AS id, count(DISTINCT p.booking_id)::int AS bookings
    FROM session s JOIN place p ON p.community_id = s.community_id AND p.session_id = s.id
    WHERE s.community_id = $1 AND s.ends_at > $9 AND p.cancelled_at IS NULL GROUP BY p.household_id),
  -- an absence counts once per household and session, and only of those who have something open
  missed AS (
    SELECT c.id, m.absences
    FROM coming c CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('at', at, 'halves', halves) ORDER BY at) AS absences
      FROM (SELECT starts_at AS at, max(CASE WHEN outcome = 'absent' THEN 2 ELSE 1 END) AS halves FROM place
            WHERE community_id = $1 AND household_id = c.id AND ends_at > $10
              AND (outcome = 'absent' OR (cancelled_late AND retaken_at IS NULL))
            GROUP BY session_id, starts_at) AS each) AS m
    WHERE m.absences IS NOT NULL),
  -- one value, and none for most households, so that counting those of whom the same is known stays cheap
  limits AS (
    SELECT id, jsonb_build_object('slotsHere', coalesce(slots, '{}'::text[]), 'postsThatWeek', coalesce(posts, 0),
                                  'absences', coalesce(absences, '[]'),
                                  'openBookings', CASE WHEN absences IS NULL THEN 0 ELSE bookings END) AS household
    FROM holding FULL JOIN week USING (id) FULL JOIN missed USING (id) LEFT JOIN coming USING (id)),
  away AS (
    SELECT resident_id AS id FROM resident_leave
    WHERE community_id = $1 AND until_at > $9 AND (from_at <= $9 OR from_at <= $3 AND until_at > $3)),
  told AS (
    SELECT resident_id AS id, max(created_at) AS at FROM notice
    WHERE community_id = $1 AND session_id = $2 AND created_at > $5 GROUP BY resident_id),
  skilled AS (
    SELECT resident_id AS id, array_agg(skill ORDER BY skill) AS skills FROM resident_skill
    WHERE community_id = $1 AND confirmed_at IS NOT NULL GROUP BY resident_id),
  young AS (
    SELECT household_id AS id, array_agg(DISTINCT age_band ORDER BY age_band) AS bands FROM child
    WHERE community_id = $1 AND removed_at IS NULL AND consented_at IS NOT NULL AND consent_version >= ${CONSENT_VERSION}
      AND id NOT IN (SELECT id FROM busy) GROUP BY household_id)
  SELECT r.id, r.confirmed_at IS NOT NULL AS confirmed, r.guardian, r.suspended_until AS "suspendedUntil",
         coalesce(k.skills, '{}') AS skills, coalesce(y.bands, '{}') AS "freeChildren",
         r.id IN (SELECT id FROM busy) AS busy, r.id IN (SELECT id FROM waiting) AS waits,
         r.id IN (SELECT id FROM away) AS "onLeave",
         r.household_id IN (SELECT id FROM here) AS "householdHere",
         l.household, t.at AS "toldAt"
  FROM resident r
  LEFT JOIN skilled k ON k.id = r.id
  LEFT JOIN young y ON y.id = r.household_id
  LEFT JOIN limits l ON l.id = r.household_id
  LEFT JOIN told t ON t.id = r.id
  WHERE r.community_id = $1 AND r.id <> $6 AND r.left_at IS NULL`

const COLUMNS = `confirmed, guardian, "suspendedUntil", skills, "freeChildren", busy, waits, "onLeave", "householdHere",
  household, "toldAt"`

/** Of whom the facts are: all residents but the one who asks, for one session. */
interface Asked {
  session: { id: string; startsAt: Instant; endsAt: Instant }
  askedBy: string
  now: Instant
}

function parametersOf(communityId: string, { session, askedBy, now }: Asked): (string | number)[] {
  const monday = weekStart(session.startsAt)
  return [
    ...[communityId, session.id, session.startsAt, session.endsAt, now - HEARD_LATELY, askedBy],
    ...[monday, monday + WEEK, now, now - ABSENCES_MATTER_FOR],
  ]
}

/** How many residents there are of whom the same is known: a few rows for a community of fifty thousand. */
export async function countWaveFacts(
  tx: Transaction,
  communityId: string,
  asked: Asked,
): Promise<(WaveFacts & { residents: number })[]> {
  await allowLargeReads(tx)
  return tx.query(
    `SELECT ${COLUMNS}, count(*) AS residents FROM (${FACTS}) AS facts GROUP BY ${COLUMNS}`,
    parametersOf(communityId, asked),
  )
}

/** The same, resident by resident. */
export async function listWaveFacts(
  tx: Transaction,
  communityId: string,
  asked: Asked,
): Promise<(WaveFacts & { id: string })[]> {
  await allowLargeReads(tx)
  return tx.query(FACTS, parametersOf(communityId, asked))
}

export interface WaveSent {
  slotId: string
  sentAt: Instant
  told: number
}

/** The last second wave of each slot of a session that had one. */
export function listLastWaves(tx: Transaction, communityId: string, sessionId: string): Promise<WaveSent[]> {
  return tx.query(
    `SELECT DISTINCT ON (w.slot_id) w.slot_id AS "slotId", w.created_at AS "sentAt", w.told
     FROM second_wave w JOIN slot l ON l.community_id = w.community_id AND l.id = w.slot_id
     WHERE l.community_id = $1 AND l.session_id = $2 ORDER BY w.slot_id, w.created_at DESC`,
    [communityId, sessionId],
  )
}

/** Two cadres tap at once: the second waits for the first. Bookings wait for neither. */
export async function lockForWave(tx: Transaction, communityId: string, callId: string): Promise<void> {
  await tx.query('SELECT 1 FROM recruitment_call WHERE community_id = $1 AND id = $2 FOR NO KEY UPDATE', [
    communityId,
    callId,
  ])
}

export async function insertWave(
  tx: Transaction,
  communityId: string,
  wave: WaveSent & { id: string; sentBy: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO second_wave (community_id, id, slot_id, sent_by, told, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [communityId, wave.id, wave.slotId, wave.sentBy, wave.told, wave.sentAt],
  )
}

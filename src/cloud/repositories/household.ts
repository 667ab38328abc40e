import type { AgeBand } from '@/domain/age-band'
import type { Absence } from '@/domain/attendance'
import { NEWCOMER_AFTER } from '@/domain/booking'
import { WEEK, weekStart, type Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** Locks households in the one order everywhere: by id. */
export async function lockHouseholds(tx: Transaction, communityId: string, ids: string[]): Promise<void> {
  await tx.query('SELECT id FROM household WHERE community_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE', [
    communityId,
    [...new Set(ids)],
  ])
}

/** How many entries a household's account has; the household must be locked. */
export async function countEntries(tx: Transaction, communityId: string, id: string): Promise<number> {
  const [row] = await tx.query<{ seq: number }>(
    'SELECT seq FROM household WHERE community_id = $1 AND id = $2',
    [communityId, id],
  )
  return row?.seq ?? 0
}

/** Somebody of a household who could take a place. */
export interface PersonRow {
  kind: 'resident' | 'child'
  id: string
  householdId: string
  name: string | null
  confirmed: boolean
  consented: boolean
  ageBand: AgeBand | null
  skills: string[]
  pointsUsableFrom: Instant
  suspendedUntil: Instant | null
  suspensionCause: string | null
}

/** Residents and children of the households. */
export function listPeople(tx: Transaction, communityId: string, households: string[]): Promise<PersonRow[]> {
  return tx.query<PersonRow>(
    `SELECT 'resident' AS kind, r.id, r.household_id AS "householdId", r.name, r.confirmed_at IS NOT NULL AS confirmed,
            true AS consented, NULL AS "ageBand", r.points_usable_from AS "pointsUsableFrom",
            r.suspended_until AS "suspendedUntil", r.suspension_cause AS "suspensionCause",
            ARRAY(SELECT skill FROM resident_skill k WHERE k.community_id = r.community_id AND k.resident_id = r.id
                  AND k.confirmed_at IS NOT NULL) AS skills
     FROM resident r WHERE r.community_id = $1 AND r.household_id = ANY($2)
     UNION ALL
     SELECT 'child', c.id, c.household_id, c.nickname,
            EXISTS (SELECT 1 FROM resident g WHERE g.community_id = c.community_id AND g.household_id = c.household_id
                    AND g.guardian AND g.confirmed_at IS NOT NULL),
            c.consented_at IS NOT NULL, c.age_band, c.points_usable_from, NULL, NULL, ARRAY[]::text[]
     FROM child c WHERE c.community_id = $1 AND c.household_id = ANY($2)
     ORDER BY kind DESC, id`,
    [communityId, households],
  )
}

/** Active places that overlap a time, the slots of that session included. */
export interface OverlappingPlace {
  attendeeId: string
  slotId: string
  sessionId: string
  title: string
  startsAt: Instant
  endsAt: Instant
}

/** Of everybody in the households, wherever the place was booked from. */
export function listOverlapping(
  tx: Transaction,
  communityId: string,
  households: string[],
  time: { startsAt: Instant; endsAt: Instant },
): Promise<OverlappingPlace[]> {
  return tx.query<OverlappingPlace>(
    `SELECT p.attendee_id AS "attendeeId", p.slot_id AS "slotId", p.session_id AS "sessionId", a.title,
            p.starts_at AS "startsAt", p.ends_at AS "endsAt"
     FROM place p JOIN activity a ON a.community_id = p.community_id AND a.id = p.activity_id
     WHERE p.community_id = $1 AND p.cancelled_at IS NULL AND p.ends_at > $3 AND p.starts_at < $4
       AND p.attendee_id = ANY (ARRAY(
         SELECT id FROM resident WHERE community_id = $1 AND household_id = ANY($2)
         UNION ALL SELECT id FROM child WHERE community_id = $1 AND household_id = ANY($2)))
     ORDER BY p.starts_at`,
    [communityId, households, time.startsAt, time.endsAt],
  )
}

/** What the rules ask of a household as a whole. */
export interface HouseholdCounts {
  postsThatWeek: number
  openBookings: number
  hadPlaceInActivity: boolean
}

export function listHouseholdCounts(
  tx: Transaction,
  communityId: string,
  households: string[],
  session: { activityId: string; startsAt: Instant },
  now: Instant,
): Promise<(HouseholdCounts & { householdId: string })[]> {
  const monday = weekStart(session.startsAt)
  return tx.query(
    `SELECT household_id AS "householdId",
            count(*) FILTER (WHERE slot_kind = 'post' AND starts_at >= $3 AND starts_at < $4) AS "postsThatWeek",
            count(DISTINCT booking_id) FILTER (WHERE ends_at > $5) AS "openBookings",
            coalesce(bool_or(slot_kind = 'seat' AND activity_id = $6 AND starts_at > $7), false) AS "hadPlaceInActivity"
     FROM place
     WHERE community_id = $1 AND household_id = ANY($2) AND cancelled_at IS NULL AND ends_at > $8
     GROUP BY household_id`,
    [
      communityId,
      households,
      monday,
      monday + WEEK,
      now,
      session.activityId,
      now - NEWCOMER_AFTER,
      Math.min(monday, now - NEWCOMER_AFTER),
    ],
  )
}

/** No-shows and late cancellations, once per household and session. */
export async function listAbsences(
  tx: Transaction,
  communityId: string,
  households: string[],
  since: Instant,
): Promise<(Absence & { householdId: string })[]> {
  return tx.query(
    `SELECT household_id AS "householdId", min(starts_at) AS at,
            CASE WHEN bool_or(outcome = 'absent') THEN 2 ELSE 1 END AS halves
     FROM place
     WHERE community_id = $1 AND household_id = ANY($2) AND ends_at > $3
       AND (outcome = 'absent' OR (cancelled_late AND retaken_at IS NULL))
     GROUP BY household_id, session_id`,
    [communityId, households, since],
  )
}

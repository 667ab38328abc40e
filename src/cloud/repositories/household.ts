import type { AgeBand } from '@/domain/age-band'
import { ABSENCES_MATTER_FOR } from '@/domain/attendance'
import { NEWCOMER_AFTER } from '@/domain/booking'
import { CONSENT_VERSION } from '@/domain/child'
import type { AccountHead } from '@/domain/ledger'
import { WEEK, weekStart, type Instant } from '@/domain/time'
import { Overtaken, type Transaction } from '../db/database'

export interface LockedHousehold extends AccountHead {
  accountId: string
  /** the household its people have gone over to; null: they are here */
  mergedInto: string | null
}

/**
 * Locks households in the one order everywhere: by id.
 * @returns where the chains of their accounts end: of the locked rows themselves, so never stale
 */
export async function lockHouseholds(
  tx: Transaction,
  communityId: string,
  ids: string[],
): Promise<LockedHousehold[]> {
  if (ids.length === 0) return []
  return tx.query(
    `SELECT id AS "accountId", balance, seq, head_hash AS "headHash", merged_into AS "mergedInto" FROM household
     WHERE community_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE`,
    [communityId, [...new Set(ids)]],
  )
}

/** The same, of households that people belong to: merged while this waited for the lock, they are another's by now. */
export async function lockStanding(
  tx: Transaction,
  communityId: string,
  ids: string[],
): Promise<LockedHousehold[]> {
  const locked = await lockHouseholds(tx, communityId, ids)
  if (locked.some(({ mergedInto }) => mergedInto !== null)) throw new Overtaken()
  return locked
}

/** The household whose people a household's people have gone over to, in the end; itself while they are here. */
export async function findStanding(tx: Transaction, communityId: string, id: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `WITH RECURSIVE way AS (
       SELECT id, merged_into FROM household WHERE community_id = $1 AND id = $2
       UNION
       SELECT h.id, h.merged_into FROM way JOIN household h ON h.community_id = $1 AND h.id = way.merged_into)
     SELECT id FROM way WHERE merged_into IS NULL`,
    [communityId, id],
  )
  return row?.id ?? id
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
  /** null: of no team */
  teamId: string | null
}

// As `consentStands` has it.
const CONSENTED = `c.consented_at IS NOT NULL AND coalesce(c.consent_version, 0) >= ${CONSENT_VERSION}`

/** Residents and children of the households: $1 community, $2 households. */
export const PEOPLE = `
     SELECT 'resident' AS kind, r.id, r.household_id AS "householdId", r.name, r.confirmed_at IS NOT NULL AS confirmed,
            true AS consented, NULL AS "ageBand", r.points_usable_from AS "pointsUsableFrom",
            r.suspended_until AS "suspendedUntil", r.suspension_cause AS "suspensionCause", r.team_id AS "teamId",
            ARRAY(SELECT skill FROM resident_skill k WHERE k.community_id = r.community_id AND k.resident_id = r.id
                  AND k.confirmed_at IS NOT NULL) AS skills
     FROM resident r WHERE r.community_id = $1 AND r.household_id = ANY($2)
     UNION ALL
     SELECT 'child', c.id, c.household_id, c.nickname,
            EXISTS (SELECT 1 FROM resident g WHERE g.community_id = c.community_id AND g.household_id = c.household_id
                    AND g.guardian AND g.confirmed_at IS NOT NULL),
            ${CONSENTED}, c.age_band, c.points_usable_from, NULL, NULL, NULL, ARRAY[]::text[]
     FROM child c WHERE c.community_id = $1 AND c.household_id = ANY($2) AND c.removed_at IS NULL
     ORDER BY kind DESC, id`

/** An active place that overlaps a time. */
export interface OverlappingPlace {
  attendeeId: string
  slotId: string
  sessionId: string
  title: string
  startsAt: Instant
  endsAt: Instant
}

/** What the rules ask of a household as a whole. */
export interface HouseholdCounts {
  postsThatWeek: number
  openBookings: number
  hadPlaceInActivity: boolean
}

/** What a household holds and held, as far as it matters for one session. */
export interface HouseholdPlaces extends HouseholdCounts {
  householdId: string
  /** at the time of the session, the session's own slots included */
  overlapping: OverlappingPlace[] | null
  /** no-shows and late cancellations, one for each place */
  absences: { sessionId: string; at: Instant; absent: boolean }[] | null
}

/**
 * Of households that hold or held any; whoever moves takes the places to come along, so a household has them all.
 * $1 community, $2 households, the rest from {@link placesParameters}.
 */
export const HOUSEHOLD_PLACES = `
     SELECT p.household_id AS "householdId",
            count(*) FILTER (WHERE held AND p.slot_kind = 'post' AND p.starts_at >= $3 AND p.starts_at < $4) AS "postsThatWeek",
            count(DISTINCT p.booking_id) FILTER (WHERE held AND p.ends_at > $5) AS "openBookings",
            coalesce(bool_or(held AND p.slot_kind = 'seat' AND p.activity_id = $6 AND p.starts_at > $7), false) AS "hadPlaceInActivity",
            json_agg(json_build_object('attendeeId', p.attendee_id, 'slotId', p.slot_id, 'sessionId', p.session_id,
                                       'title', a.title, 'startsAt', p.starts_at, 'endsAt', p.ends_at) ORDER BY p.starts_at)
              FILTER (WHERE held AND p.ends_at > $8 AND p.starts_at < $9) AS overlapping,
            json_agg(json_build_object('sessionId', p.session_id, 'at', p.starts_at, 'absent', coalesce(p.outcome = 'absent', false)))
              FILTER (WHERE p.ends_at > $10 AND (p.outcome = 'absent' OR (p.cancelled_late AND p.retaken_at IS NULL))) AS absences
     FROM place p
     JOIN activity a ON a.community_id = p.community_id AND a.id = p.activity_id
     CROSS JOIN LATERAL (SELECT p.cancelled_at IS NULL AS held) AS h
     WHERE p.community_id = $1 AND p.household_id = ANY($2) AND p.ends_at > $11
     GROUP BY p.household_id`

/** $3 and on of {@link HOUSEHOLD_PLACES}; $5 is now. */
export function placesParameters(
  session: { activityId: string; startsAt: Instant; endsAt: Instant },
  now: Instant,
): (string | number)[] {
  const monday = weekStart(session.startsAt)
  const absentSince = now - ABSENCES_MATTER_FOR
  return [
    ...[monday, monday + WEEK, now, session.activityId, now - NEWCOMER_AFTER],
    ...[session.startsAt, session.endsAt, absentSince, Math.min(monday, absentSince, session.startsAt)],
  ]
}

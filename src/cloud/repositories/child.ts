import type { AgeBand } from '@/domain/age-band'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** Whose household a child is of; null: there is no such child, or no more. */
export async function findHouseholdOf(
  tx: Transaction,
  communityId: string,
  childId: string,
): Promise<string | null> {
  const [row] = await tx.query<{ householdId: string }>(
    `SELECT household_id AS "householdId" FROM child
     WHERE community_id = $1 AND id = $2 AND removed_at IS NULL`,
    [communityId, childId],
  )
  return row?.householdId ?? null
}

export async function saveConsent(
  tx: Transaction,
  communityId: string,
  childId: string,
  { version, by, now }: { version: number; by: string; now: Instant },
): Promise<void> {
  await tx.query(
    `UPDATE child SET consent_version = $3, consented_by = $4, consented_at = $5
     WHERE community_id = $1 AND id = $2`,
    [communityId, childId, version, by, now],
  )
}

export async function saveAgeBand(
  tx: Transaction,
  communityId: string,
  childId: string,
  ageBand: AgeBand,
  now: Instant,
): Promise<void> {
  await tx.query(
    `UPDATE child SET age_band = $3, age_band_set_at = $4, age_band_asked_at = NULL
     WHERE community_id = $1 AND id = $2`,
    [communityId, childId, ageBand, now],
  )
}

/** The child is in no list any more, and nobody has agreed to anything for it. */
export async function removeChild(
  tx: Transaction,
  communityId: string,
  childId: string,
  now: Instant,
): Promise<void> {
  await tx.query(
    `UPDATE child SET removed_at = $3, consent_version = NULL, consented_at = NULL, consented_by = NULL
     WHERE community_id = $1 AND id = $2`,
    [communityId, childId, now],
  )
}

/**
 * Takes the nicknames of removed children away, unless they hold a place that a leader has yet to confirm.
 * @param endedSince books that stay open longer than that keep no nickname
 */
export async function forgetNicknames(
  tx: Transaction,
  communityId: string,
  endedSince: Instant,
): Promise<void> {
  await tx.query(
    `UPDATE child c SET nickname = ''
     WHERE c.community_id = $1 AND c.removed_at IS NOT NULL AND c.nickname <> '' AND NOT EXISTS (
       SELECT 1 FROM place p JOIN session s ON s.community_id = p.community_id AND s.id = p.session_id
       WHERE p.community_id = c.community_id AND p.attendee_id = c.id AND p.cancelled_at IS NULL
         AND s.closed_at IS NULL AND s.ends_at > $2)`,
    [communityId, endedSince],
  )
}

/**
 * Children whose age band was set before `before`, marked as asked about: each once until it is set anew.
 * @returns their guardians, each once
 */
export async function askAgeBands(
  tx: Transaction,
  communityId: string,
  before: Instant,
  now: Instant,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `WITH asked AS (
       UPDATE child SET age_band_asked_at = $3
       WHERE community_id = $1 AND removed_at IS NULL AND age_band_set_at <= $2 AND age_band_asked_at IS NULL
       RETURNING household_id)
     SELECT DISTINCT r.id FROM asked
     JOIN resident r ON r.community_id = $1 AND r.household_id = asked.household_id AND r.guardian ORDER BY r.id`,
    [communityId, before, now],
  )
  return rows.map((row) => row.id)
}

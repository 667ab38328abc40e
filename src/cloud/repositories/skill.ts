import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

export interface SkillRow {
  skill: string
  confirmed: boolean
}

/** Of a resident `r`: a JSON array of {@link SkillRow}s. */
export const SKILLS_OF = `
  coalesce((SELECT json_agg(json_build_object('skill', k.skill, 'confirmed', k.confirmed_at IS NOT NULL) ORDER BY k.skill)
            FROM resident_skill k WHERE k.community_id = r.community_id AND k.resident_id = r.id), '[]')`

export function listSkills(tx: Transaction, communityId: string, residentId: string): Promise<SkillRow[]> {
  return tx.query(
    `SELECT skill, confirmed_at IS NOT NULL AS confirmed FROM resident_skill
     WHERE community_id = $1 AND resident_id = $2 ORDER BY skill`,
    [communityId, residentId],
  )
}

/** What is confirmed stays so. */
export async function claimSkill(
  tx: Transaction,
  communityId: string,
  residentId: string,
  skill: string,
): Promise<SkillRow> {
  const [row] = await tx.query<SkillRow>(
    `INSERT INTO resident_skill AS k (community_id, resident_id, skill) VALUES ($1, $2, $3)
     ON CONFLICT (community_id, resident_id, skill) DO UPDATE SET confirmed_at = k.confirmed_at
     RETURNING skill, confirmed_at IS NOT NULL AS confirmed`,
    [communityId, residentId, skill],
  )
  return row ?? { skill, confirmed: false }
}

export async function confirmSkills(
  tx: Transaction,
  communityId: string,
  residentId: string,
  skills: string[],
  now: Instant,
): Promise<void> {
  await tx.query(
    `INSERT INTO resident_skill (community_id, resident_id, skill, confirmed_at)
     SELECT $1, $2, skill, $4::bigint FROM unnest($3::text[]) AS skill
     ON CONFLICT (community_id, resident_id, skill) DO UPDATE SET confirmed_at = EXCLUDED.confirmed_at`,
    [communityId, residentId, skills, now],
  )
}

/** @returns false when the resident does not say so any more */
export async function deleteSkill(
  tx: Transaction,
  communityId: string,
  residentId: string,
  skill: string,
): Promise<boolean> {
  const rows = await tx.query(
    'DELETE FROM resident_skill WHERE community_id = $1 AND resident_id = $2 AND skill = $3 RETURNING skill',
    [communityId, residentId, skill],
  )
  return rows.length > 0
}

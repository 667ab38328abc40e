import type { Role } from '@/domain/role'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { newRowId } from '../ids'
import { confirmSkills } from './skill'

export interface ResidentRow {
  id: string
  communityId: string
  householdId: string
  name: string | null
  role: Role
  guardian: boolean
  joinedAt: Instant
  confirmedAt: Instant | null
  /** deleted the account; null: is here */
  leftAt: Instant | null
}

/** Of a resident `r`. */
export const RESIDENT_COLUMNS = `
  r.id, r.community_id AS "communityId", r.household_id AS "householdId", r.name, r.role, r.guardian,
  r.joined_at AS "joinedAt", r.confirmed_at AS "confirmedAt", r.left_at AS "leftAt"`

/** @param stays until this transaction ends the account is not deleted */
export async function findByOpenId(
  tx: Transaction,
  communityId: string,
  openId: string,
  { stays = false }: { stays?: boolean } = {},
): Promise<ResidentRow | null> {
  const [row] = await tx.query<ResidentRow>(
    `SELECT ${RESIDENT_COLUMNS} FROM resident r WHERE r.community_id = $1 AND r.open_id = $2
     ${stays ? 'FOR KEY SHARE' : ''}`,
    [communityId, openId],
  )
  return row ?? null
}

export async function findResident(
  tx: Transaction,
  communityId: string,
  id: string,
): Promise<ResidentRow | null> {
  const [row] = await tx.query<ResidentRow>(
    `SELECT ${RESIDENT_COLUMNS} FROM resident r WHERE r.community_id = $1 AND r.id = $2`,
    [communityId, id],
  )
  return row ?? null
}

/** Those of these residents that there are, with their identities. */
export function listByIds(
  tx: Transaction,
  communityId: string,
  ids: string[],
): Promise<(ResidentRow & { openId: string; withoutPhone: boolean })[]> {
  return tx.query(
    `SELECT ${RESIDENT_COLUMNS}, r.open_id AS "openId", r.without_phone AS "withoutPhone"
     FROM resident r WHERE r.community_id = $1 AND r.id = ANY($2) AND r.left_at IS NULL`,
    [communityId, ids],
  )
}

/** The communities a WeChat identity belongs to: one of the few questions asked across communities. */
export function listMemberships(
  tx: Transaction,
  openId: string,
): Promise<
  {
    communityId: string
    communityName: string
    residentId: string
    name: string
    role: Role
    confirmed: boolean
  }[]
> {
  return tx.query(
    `SELECT r.community_id AS "communityId", c.name AS "communityName", r.id AS "residentId",
            coalesce(r.name, '') AS name, r.role, r.confirmed_at IS NOT NULL AS confirmed
     FROM resident r JOIN community c ON c.id = r.community_id
     WHERE r.open_id = $1 ORDER BY r.joined_at, r.community_id LIMIT 50`,
    [openId],
  )
}

export interface NewResident {
  openId: string
  name: string | null
  role: Role
  confirmed: boolean
  now: Instant
}

/** A new resident in a household of their own, not yet written; points may be used at once by who founds one. */
export function foundResident(communityId: string, { name, role, confirmed, now }: NewResident): ResidentRow {
  const confirmedAt = confirmed ? now : null
  const [id, householdId] = [newRowId(), newRowId()]
  return {
    id,
    communityId,
    householdId,
    name,
    role,
    guardian: true,
    joinedAt: now,
    confirmedAt,
    leftAt: null,
  }
}

/** Writes founded residents, each with the household. */
export async function insertResidents(
  tx: Transaction,
  communityId: string,
  residents: { openId: string; row: ResidentRow }[],
): Promise<void> {
  if (residents.length === 0) return
  const column = <Value>(of: (row: ResidentRow) => Value) => residents.map(({ row }) => of(row))
  await Promise.all([
    tx.query(
      `INSERT INTO household (community_id, id, created_at)
       SELECT $1, * FROM unnest($2::text[], $3::bigint[])`,
      [communityId, column((row) => row.householdId), column((row) => row.joinedAt)],
    ),
    tx.query(
      `INSERT INTO resident (community_id, id, household_id, open_id, name, role, guardian, joined_at,
                             points_usable_from, confirmed_at)
       SELECT $1, id, household, open, name, role, true, joined, joined, confirmed
       FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::bigint[])
         AS who (id, household, open, name, role, joined, confirmed)`,
      [
        communityId,
        column((row) => row.id),
        column((row) => row.householdId),
        residents.map(({ openId }) => openId),
        column((row) => row.name),
        column((row) => row.role),
        column((row) => row.joinedAt),
        column((row) => row.confirmedAt),
      ],
    ),
  ])
}

export async function insertResident(
  tx: Transaction,
  communityId: string,
  resident: NewResident,
): Promise<ResidentRow> {
  const row = foundResident(communityId, resident)
  await insertResidents(tx, communityId, [{ openId: resident.openId, row }])
  return row
}

export async function renameResident(
  tx: Transaction,
  communityId: string,
  id: string,
  name: string,
): Promise<void> {
  await tx.query('UPDATE resident SET name = $3 WHERE community_id = $1 AND id = $2', [communityId, id, name])
}

export async function makeAdmin(
  tx: Transaction,
  communityId: string,
  id: string,
  now: Instant,
): Promise<void> {
  await tx.query(
    `UPDATE resident SET role = 'admin', confirmed_at = coalesce(confirmed_at, $3) WHERE community_id = $1 AND id = $2`,
    [communityId, id, now],
  )
}

/** @returns true when the resident was not confirmed before */
export async function confirmResident(
  tx: Transaction,
  communityId: string,
  id: string,
  { by, now, skills }: { by: string; now: Instant; skills: string[] },
): Promise<boolean> {
  const newly = await tx.query(
    `UPDATE resident SET confirmed_at = $3, confirmed_by = $4
     WHERE community_id = $1 AND id = $2 AND confirmed_at IS NULL AND left_at IS NULL RETURNING id`,
    [communityId, id, now, by],
  )
  await confirmSkills(tx, communityId, id, skills, now)
  return newly.length > 0
}

export async function countUnconfirmed(tx: Transaction, communityId: string): Promise<number> {
  const [row] = await tx.query<{ waiting: number }>(
    `SELECT count(*) AS waiting FROM resident r
     JOIN household h ON h.community_id = r.community_id AND h.id = r.household_id
     WHERE r.community_id = $1 AND r.confirmed_at IS NULL AND h.door_hash IS NOT NULL`,
    [communityId],
  )
  return row?.waiting ?? 0
}

/** Cadres and admins by name. */
export function listStaff(tx: Transaction, communityId: string): Promise<{ id: string; name: string }[]> {
  return tx.query(
    `SELECT id, coalesce(name, '') AS name FROM resident
     WHERE community_id = $1 AND role <> 'resident' ORDER BY name NULLS LAST, id`,
    [communityId],
  )
}

/** Locked, so that two admins do not dismiss each other at once. */
export async function lockAdmins(tx: Transaction, communityId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM resident WHERE community_id = $1 AND role = 'admin' ORDER BY id FOR UPDATE`,
    [communityId],
  )
  return rows.map((row) => row.id)
}

export async function saveRole(tx: Transaction, communityId: string, id: string, role: Role): Promise<void> {
  await tx.query('UPDATE resident SET role = $3 WHERE community_id = $1 AND id = $2', [communityId, id, role])
}

/** Null lifts it. */
export async function saveSuspension(
  tx: Transaction,
  communityId: string,
  id: string,
  suspension: { until: Instant; cause: string } | null,
): Promise<void> {
  await tx.query(
    'UPDATE resident SET suspended_until = $3, suspension_cause = $4 WHERE community_id = $1 AND id = $2',
    [communityId, id, suspension?.until ?? null, suspension?.cause ?? null],
  )
}

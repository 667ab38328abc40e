import type { FamilyRole, Invitation, JoinFacts } from '@/domain/invitation'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

export interface InvitationRow extends Invitation {
  id: string
  invitedBy: string
  /** of who invites; empty: none given */
  inviter: string
}

export async function insertInvitation(
  tx: Transaction,
  communityId: string,
  it: {
    id: string
    householdId: string
    invitedBy: string
    role: FamilyRole
    now: Instant
    expiresAt: Instant
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO household_invitation (community_id, id, household_id, invited_by, role, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [communityId, it.id, it.householdId, it.invitedBy, it.role, it.now, it.expiresAt],
  )
}

/** @param lock nobody else accepts, confirms or ends it meanwhile */
export async function findInvitation(
  tx: Transaction,
  communityId: string,
  id: string,
  { lock }: { lock: boolean } = { lock: false },
): Promise<InvitationRow | null> {
  const [row] = await tx.query<InvitationRow>(
    `SELECT i.id, i.household_id AS "householdId", i.invited_by AS "invitedBy", coalesce(r.name, '') AS inviter, i.role,
            i.expires_at AS "expiresAt", i.accepted_by AS "acceptedBy", i.ended_by AS "endedBy"
     FROM household_invitation i JOIN resident r ON r.community_id = i.community_id AND r.id = i.invited_by
     WHERE i.community_id = $1 AND i.id = $2${lock ? ' FOR UPDATE OF i' : ''}`,
    [communityId, id],
  )
  return row ?? null
}

export interface InvitationOut {
  id: string
  role: FamilyRole
  expiresAt: Instant
  acceptedBy: string | null
  acceptedName: string | null
}

/** Of a household, not ended and not over, the earliest first. */
export function listInvitationsOut(
  tx: Transaction,
  communityId: string,
  householdId: string,
  now: Instant,
): Promise<InvitationOut[]> {
  return tx.query<InvitationOut>(
    `SELECT i.id, i.role, i.expires_at AS "expiresAt", i.accepted_by AS "acceptedBy", r.name AS "acceptedName"
     FROM household_invitation i LEFT JOIN resident r ON r.community_id = i.community_id AND r.id = i.accepted_by
     WHERE i.community_id = $1 AND i.household_id = $2 AND i.ended_at IS NULL AND i.expires_at > $3
     ORDER BY i.created_at, i.id`,
    [communityId, householdId, now],
  )
}

export async function saveAccepted(
  tx: Transaction,
  communityId: string,
  id: string,
  { by, now, expiresAt }: { by: string; now: Instant; expiresAt: Instant },
): Promise<void> {
  await tx.query(
    `UPDATE household_invitation SET accepted_by = $3, accepted_at = $4, expires_at = $5
     WHERE community_id = $1 AND id = $2`,
    [communityId, id, by, now, expiresAt],
  )
}

export async function endInvitation(
  tx: Transaction,
  communityId: string,
  id: string,
  endedBy: NonNullable<Invitation['endedBy']>,
  now: Instant,
): Promise<void> {
  await tx.query(
    `UPDATE household_invitation SET ended_at = $4, ended_by = $3
     WHERE community_id = $1 AND id = $2 AND ended_at IS NULL`,
    [communityId, id, endedBy, now],
  )
}

/**
 * Nobody is asked any more into a household by who has left it.
 * @param accepted also those they have accepted themselves: they are gone for good
 */
export async function withdrawAllOf(
  tx: Transaction,
  communityId: string,
  residentId: string,
  { accepted, now }: { accepted: boolean; now: Instant },
): Promise<void> {
  await tx.query(
    `UPDATE household_invitation SET ended_at = $3, ended_by = 'withdrawn'
     WHERE community_id = $1 AND (invited_by = $2 OR $4 AND accepted_by = $2) AND ended_at IS NULL`,
    [communityId, residentId, now, accepted],
  )
}

const GROWNUPS = (household: string) => `
  (SELECT json_build_object(
     'guardians', count(*) FILTER (WHERE r.guardian), 'family', count(*) FILTER (WHERE NOT r.guardian),
     'children', (SELECT count(*) FROM child c WHERE c.community_id = $1 AND c.household_id = ${household}
                  AND c.removed_at IS NULL))
   FROM resident r WHERE r.community_id = $1 AND r.household_id = ${household})`

/**
 * Two households as {@link JoinFacts}, without the role: the one that is joined, and the one given up.
 * @param own null: of somebody who is no resident yet
 */
export async function readJoinFacts(
  tx: Transaction,
  communityId: string,
  { home, own }: { home: string; own: string | null },
): Promise<Omit<JoinFacts, 'role'>> {
  const [row] = await tx.query<Omit<JoinFacts, 'role'>>(
    `SELECT ${GROWNUPS('$2')} AS home,
       json_build_object(
         'grownups', (SELECT count(*) FROM resident r WHERE r.community_id = $1 AND r.household_id = $3),
         'children', (SELECT count(*) FROM child c WHERE c.community_id = $1 AND c.household_id = $3
                      AND c.removed_at IS NULL),
         'owed', coalesce((SELECT h.owed FROM household h WHERE h.community_id = $1 AND h.id = $3), 0),
         'unsettled',
           (SELECT count(*) FROM dispute d WHERE d.community_id = $1 AND d.account_id = $3 AND d.state = 'open')
           + (SELECT count(*) FROM draw_application a
              JOIN slot l ON l.community_id = a.community_id AND l.id = a.slot_id
              JOIN session s ON s.community_id = l.community_id AND s.id = l.session_id
              WHERE a.community_id = $1 AND a.household_id = $3 AND a.withdrawn_at IS NULL AND l.drawn_at IS NULL
                AND s.cancelled_at IS NULL)) AS own`,
    [communityId, home, own],
  )
  if (!row) throw new Error('a query without a row')
  return row
}

/** Whether two households gave the same address, or neither gave one. */
export async function haveSameDoor(
  tx: Transaction,
  communityId: string,
  one: string,
  other: string,
): Promise<boolean> {
  const [row] = await tx.query<{ same: boolean }>(
    `SELECT a.door_hash IS NOT DISTINCT FROM b.door_hash AS same FROM household a, household b
     WHERE a.community_id = $1 AND a.id = $2 AND b.community_id = $1 AND b.id = $3`,
    [communityId, one, other],
  )
  return row?.same ?? false
}

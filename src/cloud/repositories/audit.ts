import type { AuditAction } from '@/domain/audit'
import type { Role } from '@/domain/role'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { newRowId } from '../ids'
import type { Position } from '../page'

/** Who did what to whom and when; rows are only ever added. */
export async function insertAudit(
  tx: Transaction,
  communityId: string,
  entry: {
    actorId: string
    action: AuditAction
    sessionId: string | null
    subjectId: string | null
    why: string | null
    now: Instant
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO audit_entry (community_id, id, actor_id, action, session_id, subject_id, why, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      communityId,
      newRowId(),
      entry.actorId,
      entry.action,
      entry.sessionId,
      entry.subjectId,
      entry.why,
      entry.now,
    ],
  )
}

export interface AuditRow {
  id: string
  action: AuditAction
  at: Instant
  actorId: string
  actorName: string | null
  actorRole: Role
  /** null: it was not done to a resident */
  subjectId: string | null
  subjectName: string | null
  subjectRole: Role | null
  sessionId: string | null
  sessionTitle: string | null
  startsAt: Instant | null
  /** of the slot or the call it was done to */
  title: string | null
  why: string | null
}

export interface AuditAsked {
  /** null: any */
  actions: AuditAction[] | null
  personId: string | null
  from: Instant
  until: Instant
}

/** Latest first, older than `before`. */
export function listAudit(
  tx: Transaction,
  communityId: string,
  { actions, personId, from, until }: AuditAsked,
  before: Position,
  limit: number,
): Promise<AuditRow[]> {
  return tx.query<AuditRow>(
    `SELECT e.id, e.action, e.created_at AS at, e.actor_id AS "actorId", o.name AS "actorName",
            coalesce(o.role, 'resident') AS "actorRole", r.id AS "subjectId", r.name AS "subjectName",
            r.role AS "subjectRole", s.id AS "sessionId", a.title AS "sessionTitle", s.starts_at AS "startsAt",
            coalesce(l.title, ca.title) AS title, e.why
     FROM (SELECT * FROM audit_entry
           WHERE community_id = $1 AND (created_at, id) < ($2, $3) AND created_at >= $4 AND created_at < $5
             AND ($6::text[] IS NULL OR action = ANY($6)) AND ($7::text IS NULL OR actor_id = $7 OR subject_id = $7)
           ORDER BY created_at DESC, id DESC LIMIT $8) AS e
     LEFT JOIN resident o ON o.community_id = e.community_id AND o.id = e.actor_id
     LEFT JOIN resident r ON r.community_id = e.community_id AND r.id = e.subject_id
     LEFT JOIN slot l ON l.community_id = e.community_id AND l.id = e.subject_id
     LEFT JOIN recruitment_call c ON c.community_id = e.community_id AND c.id = e.subject_id
     LEFT JOIN activity ca ON ca.community_id = c.community_id AND ca.id = c.activity_id
     LEFT JOIN session s ON s.community_id = e.community_id AND s.id = e.session_id
     LEFT JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
     ORDER BY e.created_at DESC, e.id DESC`,
    [communityId, before.at, before.id, from, until, actions, personId, limit],
  )
}

import * as v from 'valibot'
import { AUDIT_ACTIONS, AUDIT_KINDS } from '@/domain/audit'
import { communityId, cursor, instant, instantInput, nextCursor, rowId, sessionId } from './fields'

export const auditKind = v.picklist(AUDIT_KINDS)

/** What the log is looked through for; null: for all. */
export const auditFilter = {
  kind: v.optional(v.nullable(auditKind), null),
  /** who did it, or to whom it was done */
  personId: v.optional(v.nullable(rowId), null),
  /** any moment of the day in Shanghai */
  day: v.optional(v.nullable(instantInput), null),
}

/** Latest first. */
export const request = v.strictObject({ communityId, ...auditFilter, cursor: v.optional(cursor) })

/** Who works for the community by their full name, anybody else masked as on a roster; empty: gave none. */
const person = v.object({ id: rowId, name: v.string() })

export const auditEntry = v.object({
  id: rowId,
  action: v.picklist(AUDIT_ACTIONS),
  at: instant,
  actor: person,
  /** null: not done to somebody */
  subject: v.nullable(person),
  session: v.nullable(v.object({ id: sessionId, title: v.string(), startsAt: instant })),
  /** of the slot or the call it was done to; null: neither */
  title: v.nullable(v.string()),
  /** the reason that was given, or what was changed */
  why: v.nullable(v.string()),
})
export type AuditEntry = v.InferOutput<typeof auditEntry>

export const response = v.object({
  entries: v.array(auditEntry),
  nextCursor,
  /** cadres and admins, whom the log can be looked through for */
  staff: v.array(person),
})

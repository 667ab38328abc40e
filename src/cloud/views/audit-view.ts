import type { AuditEntry } from '@/contract/list-audit'
import { AUDIT_ACTIONS, auditKindOf, type AuditKind } from '@/domain/audit'
import { mayActAs, type Role } from '@/domain/role'
import { DAY, dayStart, type Instant } from '@/domain/time'
import { maskName } from '@/domain/masked-name'
import { LAST } from '../page'
import type { AuditAsked, AuditRow } from '../repositories/audit'

export interface AuditFilter {
  kind: AuditKind | null
  personId: string | null
  /** any moment of the day in Shanghai */
  day: Instant | null
}

export function askedOf({ kind, personId, day }: AuditFilter): AuditAsked {
  const from = day === null ? 0 : dayStart(day)
  return {
    actions: kind === null ? null : AUDIT_ACTIONS.filter((action) => auditKindOf(action) === kind),
    personId,
    from,
    until: day === null ? LAST.at : from + DAY,
  }
}

export function auditEntryOf(row: AuditRow): AuditEntry {
  const { id, action, at, title, why } = row
  return {
    ...{ id, action, at, title, why },
    actor: { id: row.actorId, name: shownName(row.actorName, row.actorRole) },
    subject:
      row.subjectId === null
        ? null
        : { id: row.subjectId, name: shownName(row.subjectName, row.subjectRole) },
    session:
      row.sessionId !== null && row.sessionTitle !== null && row.startsAt !== null
        ? { id: row.sessionId, title: row.sessionTitle, startsAt: row.startsAt }
        : null,
  }
}

// A log that named those who were checked in by hand would be a roster that nobody has to reveal.
function shownName(name: string | null, role: Role | null): string {
  return role !== null && mayActAs(role, 'cadre') ? (name ?? '') : maskName(name ?? '')
}

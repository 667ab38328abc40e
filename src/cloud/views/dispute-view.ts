import type { DisputeCase } from '@/contract/list-disputes'
import type { StatementLine } from '@/contract/get-statement'
import { CORRECTED_BY_CADRE, type Correctable } from '@/domain/dispute'
import { MINUTE } from '@/domain/time'
import { maskName } from '@/domain/masked-name'
import type { DisputeRow } from '../repositories/dispute'
import type { DisputedMovement } from '../repositories/disputed-movement'
import type { ResidentRow } from '../repositories/resident'

export function correctableOf({ kind, record, paid, startsAt, endsAt }: DisputedMovement): Correctable {
  if (kind === 'service' && record && startsAt !== null && endsAt !== null)
    return { kind, plannedMinutes: Math.floor((endsAt - startsAt) / MINUTE) }
  return kind === 'booking' ? { kind, paid } : { kind: 'other' }
}

/** A dispute as the cadre who is to answer it sees it; names are masked. */
export function caseOf(
  dispute: DisputeRow & { raiserName: string | null },
  { moved, entry, cadre }: { moved: DisputedMovement; entry: StatementLine; cadre: ResidentRow },
): DisputeCase {
  const { id, state, cause, note, createdAt, endedAt, keepCause, answerNote, accountId, raiserName } = dispute
  return {
    ...{ id, state, cause, note, createdAt, endedAt, keepCause, answerNote },
    raisedBy: maskName(raiserName ?? ''),
    ownHousehold: accountId === cadre.householdId,
    entry: { ...entry, attendeeName: maskName(entry.attendeeName) },
    correctable: correctableFor(moved, cadre),
    presence: presenceOf(moved),
  }
}

function correctableFor(moved: DisputedMovement, cadre: ResidentRow): DisputeCase['correctable'] {
  const entry = correctableOf(moved)
  const { points, record } = moved
  if (entry.kind === 'other') return null
  if (entry.kind === 'booking') return { kind: 'booking', points, most: entry.paid, minutes: null }
  const most = cadre.role === 'admin' ? 100 : CORRECTED_BY_CADRE
  return { kind: 'service', points, most, minutes: record?.minutes ?? 0 }
}

function presenceOf(moved: DisputedMovement): DisputeCase['presence'] {
  const { sessionId, startsAt, endsAt, attendeeId, headCount, counted } = moved
  if (sessionId === null || startsAt === null || endsAt === null) return null
  const { checkedInAt, checkInMethod, checkedOutAt, outcome } = moved
  return {
    ...{ sessionId, attendeeId, plannedFrom: startsAt, plannedUntil: endsAt },
    ...{ checkedInAt, checkInMethod, checkedOutAt, outcome, headCount, counted },
  }
}

import type { SessionRef } from './refusal'
import type { Role } from './role'

/** What is asked before somebody deletes the account. */
export interface DepartureFacts {
  role: Role
  /** how many admins the community has; 0 where it does not matter */
  admins: number
  guardian: boolean
  /** who else lives in the household, the longest first */
  others: { id: string; guardian: boolean }[]
  /** goes on now, and this person, or a child who would go along, is checked in to it, or leads it; null: none */
  running: SessionRef | null
}

export type DepartureRefusal =
  /** somebody has to appoint the others first */
  | { reason: 'last_admin' }
  /** is there now: checked in, or leading; possible once it has ended, or after checking out */
  | { reason: 'session_running'; session: SessionRef }

/** What becomes of the household of somebody who goes. */
export interface Departure {
  household: 'ends' | 'goes_on'
  /** with the last guardian nobody is left who consents for them */
  children: 'stay' | 'go'
  /** whom what was asked for those who stay goes over to; null: nobody stays */
  heir: string | null
  /** becomes a guardian, as none is left; null: one is, or nobody stays */
  promoted: string | null
}

export type DepartureVerdict = { ok: true; departure: Departure } | { ok: false; refusal: DepartureRefusal }

/** Whether somebody may go now, and what becomes of the household. */
export function decideDeparture(facts: DepartureFacts): DepartureVerdict {
  const { role, admins, others, running } = facts
  if (role === 'admin' && admins <= 1) return { ok: false, refusal: { reason: 'last_admin' } }
  if (running) return { ok: false, refusal: { reason: 'session_running', session: running } }
  const guardian = others.find((other) => other.guardian) ?? null
  const heir = guardian ?? others[0] ?? null
  const departure: Departure = {
    household: heir ? 'goes_on' : 'ends',
    children: guardian ? 'stay' : 'go',
    heir: heir?.id ?? null,
    promoted: heir && !guardian ? heir.id : null,
  }
  return { ok: true, departure }
}

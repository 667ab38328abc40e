import { timeFaults, type CallFault, type SessionTime } from './call'
import { dutyPoints } from './points'
import type { Refusal } from './refusal'
import type { Role } from './role'
import type { SlotTerms } from './slot'
import type { Instant } from './time'

/** Why a published session can no longer be changed or cancelled at all; null when it can. */
export function whyNotChange(
  { startsAt, cancelledAt }: { startsAt: Instant; cancelledAt: Instant | null },
  now: Instant,
): Refusal | null {
  if (cancelledAt !== null) return { reason: 'session_cancelled' }
  return now >= startsAt ? { reason: 'session_started', startsAt } : null
}

/**
 * What is wrong with a new time for a session; openings and draws stay where they are, and must come before it.
 * @returns faults by field; empty when there are none
 */
export function checkChange(
  was: SessionTime,
  is: SessionTime,
  slots: { points: number; terms: SlotTerms }[],
  role: Role,
  now: Instant,
): CallFault[] {
  return [...timeFaults(is, now), ...openingFaults(is, slots), ...pointsFaults(was, is, slots, role)]
}

function openingFaults({ startsAt }: SessionTime, slots: { terms: SlotTerms }[]): CallFault[] {
  const late = slots.find(({ terms }) => terms.opensAt >= startsAt)
  if (!late) return []
  // What a draw leaves opens with the draw, so the draw is what has to be named.
  const fault = late.terms.allocation === 'draw' ? 'draw_after_start' : 'opens_after_start'
  return [{ path: 'startsAt', fault }]
}

// Points are promised with the call and stay; a shorter duty for the same points is for an admin to give.
function pointsFaults(
  was: SessionTime,
  is: SessionTime,
  slots: { points: number; terms: SlotTerms }[],
  role: Role,
): CallFault[] {
  const most = dutyPoints(is)
  if (role === 'admin' || most >= dutyPoints(was)) return []
  const tooMany = slots.some(({ points, terms }) => terms.kind === 'post' && points > most)
  return tooMany ? [{ path: 'endsAt', fault: 'points_need_admin' }] : []
}

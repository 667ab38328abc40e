import type { BookingFacts } from '@/domain/booking'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { findDraw, type DrawRow } from '../repositories/draw'
import { listApplications, type ApplicationRow } from '../repositories/draw-application'
import { lockSlot } from '../repositories/slot'
import { partyOf } from './next-in-line'
import { factsFor, openSlot, type OpenSlot, type PartyRequest } from './open-slot'

/** A slot whose places are drawn, locked with every household that applied. */
export interface OpenDraw extends OpenSlot {
  draw: DrawRow
  /** by id */
  applications: ApplicationRow[]
}

/** @returns null when the slot has no draw */
export async function openDraw(
  tx: Transaction,
  communityId: string,
  slotId: string,
  now: Instant,
): Promise<OpenDraw | null> {
  // Locked before the list is read: who applies at the same moment is on it, or is refused.
  const [, draw, applications] = await Promise.all([
    lockSlot(tx, communityId, slotId),
    findDraw(tx, communityId, slotId),
    listApplications(tx, communityId, slotId),
  ])
  if (!draw) return null
  const households = applications.map((application) => application.householdId)
  const open = await openSlot(tx, communityId, slotId, { households, frees: false, now })
  return open && { ...open, draw, applications }
}

/** The people of an application, and what the rules ask about them; null when somebody left the household. */
export function applicantsOf(
  open: OpenDraw,
  { householdId, appliedBy, attendees }: ApplicationRow,
): { party: PartyRequest; facts: BookingFacts } | null {
  const ids = attendees.map((attendee) => attendee.id)
  const party = partyOf(open, { householdId, joinedBy: appliedBy, attendees: ids })
  return party && { party, facts: factsFor(open, party) }
}

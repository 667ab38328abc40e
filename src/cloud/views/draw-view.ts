import type { DrawView } from '@/contract/session-view'
import type { Transaction } from '../db/database'
import { listDraws, type DrawState } from '../repositories/draw'
import { listOwnApplications, type ApplicationRow } from '../repositories/draw-application'
import type { PersonRow } from '../repositories/household'
import type { SlotRow } from '../repositories/slot'

/** The draws of one session, and how the household takes part in them. */
export interface DrawReading {
  draws: DrawState[]
  applications: ApplicationRow[]
}

/** Asks the database only where something is drawn. */
export async function readDraws(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  slots: SlotRow[],
  householdId: string,
): Promise<DrawReading> {
  if (slots.every((slot) => slot.terms.allocation !== 'draw')) return { draws: [], applications: [] }
  const [draws, applications] = await Promise.all([
    listDraws(tx, communityId, sessionId),
    listOwnApplications(tx, communityId, householdId, sessionId),
  ])
  return { draws, applications }
}

/** @param people of the household, whose names stand for the ids */
export function drawView(
  slotId: string,
  { draws, applications }: DrawReading,
  people: PersonRow[],
): DrawView | null {
  const draw = draws.find((it) => it.slotId === slotId)
  if (!draw) return null
  const { slotId: _, ...state } = draw
  const own = applications.find((it) => it.slotId === slotId)
  return { ...state, own: own ? ownView(own, people) : null }
}

function ownView(
  { id, points, won, passedOver, attendees }: ApplicationRow,
  people: PersonRow[],
): DrawView['own'] {
  const nameOf = (attendee: string) => people.find((person) => person.id === attendee)?.name ?? ''
  return {
    ...{ id, points, won, passedOver },
    attendees: attendees.map((attendee) => ({ id: attendee.id, name: nameOf(attendee.id) })),
  }
}

import type { Roster } from '@/contract/get-roster'
import { CHECK_IN_OPENS_BEFORE } from '@/domain/attendance'
import type { Transaction } from '../db/database'
import { notFound } from '../handler'
import { listPresences, type PresenceRow } from '../repositories/presence'
import type { ResidentRow } from '../repositories/resident'
import { findSession, listSlots } from '../repositories/slot'
import { listWaiting } from '../repositories/waitlist'

/** The first character and nothing else: enough to find one's own name in a short list. */
export function maskName(name: string): string {
  const [first] = name
  return first ? `${first}**` : '**'
}

/** @param revealed whether names are shown; who shows them has to log it */
export async function readRoster(
  tx: Transaction,
  cadre: ResidentRow,
  sessionId: string,
  revealed: boolean,
): Promise<Roster> {
  const { communityId } = cadre
  const session = await findSession(tx, communityId, sessionId)
  if (!session) throw notFound('session')
  const presences = await listPresences(tx, communityId, sessionId)
  const slots: Roster['slots'] = []
  for (const { id, title, points, terms } of await listSlots(tx, communityId, sessionId)) {
    const rows = presences.filter((row) => row.slotId === id).map((row) => rosterRow(row, cadre, revealed))
    const waitlist = (await listWaiting(tx, communityId, id)).length
    slots.push({ id, kind: terms.kind, title, capacity: terms.capacity, points, rows, waitlist })
  }
  const { id, title, startsAt, endsAt, place, cancelledAt, closedAt } = session
  const checkInOpensAt = startsAt - CHECK_IN_OPENS_BEFORE
  return {
    session: { id, title, startsAt, endsAt, place, cancelledAt, closedAt, checkInOpensAt },
    revealed,
    slots,
  }
}

function rosterRow(
  row: PresenceRow,
  cadre: ResidentRow,
  revealed: boolean,
): Roster['slots'][number]['rows'][number] {
  const { bookingId, attendeeId, kind, checkedInAt, checkInMethod, outcome } = row
  const name = revealed ? (row.name ?? '') : maskName(row.name ?? '')
  const ownHousehold = row.householdId === cadre.householdId
  return { bookingId, attendeeId, kind, name, checkedInAt, checkInMethod, outcome, ownHousehold }
}

import { emptyReading } from '../repositories/booking-facts'
import type { PersonRow } from '../repositories/household'
import { foundResident, type ResidentRow } from '../repositories/resident'
import type { OpenSlot } from './open-slot'

/** Who asks: an identity, and the resident it belongs to, if it is one. */
export interface Asking {
  openId: string
  resident: ResidentRow | null
}

/** The resident who asks. A visitor is taken for one who joined this moment, and has not joined yet. */
export function bookerOf(open: OpenSlot, { openId, resident }: Asking): ResidentRow {
  const known = resident ?? open.visitors.get(openId)
  if (known) return known
  const { communityId, now, facts, visitors } = open
  const row = foundResident(communityId, { openId, name: null, role: 'resident', confirmed: false, now })
  visitors.set(openId, row)
  facts.set(row.householdId, emptyReading([newcomer(row)]))
  return row
}

/** A visitor joins the community with the first place, taken or waited for. */
export function admit(open: OpenSlot, { openId, resident }: Asking): void {
  const row = open.visitors.get(openId)
  const { joined } = open.decided
  if (resident || !row || joined.some((other) => other.row === row)) return
  joined.push({ openId, row })
}

function newcomer({ id, householdId, joinedAt }: ResidentRow): PersonRow {
  return {
    ...{ kind: 'resident', id, householdId, name: null, confirmed: false, consented: true, ageBand: null },
    ...{ skills: [], pointsUsableFrom: joinedAt, suspendedUntil: null, suspensionCause: null, teamId: null },
  }
}

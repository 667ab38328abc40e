import type { SubstituteView } from '@/contract/session-view'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import type { HeldPlace } from '../repositories/place'
import type { SessionRow } from '../repositories/slot'
import { findAskedSubstitute, findSubstitute, type SubstituteRow } from '../repositories/substitute'
import type { WaitingView } from '../repositories/waitlist'

/** The session, and what the household that looks at it holds and waits for there. */
interface Looking {
  session: SessionRow
  householdId: string
  held: HeldPlace[]
  waiting: WaitingView[]
  now: Instant
}

/**
 * A post in this session that the household may take in its holder's stead.
 * @param linkId by which it came here; without one, only what it is asked about first as one who waits
 */
export async function readSubstitute(
  tx: Transaction,
  communityId: string,
  looking: Looking,
  linkId?: string,
): Promise<SubstituteView | null> {
  const entries = looking.waiting.map((entry) => entry.id)
  const asked = await findAskedSubstitute(tx, communityId, entries, looking.now)
  if (asked) return shown(asked, looking)
  if (linkId === undefined) return null
  const found = await findSubstitute(tx, communityId, linkId)
  if (found && mayBeTaken(found, looking)) return shown(found, looking)
  // Who has come by it already, or holds a post there anyway, need not hear that it is gone.
  const holds = looking.held.some((place) => place.slotId === found?.slotId)
  return holds ? null : { id: linkId, slotId: null, giverId: null, waitlistUntil: null }
}

function mayBeTaken({ sessionId, open }: SubstituteRow, { session, now }: Looking): boolean {
  return open && sessionId === session.id && session.cancelledAt === null && now < session.startsAt
}

function shown(
  { id, slotId, giverId, householdId, entryId, waitlistUntil }: SubstituteRow,
  looking: Looking,
): SubstituteView {
  const isAsked = looking.waiting.some((entry) => entry.id === entryId)
  const kept = waitlistUntil !== null && looking.now < waitlistUntil && !isAsked
  return {
    ...{ id, slotId },
    giverId: householdId === looking.householdId ? giverId : null,
    waitlistUntil: kept ? waitlistUntil : null,
  }
}

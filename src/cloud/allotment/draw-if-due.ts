import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { drawPlaces } from './draw-places'
import { freezeList } from './freeze-list'
import { openDraw } from './open-draw'

/** Freezes the list of a draw whose time has come, and draws unless a public number is still to be entered. */
export async function drawIfDue(
  tx: Transaction,
  communityId: string,
  slotId: string,
  now: Instant,
): Promise<void> {
  const open = await openDraw(tx, communityId, slotId, now)
  if (!open) return
  const { draw, session, slot } = open
  const { drawAt, drawnAt } = slot.terms
  // Asked again under the lock: another tick may have been quicker.
  const due = drawAt !== null && drawAt <= now && drawnAt === null
  if (!due || now >= session.startsAt || session.cancelledAt !== null) return
  if (draw.frozenAt === null) await freezeList(open)
  if (!draw.wantsNumber) await drawPlaces(open)
}

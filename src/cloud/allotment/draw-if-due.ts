import { drawStep, numberUntil } from '@/domain/draw-number'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { findPublisher } from '../repositories/call'
import { markNumberAsked } from '../repositories/draw'
import { insertNotices } from '../repositories/notice'
import { drawPlaces } from './draw-places'
import { freezeList } from './freeze-list'
import { openDraw, type OpenDraw } from './open-draw'

/**
 * Freezes the list of a draw whose time has come, and draws; where a public number is still to be entered, it is
 * waited for, asked for, and in the end done without.
 */
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
  const step = () => drawStep({ ...draw, drawAt, startsAt: session.startsAt }, now)
  if (step() === 'freeze') await freezeList(open)
  const next = step()
  if (next === 'draw') await drawPlaces(open)
  if (next === 'ask') await askForNumber(open, numberUntil({ drawAt, startsAt: session.startsAt }))
}

async function askForNumber({ tx, communityId, session, slot, now }: OpenDraw, until: Instant) {
  const residentId = await findPublisher(tx, communityId, session.callId)
  await markNumberAsked(tx, communityId, slot.id, now)
  const about = { sessionId: session.id, points: null, until, now }
  await insertNotices(tx, communityId, [{ residentId, kind: 'draw_number_due', ...about }])
}

import { freeCancelUntil } from '@/domain/cancellation'
import { runDraw, type DrawPart } from '@/domain/draw'
import { bars, passedOver } from '@/domain/draw-application'
import { newRowId } from '../ids'
import { markDrawn } from '../repositories/draw'
import { saveOutcomes, type ApplicationRow } from '../repositories/draw-application'
import type { NewNotice } from '../repositories/notice'
import { insertEntries } from '../repositories/waitlist'
import { writeSlot } from './decided'
import { frozenList } from './freeze-list'
import { givePlaces } from './give-places'
import { applicantsOf, type OpenDraw } from './open-draw'

/**
 * Draws over the frozen list: winners are booked and pay what they staked where it counted, everybody else
 * stands on the waitlist in the order of the draw, and all are told.
 */
export async function drawPlaces(open: OpenDraw): Promise<void> {
  const { tx, communityId, now, slot, draw, applications } = open
  const byId = new Map(applications.map((application) => [application.id, application]))
  const reasons = new Map(
    applications.map((application) => [application.id, reasonAgainst(open, application)]),
  )
  const result = runDraw(frozenList(open), draw, (id, part) => bars(reasons.get(id) ?? null, part))
  slot.terms.drawnAt = now
  const waiting = result.waiting.flatMap((id) => byId.get(id) ?? [])
  for (const { id, part } of result.winners) book(open, byId.get(id), part)
  for (const application of waiting) {
    const kind = reasons.get(application.id) ? 'draw_passed_over' : 'draw_waiting'
    tell(open, application, { kind, points: null, until: null })
  }
  await saveOutcomes(tx, communityId, [
    ...result.winners.map(({ id, part }) => ({ id, won: part, turn: null, passedOver: null })),
    ...result.waiting.map((id, index) => ({
      ...{ id, won: null, turn: index + 1, passedOver: reasons.get(id) ?? null },
    })),
  ])
  await insertEntries(tx, communityId, open, waiting.map(waitingParty))
  await markDrawn(tx, communityId, slot.id, now)
  await writeSlot(open)
}

function reasonAgainst(open: OpenDraw, application: ApplicationRow) {
  return passedOver(applicantsOf(open, application)?.facts ?? null, application.staked ?? 0)
}

function book(open: OpenDraw, application: ApplicationRow | undefined, part: DrawPart): void {
  const party = application && applicantsOf(open, application)?.party
  if (!party) throw new Error('a place drawn for nobody')
  const cost = part === 'weighted' ? (application.staked ?? 0) : 0
  givePlaces(open, party, { window: false, cost }, 'draw')
  const until = freeCancelUntil(open.session, open.now)
  tell(open, application, { kind: 'draw_won', points: cost, until })
}

function waitingParty({ householdId, appliedBy: joinedBy, attendees }: ApplicationRow) {
  return { id: newRowId(), householdId, joinedBy, usePoints: false, attendees }
}

function tell(
  { decided, session, now }: OpenDraw,
  { appliedBy: residentId }: ApplicationRow,
  notice: Pick<NewNotice, 'kind' | 'points' | 'until'>,
): void {
  decided.notices.push({ residentId, sessionId: session.id, now, ...notice })
}

import { numberUntil } from '@/domain/draw-number'
import { drawPlaces } from '../allotment/draw-places'
import { openDraw, type OpenDraw } from '../allotment/open-draw'
import { notFound, Refused, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { savePublicNumber } from '../repositories/draw'

export const enterDrawNumber: MemberHandler<'enterDrawNumber'> = async (
  { tx, resident: cadre, now },
  { slotId, number },
) => {
  const { communityId } = cadre
  const open = await openDraw(tx, communityId, slotId, now)
  if (!open) throw notFound('draw')
  const reason = whyNotNow(open)
  if (reason) return new Refused(reason)
  open.draw.publicNumber = number
  await savePublicNumber(tx, communityId, slotId, number)
  await drawPlaces(open)
  await insertAudit(tx, communityId, {
    ...{ actorId: cadre.id, action: 'enterDrawNumber', sessionId: open.session.id, subjectId: slotId },
    ...{ why: number, now },
  })
  return { drawnAt: now }
}

function whyNotNow({ draw, session, slot, now }: OpenDraw) {
  const { cancelledAt, startsAt } = session
  if (cancelledAt !== null) return { reason: 'session_cancelled' } as const
  if (!draw.wantsNumber || draw.publicNumber !== null) return { reason: 'number_not_wanted' } as const
  if (draw.frozenAt === null) return { reason: 'list_not_frozen', drawAt: slot.terms.drawAt ?? now } as const
  if (now >= startsAt) return { reason: 'session_started', startsAt } as const
  // Whether or not a tick has run it: nobody chooses between a draw with this number and one without.
  const until = numberUntil({ drawAt: slot.terms.drawAt ?? startsAt, startsAt })
  return now >= until ? ({ reason: 'number_too_late', until } as const) : null
}

import type { SlotView } from '@/contract/session-view'
import type { BookingFacts } from '@/domain/booking'
import { checkApplication, drawClosed, stakeable } from '@/domain/draw-application'
import type { PartyMember, Standing } from '@/domain/standing'
import type { Instant } from '@/domain/time'

/** How a slot that is still to be drawn stands, whoever is chosen; null: somebody has to be, or nothing is drawn. */
export function beforeDraw({ draw, terms }: SlotView, now: Instant): Standing | null {
  if (!draw || terms.drawAt === null || terms.drawnAt !== null) return null
  const { own, wantsNumber } = draw
  if (drawClosed(terms, draw, now)) return { is: 'drawing', applied: own !== null, wantsNumber }
  return own ? { is: 'applied', drawAt: terms.drawAt, points: own.points } : null
}

/** What these people could do now for a slot that is drawn; null: nothing is drawn here. */
export function applicationStanding(
  { draw, terms }: SlotView,
  facts: BookingFacts,
  party: PartyMember[],
): Standing | null {
  if (!draw || terms.drawAt === null || terms.drawnAt !== null) return null
  const refusal = checkApplication(facts, draw, 0)
  return refusal
    ? { is: 'refused', refusal }
    : { is: 'draw_open', party, drawAt: terms.drawAt, canStake: stakeable(facts) }
}

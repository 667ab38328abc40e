import type { CallError } from '@/api/call'
import type { SessionView, SlotView } from '@/contract/session-view'
import { stakedPoints, type DrawPoints } from '@/domain/draw-chance'
import type { PartyMember, Standing } from '@/domain/standing'
import type { Instant } from '@/domain/time'
import { carryOut } from './ask'
import { bookedView } from './booked-view'
import { carryOutOrKeep, type About } from './intention'

/** What a tap came to; the page says it in words. */
export type Outcome =
  | { is: 'booked'; party: PartyMember[]; cost: number }
  | { is: 'waiting' }
  | { is: 'applied'; drawAt: Instant }
  | { is: 'reminded'; remindAt: Instant }
  | { is: 'unreminded' }
  | { is: 'left' }
  | { is: 'withdrawn' }
  | { is: 'cancelled'; returned: number; late: boolean; passedOn: boolean }
  /** a post went to who waited for it */
  | { is: 'passed_on' }
  /** its link may be passed round */
  | { is: 'seeking' }
  /** the link was withdrawn */
  | { is: 'kept' }
  /** others who come may see one's name, or no longer may */
  | { is: 'named'; named: boolean }
  /** a post of somebody else in the household */
  | { is: 'taken_over' }
  /** who helped has been thanked */
  | { is: 'thanked' }
  | { is: 'failed'; error: CallError }

/** `view`: the session as it stands after the step; null when it has to be read again. */
export interface Step {
  outcome: Outcome
  view: SessionView | null
}

/** How many points somebody is ready to give, where it is theirs to say. */
export interface Readiness {
  /** for a place of the window that comes free */
  usePoints: boolean
  /** for a better chance in a draw */
  drawPoints: DrawPoints
  /** of the card or link by which they came; null: none */
  shareId: string | null
}

/** Does what the main button says: books, applies, waits, or accepts what is offered. */
export async function takeStep(
  view: SessionView,
  slot: SlotView,
  standing: Standing,
  { usePoints, drawPoints, shareId }: Readiness,
): Promise<Step | null> {
  const communityId = view.community.id
  const about = aboutOf(view.session)
  switch (standing.is) {
    case 'bookable':
    case 'fewer': {
      const { party, cost } = standing
      const asking = { communityId, slotId: slot.id, party: party.map(asked) }
      const result = await carryOutOrKeep(
        'bookSlot',
        shareId === null ? asking : { ...asking, shareId },
        about,
      )
      return stepOf(result, { is: 'booked', party, cost }, (booked) => bookedView(view, booked))
    }
    case 'draw_open': {
      const party = standing.party.map(asked)
      const points = stakedPoints(drawPoints, standing.canStake) as DrawPoints
      const result = await carryOutOrKeep(
        'applyForDraw',
        { communityId, slotId: slot.id, party, points },
        about,
      )
      return stepOf(result, { is: 'applied', drawAt: standing.drawAt }, ({ session }) => session)
    }
    case 'waitable': {
      const party = standing.party.map(asked)
      const pays = standing.usePoints && usePoints
      const result = await carryOutOrKeep(
        'joinWaitlist',
        { communityId, slotId: slot.id, party, usePoints: pays },
        about,
      )
      return stepOf(result, { is: 'waiting' }, ({ session }) => session)
    }
    case 'offered': {
      const offerId = slot.waitlist?.offer?.id
      if (!offerId) return null
      const result = await carryOutOrKeep('acceptOffer', { communityId, offerId }, about)
      const outcome: Outcome = { is: 'booked', party: standing.party, cost: standing.cost }
      return stepOf(result, outcome, ({ session }) => session)
    }
    case 'substitute': {
      const substituteId = view.substitute?.id
      if (!substituteId) return null
      const result = await carryOutOrKeep('takeSubstitute', { communityId, substituteId }, about)
      return stepOf(result, { is: 'booked', party: [], cost: 0 }, ({ session }) => session)
    }
    case 'remindable': {
      const party = standing.party.map(asked)
      const result = await carryOutOrKeep('remindMe', { communityId, slotId: slot.id, party }, about)
      const outcome: Outcome = { is: 'reminded', remindAt: result.ok ? result.data.remindAt : standing.at }
      return stepOf(result, outcome, ({ session }) => session)
    }
    default:
      return null
  }
}

/** What a kept intention is about. */
export function aboutOf({ id, title }: { id: string; title: string }): About {
  return { sessionId: id, title }
}

type Result<Data> = { ok: true; data: Data } | { ok: false; error: CallError }

function stepOf<Data>(result: Result<Data>, outcome: Outcome, viewOf: (data: Data) => SessionView): Step {
  return result.ok
    ? { outcome, view: viewOf(result.data) }
    : { outcome: { is: 'failed', error: result.error }, view: null }
}

function asked({ kind, id }: PartyMember) {
  return kind === 'child' ? { kind, childId: id } : { kind: 'self' as const }
}

export async function cancelPlaces(
  communityId: string,
  bookingId: string,
  attendeeIds: string[],
  about: About,
): Promise<Outcome> {
  const result = await carryOutOrKeep('cancelBooking', { communityId, bookingId, attendeeIds }, about)
  return result.ok ? { is: 'cancelled', ...result.data } : { is: 'failed', error: result.error }
}

export async function leaveLine(
  communityId: string,
  waitlistEntryId: string,
  about: About,
): Promise<Outcome> {
  const result = await carryOutOrKeep('leaveWaitlist', { communityId, waitlistEntryId }, about)
  return result.ok ? { is: 'left' } : { is: 'failed', error: result.error }
}

export async function cancelReminder(communityId: string, slotId: string): Promise<Outcome> {
  const result = await carryOut('cancelReminder', { communityId, slotId })
  return result.ok ? { is: 'unreminded' } : { is: 'failed', error: result.error }
}

export async function withdrawApplication(
  communityId: string,
  applicationId: string,
  about: About,
): Promise<Outcome> {
  const result = await carryOutOrKeep('withdrawApplication', { communityId, applicationId }, about)
  return result.ok ? { is: 'withdrawn' } : { is: 'failed', error: result.error }
}

export async function nameToNeighbours(communityId: string, named: boolean): Promise<Outcome> {
  const result = await carryOut('setNamedToNeighbours', { communityId, named })
  return result.ok ? { is: 'named', named } : { is: 'failed', error: result.error }
}

export async function thankHelpers(communityId: string, sessionId: string): Promise<Outcome> {
  const result = await carryOut('thankHelpers', { communityId, sessionId })
  return result.ok ? { is: 'thanked' } : { is: 'failed', error: result.error }
}

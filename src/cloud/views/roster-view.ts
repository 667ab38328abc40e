import type { Roster, RosterRow } from '@/contract/get-roster'
import { CHECK_IN_OPENS_BEFORE } from '@/domain/attendance'
import { namesOpenUntil } from '@/domain/leading'
import { mayActAs } from '@/domain/role'
import type { SlotTerms } from '@/domain/slot'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { notFound } from '../handler'
import { listDraws, type DrawState } from '../repositories/draw'
import { findLeader, hasBegunRollCall } from '../repositories/leader'
import { listEvaluations } from '../repositories/evaluation'
import { listPresences, type PresenceRow } from '../repositories/presence'
import type { ResidentRow } from '../repositories/resident'
import { findSession, listSlots } from '../repositories/slot'
import { listToCall, type UnreadNews } from '../repositories/waiting-news'
import { listWaiting } from '../repositories/waitlist'

/** The first character and nothing else: enough to find one's own name in a short list. */
export function maskName(name: string): string {
  const [first] = name
  return first ? `${first}**` : ''
}

/**
 * A roster as a cadre or its leader sees it.
 * @param asked.revealed whether names are shown, and who shows them has to log it; or as the roll call, which is
 *   logged, has opened them. An answer that is kept has none.
 */
export async function readRoster(
  tx: Transaction,
  cadre: ResidentRow,
  sessionId: string,
  { revealed: asked, now }: { revealed: boolean | 'by_roll_call'; now: Instant },
): Promise<Roster> {
  const { communityId } = cadre
  const session = await findSession(tx, communityId, sessionId)
  if (!session) throw notFound('session')
  const begun = await hasBegunRollCall(tx, communityId, sessionId, cadre.id)
  const namesUntil = begun && now < namesOpenUntil(session) ? namesOpenUntil(session) : null
  const revealed = asked === 'by_roll_call' ? namesUntil !== null : asked
  const leader = await findLeader(tx, communityId, sessionId)
  const leads = !mayActAs(cadre.role, 'leader')
  const presences = await listPresences(tx, communityId, sessionId)
  // How somebody served is said by cadres, to cadres.
  const evaluations = leads ? [] : await listEvaluations(tx, communityId, sessionId)
  const draws = await listDraws(tx, communityId, sessionId)
  const slots: Roster['slots'] = []
  for (const { id, title, points, terms } of await listSlots(tx, communityId, sessionId)) {
    const rows = presences
      .filter((row) => row.slotId === id)
      .map((row) => ({ ...rosterRow(row, cadre, revealed), ...evaluationOf(row, evaluations) }))
    const waitlist = (await listWaiting(tx, communityId, id)).length
    const draw = draws.find((it) => it.slotId === id)
    const { kind, capacity } = terms
    slots.push({ id, kind, title, capacity, points, rows, waitlist, draw: toBeDrawn(terms, draw) })
  }
  const { id, title, startsAt, endsAt, place, version, cancelledAt, closedAt, reopenedAt } = session
  const checkInOpensAt = startsAt - CHECK_IN_OPENS_BEFORE
  return {
    session: {
      ...{ id, title, startsAt, endsAt, place, version, cancelledAt, closedAt, reopenedAt, checkInOpensAt },
    },
    revealed,
    namesUntil,
    leads,
    leader: leader && { id: leader.id, name: shownName(leader.name, revealed) },
    // Where people live is for the cadre who rings them up.
    toCall: leads
      ? []
      : (await listToCall(tx, communityId, [sessionId], now)).map((news) => callee(news, revealed)),
    slots,
  }
}

function callee(news: UnreadNews, revealed: boolean): Roster['toCall'][number] {
  const { noticeId, residentId, name, kind, until, gridName, building } = news
  return { noticeId, residentId, name: shownName(name, revealed), kind, until, gridName, building }
}

const shownName = (name: string | null, revealed: boolean) => (revealed ? (name ?? '') : maskName(name ?? ''))

function toBeDrawn(
  { drawAt, drawnAt }: SlotTerms,
  draw: DrawState | undefined,
): Roster['slots'][number]['draw'] {
  if (!draw || drawAt === null || drawnAt !== null) return null
  const { applications, frozenAt, wantsNumber } = draw
  return { drawAt, applications, frozenAt, wantsNumber }
}

function evaluationOf(
  { attendeeId, slotId }: PresenceRow,
  evaluations: Awaited<ReturnType<typeof listEvaluations>>,
): Pick<RosterRow, 'served' | 'evaluation'> {
  const service = evaluations.find((it) => it.residentId === attendeeId && it.slotId === slotId)
  return { served: service !== undefined, evaluation: service?.evaluation ?? null }
}

function rosterRow(
  row: PresenceRow,
  cadre: ResidentRow,
  revealed: boolean,
): Omit<RosterRow, 'served' | 'evaluation'> {
  const { bookingId, attendeeId, kind, checkedInAt, checkInMethod, checkedOutAt, outcome, decidedAnew } = row
  const name = shownName(row.name, revealed)
  const ownHousehold = row.householdId === cadre.householdId
  return {
    ...{ bookingId, attendeeId, kind, name, checkedInAt, checkInMethod, checkedOutAt, outcome, decidedAnew },
    ownHousehold,
  }
}

import type { Roster, RosterRow, WaitingRow } from '@/contract/get-roster'
import { CHECK_IN_OPENS_BEFORE } from '@/domain/attendance'
import { namesOpenUntil } from '@/domain/leading'
import { maskPhone } from '@/domain/phone'
import { maskName } from '@/domain/masked-name'
import { mayActAs } from '@/domain/role'
import type { SlotTerms } from '@/domain/slot'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { notFound } from '../handler'
import { listDraws, type DrawState } from '../repositories/draw'
import { findLeader, hasBegunRollCall } from '../repositories/leader'
import { listEvaluations } from '../repositories/evaluation'
import { findWalkIns, listPresences, type PresenceRow } from '../repositories/presence'
import type { ResidentRow } from '../repositories/resident'
import { findSession, listSlots } from '../repositories/slot'
import { listToCall, type UnreadNews } from '../repositories/waiting-news'
import { listWaitingNames, type WaitingNames } from '../repositories/waiting-names'

/** so many of a long line are shown; the others are counted */
const WAITING_SHOWN = 50

/**
 * A roster as a cadre or its leader sees it.
 * @param options.revealed whether names are shown, and who shows them has to log it; or as the roll call, which is
 *   logged, has opened them. An answer that is kept has none.
 * @param options.line of those who wait for a slot, so many at most
 */
export async function readRoster(
  tx: Transaction,
  cadre: ResidentRow,
  sessionId: string,
  {
    revealed: asked,
    now,
    line = WAITING_SHOWN,
  }: { revealed: boolean | 'by_roll_call'; now: Instant; line?: number },
): Promise<Roster> {
  const { communityId } = cadre
  const session = await findSession(tx, communityId, sessionId)
  if (!session) throw notFound('session')
  const begun = await hasBegunRollCall(tx, communityId, sessionId, cadre.id)
  const namesUntil = begun && now < namesOpenUntil(session) ? namesOpenUntil(session) : null
  const revealed = asked === 'by_roll_call' ? namesUntil !== null : asked
  const leader = await findLeader(tx, communityId, sessionId)
  const leads = !mayActAs(cadre.role, 'leader')
  const slots = await readSlots(tx, cadre, sessionId, { revealed, leads, line })
  const { id, callId, title, startsAt, endsAt, place, version } = session
  const { cancelledAt, closedAt, reopenedAt } = session
  const checkInOpensAt = startsAt - CHECK_IN_OPENS_BEFORE
  return {
    session: {
      ...{ id, callId, title, startsAt, endsAt, place, version, cancelledAt, closedAt, reopenedAt },
      checkInOpensAt,
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
    walkIns: await findWalkIns(tx, communityId, sessionId),
  }
}

async function readSlots(
  tx: Transaction,
  cadre: ResidentRow,
  sessionId: string,
  { revealed, leads, line }: { revealed: boolean; leads: boolean; line: number },
): Promise<Roster['slots']> {
  const { communityId } = cadre
  const presences = await listPresences(tx, communityId, sessionId)
  // How somebody served is said by cadres, to cadres.
  const evaluations = leads ? [] : await listEvaluations(tx, communityId, sessionId)
  const draws = await listDraws(tx, communityId, sessionId)
  const parties = await listWaitingNames(tx, communityId, sessionId)
  const slots = await listSlots(tx, communityId, sessionId)
  return slots.map(({ id, title, points, terms }) => {
    const { kind, capacity } = terms
    const rows = presences
      .filter((row) => row.slotId === id)
      .map((row) => ({ ...rosterRow(row, cadre, revealed), ...evaluationOf(row, evaluations) }))
    const waiting = parties.filter((party) => party.slotId === id).map((party) => waitingRow(party, revealed))
    const draw = draws.find((it) => it.slotId === id)
    return {
      ...{ id, kind, title, capacity, points, rows, draw: toBeDrawn(terms, draw) },
      ...{ waitlist: waiting.length, waiting: waiting.slice(0, line) },
    }
  })
}

function waitingRow({ entryId, people, offeredUntil }: WaitingNames, revealed: boolean): WaitingRow {
  const shown = people.map((it) => ({ ...it, name: shownName(it.name, revealed) }))
  return { entryId, people: shown, offeredUntil }
}

function callee(news: UnreadNews, revealed: boolean): Roster['toCall'][number] {
  const { noticeId, residentId, name, kind, until, gridName, building, phone } = news
  const shown = { name: shownName(name, revealed), phone: phone && maskPhone(phone) }
  return { noticeId, residentId, kind, until, gridName, building, ...shown }
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
  const { bookingId, attendeeId, kind, checkedInAt, checkInMethod, checkedOutAt, checkOutMethod } = row
  const { outcome, decidedAnew } = row
  const name = shownName(row.name, revealed)
  const ownHousehold = row.householdId === cadre.householdId
  return {
    ...{ bookingId, attendeeId, kind, name, checkedInAt, checkInMethod, checkedOutAt, checkOutMethod },
    ...{ outcome, decidedAnew, ownHousehold },
  }
}

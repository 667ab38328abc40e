import type { Roster, RosterRow } from '@/contract/get-roster'
import { CHECK_IN_OPENS_BEFORE } from '@/domain/attendance'
import type { SlotTerms } from '@/domain/slot'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { notFound } from '../handler'
import { listDraws, type DrawState } from '../repositories/draw'
import { listEvaluations } from '../repositories/evaluation'
import { findWalkIns, listPresences, type PresenceRow } from '../repositories/presence'
import type { ResidentRow } from '../repositories/resident'
import { findSession, listSlots } from '../repositories/slot'
import { listToCall, type UnreadNews } from '../repositories/waiting-news'
import { listWaitingNames } from '../repositories/waiting-names'

/** so many of a long line are shown; the others are counted */
const WAITING_SHOWN = 50

/** The first character and nothing else: enough to find one's own name in a short list. */
export function maskName(name: string): string {
  const [first] = name
  return first ? `${first}**` : ''
}

/**
 * @param options.revealed whether names are shown; who shows them has to log it
 * @param options.line of those who wait for a slot, so many at most
 */
export async function readRoster(
  tx: Transaction,
  cadre: ResidentRow,
  sessionId: string,
  { revealed, now, line = WAITING_SHOWN }: { revealed: boolean; now: Instant; line?: number },
): Promise<Roster> {
  const { communityId } = cadre
  const session = await findSession(tx, communityId, sessionId)
  if (!session) throw notFound('session')
  const presences = await listPresences(tx, communityId, sessionId)
  const evaluations = await listEvaluations(tx, communityId, sessionId)
  const draws = await listDraws(tx, communityId, sessionId)
  const inLine = await listWaitingNames(tx, communityId, sessionId)
  const slots: Roster['slots'] = []
  for (const { id, title, points, terms } of await listSlots(tx, communityId, sessionId)) {
    const rows = presences
      .filter((row) => row.slotId === id)
      .map((row) => ({ ...rosterRow(row, cadre, revealed), ...evaluationOf(row, evaluations) }))
    const waiting = inLine
      .filter((party) => party.slotId === id)
      .map(({ entryId, people, offeredUntil }) => ({
        ...{ entryId, offeredUntil },
        people: people.map((it) => ({ ...it, name: shownName(it.name, revealed) })),
      }))
    const draw = draws.find((it) => it.slotId === id)
    const { kind, capacity } = terms
    slots.push({
      id,
      kind,
      title,
      capacity,
      points,
      rows,
      draw: toBeDrawn(terms, draw),
      ...{ waitlist: waiting.length, waiting: waiting.slice(0, line) },
    })
  }
  const { id, callId, title, startsAt, endsAt, place, version } = session
  const { cancelledAt, closedAt, reopenedAt } = session
  const checkInOpensAt = startsAt - CHECK_IN_OPENS_BEFORE
  return {
    session: {
      ...{ id, callId, title, startsAt, endsAt, place, version, cancelledAt, closedAt, reopenedAt },
      checkInOpensAt,
    },
    revealed,
    toCall: (await listToCall(tx, communityId, [sessionId], now)).map((news) => callee(news, revealed)),
    slots,
    walkIns: await findWalkIns(tx, communityId, sessionId),
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
  const { bookingId, attendeeId, kind, checkedInAt, checkInMethod, checkedOutAt, checkOutMethod } = row
  const { outcome, decidedAnew } = row
  const name = shownName(row.name, revealed)
  const ownHousehold = row.householdId === cadre.householdId
  return {
    ...{ bookingId, attendeeId, kind, name, checkedInAt, checkInMethod, checkedOutAt, checkOutMethod },
    ...{ outcome, decidedAnew, ownHousehold },
  }
}

import type { EarningPost, SessionView, SlotView } from '@/contract/session-view'
import { CHECK_IN_OPENS_BEFORE } from '@/domain/attendance'
import { coverOf } from '@/domain/cover'
import { leadsUntil } from '@/domain/leading'
import { givablePlaces } from '@/domain/priority'
import { TEAM_SHOWN_FROM } from '@/domain/team'
import { mayThank } from '@/domain/thanks'
import type { Instant } from '@/domain/time'
import { maskName } from '@/domain/masked-name'
import type { Transaction } from '../db/database'
import {
  attendeeFacts,
  bookerFacts,
  householdFacts,
  readHouseholdsFacts,
  type HouseholdReading,
  type HouseholdsFacts,
} from '../repositories/booking-facts'
import { findCommunity } from '../repositories/community'
import { readCompany } from '../repositories/company'
import type { PersonRow } from '../repositories/household'
import { sumEndedWith } from '../repositories/held-booking'
import { findLeader } from '../repositories/leader'
import { listHeldInSession, type HeldPlace } from '../repositories/place'
import { listOwnReminders } from '../repositories/reminder'
import type { ResidentRow } from '../repositories/resident'
import { findSession, listSlots, type SessionRow, type SlotRow } from '../repositories/slot'
import { listTeamsCalled, listTeamsGoing } from '../repositories/team'
import { deservedBy } from '../allotment/next-in-line'
import { readingOf } from '../allotment/open-slot'
import { readThanks } from '../repositories/thanks'
import { listOwnWaiting, listWaiting, type WaitingParty, type WaitingView } from '../repositories/waitlist'
import { bookingViews, waitlistView } from './booking-view'
import { drawView, readDraws, type DrawReading } from './draw-view'
import { readSubstitute } from './substitute-view'
import { readEarning } from './earning-view'
import { stranger } from './stranger'

interface Reading {
  session: SessionRow
  facts: HouseholdsFacts
  householdId: string
  held: HeldPlace[]
  waiting: WaitingView[]
  inLine: Map<string, WaitingParty[]>
  drawn: DrawReading
  reminders: { slotId: string; at: Instant }[]
  now: Instant
}

/**
 * A session as one resident or visitor sees it, with all the booking rule asks about their household.
 * @param substituteId by whose link they came
 * @returns null when there is no such session
 */
export async function readSessionView(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  resident: ResidentRow | null,
  now: Instant,
  substituteId?: string,
): Promise<SessionView | null> {
  const community = await findCommunity(tx, communityId)
  const session = await findSession(tx, communityId, sessionId)
  if (!community || !session) return null
  const slots = await listSlots(tx, communityId, sessionId)
  const reading = await readAll(tx, communityId, session, slots, resident, now)
  const own = readingOf(reading, reading.householdId)
  const booker = own.people.find((person) => person.id === resident?.id) ?? stranger(now)
  const earning = await readEarning(tx, communityId, slots, { booker, household: own, now })
  return {
    community,
    ...describeSession(session),
    slots: slots.map((slot) => slotView(slot, reading, earning.get(slot.id) ?? [])),
    cancelled: await whyCancelled(tx, communityId, session, reading.householdId),
    member: resident && {
      residentId: resident.id,
      role: resident.role,
      confirmed: resident.confirmedAt !== null,
    },
    booker: bookerFacts(booker),
    people: bookable(own, booker).map((person) => {
      // Places in this session's own slots are told slot by slot.
      const { bookedHere: _, ...rest } = attendeeFacts(own, person, '')
      return { ...rest, elsewhere: rest.elsewhere.filter((other) => other.id !== sessionId) }
    }),
    going: slots.reduce((sum, slot) => sum + slot.held, 0),
    teams: await listTeamsGoing(tx, communityId, sessionId, TEAM_SHOWN_FROM),
    company: await companyOf(tx, communityId, reading, resident),
    thanks: await thanksOf(tx, communityId, reading, resident),
    forTeams: await listTeamsCalled(tx, communityId, session.callId),
    leader: await readLeader(tx, communityId, session, resident, now),
    substitute: await readSubstitute(tx, communityId, reading, substituteId),
  }
}

async function companyOf(
  tx: Transaction,
  communityId: string,
  { held, session, now }: Reading,
  resident: ResidentRow | null,
): Promise<SessionView['company']> {
  if (!resident || held.length === 0 || now >= session.endsAt) return null
  return readCompany(tx, communityId, session.id, resident)
}

async function thanksOf(
  tx: Transaction,
  communityId: string,
  { session, now }: Reading,
  resident: ResidentRow | null,
): Promise<SessionView['thanks']> {
  if (!resident || now < session.endsAt || session.cancelledAt !== null) return null
  const { householdId } = resident
  const standing = await readThanks(tx, communityId, session.id, { residentId: resident.id, householdId })
  const open = mayThank(session, now) && standing.attended && standing.helpedByOthers
  const own = standing.given ? 'given' : open ? 'open' : null
  return standing.helped || own ? { received: standing.helped ? standing.received : 0, own } : null
}

/** The public sees a team, members a masked name too. */
async function readLeader(
  tx: Transaction,
  communityId: string,
  session: SessionRow,
  resident: ResidentRow | null,
  now: Instant,
): Promise<SessionView['leader']> {
  const leader = await findLeader(tx, communityId, session.id)
  if (!leader) return null
  const self = leader.id === resident?.id && now < leadsUntil(session)
  return { name: resident ? maskName(leader.name ?? '') : '', team: leader.teamName, self }
}

async function readAll(
  tx: Transaction,
  communityId: string,
  session: SessionRow,
  slots: SlotRow[],
  resident: ResidentRow | null,
  now: Instant,
): Promise<Reading> {
  const inLine = new Map<string, WaitingParty[]>()
  for (const slot of slots) inLine.set(slot.id, await listWaiting(tx, communityId, slot.id))
  // Only where places are free can it matter whether those who wait may have them.
  const waiters = slots
    .filter((slot) => givablePlaces(slot.terms, slot, now) > 0)
    .flatMap((slot) => inLine.get(slot.id) ?? [])
    .map((waiting) => waiting.householdId)
  const householdId = resident?.householdId ?? ''
  return {
    session,
    inLine,
    householdId,
    facts: await readHouseholdsFacts(tx, communityId, [...new Set([householdId, ...waiters])], session, now),
    held: resident ? await listHeldInSession(tx, communityId, householdId, session.id) : [],
    waiting: resident ? await listOwnWaiting(tx, communityId, householdId, session.id, now) : [],
    drawn: await readDraws(tx, communityId, session.id, slots, householdId),
    reminders: resident ? await listOwnReminders(tx, communityId, resident.id, session.id) : [],
    now,
  }
}

async function whyCancelled(
  tx: Transaction,
  communityId: string,
  { id, cancelledAt, cancelCause: cause, cancelNote: note }: SessionRow,
  householdId: string,
): Promise<SessionView['cancelled']> {
  if (cancelledAt === null) return null
  const ended = await sumEndedWith(tx, communityId, householdId, { id, cancelledAt })
  return { cause: cause ?? 'other', note: note ?? '', ...ended }
}

function describeSession(session: SessionRow): Pick<SessionView, 'activity' | 'session'> {
  const { id, title, startsAt, endsAt, place, cancelledAt, closedAt } = session
  const { activityId, activityKind: kind, description, bring, riskNote, insurance, contact } = session
  const cover = coverOf({ kind, cover: session.cover })
  const checkInOpensAt = startsAt - CHECK_IN_OPENS_BEFORE
  return {
    activity: { id: activityId, kind, cover, title, description, bring, riskNote, insurance, contact },
    session: { id, title, startsAt, endsAt, place, cancelledAt, closedAt, checkInOpensAt },
  }
}

/** Whom the booker may book for: themselves and the children of the household. */
function bookable({ people }: HouseholdReading, booker: PersonRow): PersonRow[] {
  return [booker, ...people.filter((it) => it.kind === 'child')]
}

function slotView(slot: SlotRow, reading: Reading, earning: EarningPost[]): SlotView {
  const { facts, householdId, held, waiting, session, now } = reading
  const here = held.filter((place) => place.slotId === slot.id)
  const own = waiting.find((entry) => entry.slotId === slot.id)
  const reminder = reading.reminders.find((it) => it.slotId === slot.id)
  const inLine = reading.inLine.get(slot.id) ?? []
  const givable = givablePlaces(slot.terms, slot, now) > 0
  return {
    id: slot.id,
    title: slot.title,
    points: slot.points,
    terms: slot.terms,
    places: {
      held: slot.held,
      heldByWindow: slot.heldByWindow,
      waiting: givable
        ? inLine
            .filter((party) => deservedBy({ now, session, slot, waiting: inLine, facts }, party))
            .map((party) => party.attendees.length)
        : [],
      waitlist: inLine.length,
    },
    household: householdFacts(readingOf(reading, householdId), slot.id, now),
    booked: here.map((place) => place.attendeeId),
    bookings: bookingViews(here, new Map([[session.id, session]])),
    waitingToPay: inLine.filter((party) => party.usePoints).length,
    waitlist: own ? waitlistView(own, session, slot.terms) : null,
    earning,
    reminder: reminder ? { at: reminder.at } : null,
    draw: drawView(slot.id, reading.drawn, readingOf(reading, householdId).people),
  }
}

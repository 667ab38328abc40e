import type { SessionView, SlotView, WaitlistView } from '@/contract/session-view'
import { checkBooking, checkParty, type AttendeeFacts, type BookingFacts } from '@/domain/booking'
import { hasWindow } from '@/domain/priority'
import type { Refusal } from '@/domain/refusal'
import { nextOpening, remindsInTime } from '@/domain/reminder'
import type { PartyMember, Standing } from '@/domain/standing'
import type { Instant } from '@/domain/time'
import { applicationStanding, beforeDraw } from './draw-standing'
import { dayStanding, mayCheckIn } from './day-standing'
import { substituteStanding } from './substitute-standing'

type Person = SessionView['people'][number]

/** The facts the server would decide on, as far as this phone knows them. */
export function bookingFacts(
  view: SessionView,
  slot: SlotView,
  people: Person[],
  now: Instant,
): BookingFacts {
  const { id, title, startsAt, endsAt, cancelledAt } = view.session
  return {
    now,
    session: { id, title, startsAt, endsAt, cancelledAt },
    terms: slot.terms,
    places: slot.places,
    booker: view.booker,
    household: slot.household,
    attendees: people.map((person) => attendeeFacts(view, slot, person)),
  }
}

function attendeeFacts(view: SessionView, slot: SlotView, person: Person): AttendeeFacts {
  const { id, title, startsAt, endsAt } = view.session
  const inOtherSlot = view.slots.some((it) => it.id !== slot.id && it.booked.includes(person.id))
  return {
    ...person,
    name: nameOf(person),
    bookedHere: slot.booked.includes(person.id),
    elsewhere: inOtherSlot ? [...person.elsewhere, { id, title, startsAt, endsAt }] : person.elsewhere,
  }
}

// Nobody is told about themselves by name.
function nameOf({ kind, name }: { kind: Person['kind']; name: string }): string {
  return kind === 'resident' ? '' : name
}

/** Those who could be named for this slot at all: oneself for a post, children for a children's place. */
export function candidates(view: SessionView, slot: SlotView): Person[] {
  const { kind, ageBand } = slot.terms
  if (kind === 'post') return view.people.filter((it) => it.kind === 'resident')
  return ageBand === null ? view.people : view.people.filter((it) => it.kind === 'child')
}

/** What keeps this one person from a place, whatever the rest of the party; null when nothing does. */
export function personObstacle(
  view: SessionView,
  slot: SlotView,
  person: Person,
  now: Instant,
): Refusal | null {
  const refusal = checkParty(bookingFacts(view, slot, [person], now))
  return refusal && 'attendee' in refusal ? refusal : null
}

/**
 * Who is ticked before anybody chose: all children who fit, within the household's limit; for places
 * open to everybody and for posts, oneself.
 */
export function fittingParty(view: SessionView, slot: SlotView, now: Instant): string[] {
  // Whoever stands at the door checks in; a sibling is booked by a tap of one's own.
  if (mayCheckIn(view, slot, now)) return []
  const fit = candidates(view, slot).filter((person) => personObstacle(view, slot, person, now) === null)
  const wanted = slot.terms.ageBand === null ? fit.filter((it) => it.kind === 'resident').slice(0, 1) : fit
  const limit = slot.terms.householdLimit
  const room = limit === null ? wanted.length : Math.max(1, limit - slot.household.placesInSlot)
  return wanted.slice(0, room).map((it) => it.id)
}

/** How the slot stands for the chosen people: the domain's verdict, and the one next step it leaves. */
export function standingOf(view: SessionView, slot: SlotView, chosen: string[], now: Instant): Standing {
  const { cancelledAt, startsAt, endsAt } = view.session
  if (cancelledAt !== null) return { is: 'refused', refusal: { reason: 'session_cancelled' } }
  const onTheDay = dayStanding(view, slot, now)
  if (onTheDay && now >= startsAt) return onTheDay
  if (now >= endsAt) return { is: 'over', held: false }
  if (now >= startsAt) return { is: 'refused', refusal: { reason: 'session_started', startsAt } }
  const self = view.people.filter((it) => it.kind === 'resident')
  const substitute = substituteStanding(view.substitute, slot.id, bookingFacts(view, slot, self, now))
  if (substitute) return substitute
  const drawing = beforeDraw(slot, now)
  if (drawing) return drawing
  const waiting = slot.waitlist
  if (waiting) {
    const turn = waitingStanding(waiting, now)
    if (turn.is === 'offered') return turn
  }
  const waitingIds = waiting?.attendees.map((it) => it.id) ?? []
  const party = candidates(view, slot).filter((it) => chosen.includes(it.id) && !waitingIds.includes(it.id))
  if (party.length > 0) return judge(view, slot, party, now)
  if (waiting) return waitingStanding(waiting, now)
  if (onTheDay) return onTheDay
  if (slot.booked.length > 0) return { is: 'held', kind: slot.terms.kind }
  return nobody(view, slot, now)
}

function nobody(view: SessionView, slot: SlotView, now: Instant): Standing {
  const possible = candidates(view, slot)
  const fit = possible.filter((person) => personObstacle(view, slot, person, now) === null)
  if (fit.length > 0) return { is: 'nobody_chosen' }
  const [first] = possible
  // A child of that age who lacks something is told so; a child of another age is none for this place.
  const close =
    possible.find((it) => it.ageBand === slot.terms.ageBand) ??
    (slot.terms.ageBand === null ? first : undefined)
  const obstacle = close && personObstacle(view, slot, close, now)
  if (obstacle) return { is: 'refused', refusal: obstacle }
  const { ageBand: band } = slot.terms
  return { is: 'no_child', band, hasOthers: possible.length > 0, then: onceAdded(view, slot, now) }
}

// The rule itself, asked about a child the household would have to add first.
function onceAdded(view: SessionView, slot: SlotView, now: Instant): 'book' | 'wait' | 'nothing' {
  const { confirmed, pointsUsableFrom } = view.booker
  const child: Person = {
    ...{ kind: 'child', id: '', name: '', consented: true, skills: [], elsewhere: [] },
    ...{ confirmed, pointsUsableFrom, ageBand: slot.terms.ageBand },
  }
  const verdict = checkBooking(bookingFacts(view, slot, [child], now))
  if (verdict.ok || verdict.refusal.reason === 'draw_only') return 'book'
  const { reason } = verdict.refusal
  return reason === 'slot_full' || reason === 'priority_places_full' ? 'wait' : 'nothing'
}

function judge(view: SessionView, slot: SlotView, people: Person[], now: Instant): Standing {
  const party = people.map(member)
  const facts = bookingFacts(view, slot, people, now)
  const application = applicationStanding(slot, facts, party)
  if (application) return application
  const verdict = checkBooking(facts)
  if (verdict.ok) {
    return {
      is: 'bookable',
      kind: slot.terms.kind,
      party,
      cost: verdict.cost,
      freeFrom: verdict.window ? slot.terms.opensAt : null,
    }
  }
  const { refusal } = verdict
  return (
    fewer(view, slot, people, now, refusal) ??
    waitable(view, slot, party, now, refusal) ??
    remindable(slot, facts, party, refusal) ?? { is: 'refused', refusal }
  )
}

// A party is all or nothing; but when a part of it fits, that is the better next step.
function fewer(
  view: SessionView,
  slot: SlotView,
  people: Person[],
  now: Instant,
  refusal: Refusal,
): Standing | null {
  for (let size = people.length - 1; size > 0; size -= 1) {
    const first = people.slice(0, size)
    const verdict = checkBooking(bookingFacts(view, slot, first, now))
    if (verdict.ok)
      return { is: 'fewer', party: first.map(member), of: people.length, cost: verdict.cost, refusal }
  }
  return null
}

function waitable(
  view: SessionView,
  slot: SlotView,
  party: PartyMember[],
  now: Instant,
  refusal: Refusal,
): Standing | null {
  if (refusal.reason !== 'slot_full' && refusal.reason !== 'priority_places_full') return null
  if (slot.waitlist) return waitingStanding(slot.waitlist, now)
  return {
    is: 'waitable',
    kind: slot.terms.kind,
    ahead: refusal.waitlist,
    payingAhead: slot.waitingToPay,
    party,
    usePoints: hasWindow(slot.terms) && view.booker.confirmed,
    price: slot.terms.price ?? 0,
    refusal,
  }
}

function remindable(
  { reminder }: SlotView,
  facts: BookingFacts,
  party: PartyMember[],
  refusal: Refusal,
): Standing | null {
  const next = nextOpening(facts)
  if (!next) return null
  if (reminder?.at === next.at) return { is: 'reminded', at: next.at, refusal }
  return remindsInTime(next.at, facts.now) ? { is: 'remindable', party, at: next.at, refusal } : null
}

function member(person: Person): PartyMember {
  return { kind: person.kind, id: person.id, name: nameOf(person) }
}

/** A place in line: this household's turn while an offer stands, else its position. */
export function waitingStanding(waiting: WaitlistView, now: Instant): Standing {
  const { offer, kind, attendees, position, withPoints, usePoints } = waiting
  if (!offer || offer.until <= now) return { is: 'waiting', position, withPoints, usePoints }
  const party = attendees.map((it): PartyMember =>
    kind === 'post' ? { kind: 'resident', id: it.id, name: '' } : { kind: 'child', ...it },
  )
  return { is: 'offered', until: offer.until, party, cost: (offer.price ?? 0) * party.length }
}

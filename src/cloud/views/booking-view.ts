import type { ApplicationView, BookingView, WaitlistView } from '@/contract/session-view'
import { freeCancelUntil } from '@/domain/cancellation'
import type { SlotPlaces, SlotTerms } from '@/domain/slot'
import { explainPosition } from '@/domain/waitlist'
import type { PartyRequest, SlotReading } from '../allotment/open-slot'
import type { AwaitedDraw } from '../repositories/draw-application'
import { toldAt, type HeldPlace, type NewBooking } from '../repositories/place'
import type { SessionRow } from '../repositories/slot'
import type { WaitingView } from '../repositories/waitlist'

function sessionOf(session: SessionRow): BookingView['session'] {
  const { id, title, startsAt, endsAt, activityKind, place, cancelledAt } = session
  return { id, title, startsAt, endsAt, activityKind, place, cancelledAt }
}

/** A booking made this moment, and how its slot stands after it. */
export function newBookingView(
  { session, slot, waiting }: SlotReading,
  { attendees }: PartyRequest,
  booking: NewBooking,
): { booking: BookingView; places: SlotPlaces } {
  const { held, heldByWindow, terms, title, points } = slot
  return {
    booking: {
      id: booking.id,
      slotId: slot.id,
      slotTitle: title,
      kind: terms.kind,
      session: sessionOf(session),
      attendees: attendees.map(({ id, name }) => ({
        id,
        name: name ?? '',
        checkedInAt: null,
        checkedOutAt: null,
        outcome: null,
      })),
      paid: booking.places.reduce((sum, place) => sum + place.paid, 0),
      freeCancelUntil: freeCancelUntil(session, null),
      moved: false,
      points,
      substitute: null,
    },
    // Whoever waits and may have a place has just been given it.
    places: { held, heldByWindow, waiting: [], waitlist: waiting.length },
  }
}

/** Places grouped into bookings, in the order of the places. */
export function bookingViews(places: HeldPlace[], sessions: Map<string, SessionRow>): BookingView[] {
  const views = new Map<string, BookingView>()
  for (const place of places) {
    const session = sessions.get(place.sessionId)
    if (!session) continue
    let view = views.get(place.bookingId)
    if (!view) {
      view = {
        id: place.bookingId,
        slotId: place.slotId,
        slotTitle: place.slotTitle,
        kind: place.slotKind,
        session: sessionOf(session),
        attendees: [],
        paid: 0,
        freeCancelUntil: freeCancelUntil(session, toldAt(place.source, place.bookedAt), place.bookedAt),
        moved: session.movedAt !== null && place.bookedAt <= session.movedAt,
        points: place.points,
        substitute: place.substitute,
      }
      views.set(place.bookingId, view)
    }
    const { attendeeId, name, checkedInAt, checkedOutAt, outcome } = place
    view.attendees.push({ id: attendeeId, name: name ?? '', checkedInAt, checkedOutAt, outcome })
    view.paid += place.paid
  }
  return [...views.values()]
}

export function waitlistView(waiting: WaitingView, session: SessionRow, terms: SlotTerms): WaitlistView {
  const { id, slotId, slotTitle, slotKind, attendees, usePoints, offer } = waiting
  return {
    id,
    slotId,
    slotTitle,
    kind: slotKind,
    session: sessionOf(session),
    attendees,
    usePoints,
    ...explainPosition(waiting, terms),
    offer,
  }
}

export function applicationView(
  { sessionId: _, ...awaited }: AwaitedDraw,
  session: SessionRow,
): ApplicationView {
  return { ...awaited, session: sessionOf(session) }
}

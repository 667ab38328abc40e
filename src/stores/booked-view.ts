import type { Answer } from '@/contract/actions'
import type { SessionView, SlotView } from '@/contract/session-view'

/** The session as it stands once a booking is made, before it has been read again. */
export function bookedView(view: SessionView, { booking, places }: Answer<'bookSlot'>): SessionView {
  const asMember = view.member ? view : joinedView(view, booking.attendees[0]?.id ?? '')
  const slots = asMember.slots.map((slot) =>
    slot.id === booking.slotId ? bookedSlot(slot, booking, places) : slot,
  )
  return { ...asMember, slots, going: view.going + booking.attendees.length }
}

/** A visitor is a resident from the first booking on, with an id of their own. */
function joinedView(view: SessionView, residentId: string): SessionView {
  return {
    ...view,
    member: { residentId, role: 'resident', confirmed: false },
    people: view.people.map((person) => (person.id === 'self' ? { ...person, id: residentId } : person)),
  }
}

function bookedSlot(
  slot: SlotView,
  booking: Answer<'bookSlot'>['booking'],
  places: SlotView['places'],
): SlotView {
  const ids = booking.attendees.map((attendee) => attendee.id)
  const still = slot.waitlist?.attendees.filter((attendee) => !ids.includes(attendee.id)) ?? []
  const { household } = slot
  return {
    ...slot,
    places,
    booked: [...slot.booked, ...ids],
    bookings: [...slot.bookings, booking],
    waitlist: slot.waitlist && still.length > 0 ? { ...slot.waitlist, attendees: still, offer: null } : null,
    household: {
      ...household,
      canPay: household.canPay - booking.paid,
      placesInSlot: household.placesInSlot + ids.length,
      openBookings: household.openBookings + 1,
    },
  }
}

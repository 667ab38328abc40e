import type { MemberHandler } from '../handler'
import { FIRST, LAST, PAGE, paged, positionOf } from '../page'
import { listAwaitedDraws } from '../repositories/draw-application'
import { listBookingIds, listHeldInBookings } from '../repositories/place'
import { findSessions, findSlots } from '../repositories/slot'
import { listOwnWaiting } from '../repositories/waitlist'
import { applicationView, bookingViews, waitlistView } from '../views/booking-view'

export const listMyBookings: MemberHandler<'listMyBookings'> = async (
  { tx, resident, now },
  { which, cursor },
) => {
  const { communityId, householdId } = resident
  const from = positionOf(cursor, which === 'upcoming' ? FIRST : LAST)
  const rows = await listBookingIds(tx, communityId, householdId, { which, now, from, limit: PAGE + 1 })
  const { page, nextCursor } = paged(rows, (row) => ({ at: row.startsAt, id: row.bookingId }))
  const places = await listHeldInBookings(
    tx,
    communityId,
    page.map((row) => row.bookingId),
  )
  const withWaiting = which === 'upcoming' && cursor === undefined
  const waiting = withWaiting ? await listOwnWaiting(tx, communityId, householdId, null, now) : []
  const awaited = withWaiting ? await listAwaitedDraws(tx, communityId, householdId, now) : []
  const sessions = await findSessions(
    tx,
    communityId,
    [...places, ...waiting, ...awaited].map((row) => row.sessionId),
  )
  const views = bookingViews(places, sessions)
  const slots = await findSlots(
    tx,
    communityId,
    waiting.map((entry) => entry.slotId),
  )
  return {
    bookings: page.flatMap((row) => views.find((view) => view.id === row.bookingId) ?? []),
    waitlists: waiting.flatMap((entry) => {
      const session = sessions.get(entry.sessionId)
      const slot = slots.get(entry.slotId)
      return session && slot ? [waitlistView(entry, session, slot.terms)] : []
    }),
    applications: awaited.flatMap((draw) => {
      const session = sessions.get(draw.sessionId)
      return session ? [applicationView(draw, session)] : []
    }),
    nextCursor,
  }
}

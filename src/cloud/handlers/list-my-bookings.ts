import type { BookingView } from '@/contract/session-view'
import { mayThank } from '@/domain/thanks'
import type { MemberContext, MemberHandler } from '../handler'
import { FIRST, LAST, PAGE, paged, positionOf } from '../page'
import { listAwaitedDraws } from '../repositories/draw-application'
import { listBookingIds, listHeldInBookings } from '../repositories/place'
import { listEarned } from '../repositories/service-record'
import { findSessions, findSlots, type SessionRow } from '../repositories/slot'
import { listToThank } from '../repositories/thanks'
import { listOwnWaiting } from '../repositories/waitlist'
import { applicationView, bookingViews, waitlistView } from '../views/booking-view'

export const listMyBookings: MemberHandler<'listMyBookings'> = async (context, { which, cursor }) => {
  const { tx, resident, now } = context
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
  const bookings = page.flatMap((row) => views.find((view) => view.id === row.bookingId) ?? [])
  const toThank = await bookingsToThank(context, bookings, sessions)
  const earned = which === 'past' ? await earnedBy(context, bookings) : () => 0
  return {
    bookings: bookings.map((it) => ({ ...it, toThank: toThank.has(it.id), earned: earned(it) })),
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

/** @returns what the presences of a booking have brought */
async function earnedBy(
  { tx, resident }: MemberContext,
  bookings: BookingView[],
): Promise<(booking: BookingView) => number> {
  const people = bookings
    .filter(({ kind }) => kind === 'post')
    .flatMap(({ session, attendees }) =>
      attendees.map(({ id }) => ({ sessionId: session.id, attendeeId: id })),
    )
  const rows = await listEarned(tx, resident.communityId, people)
  return ({ session, attendees }) =>
    rows
      .filter((row) => row.sessionId === session.id && attendees.some(({ id }) => id === row.attendeeId))
      .reduce((sum, { points }) => sum + points, 0)
}

/** @returns ids of bookings, one for each class whose helpers may be thanked */
async function bookingsToThank(
  { tx, resident, now }: MemberContext,
  bookings: BookingView[],
  sessions: Map<string, SessionRow>,
): Promise<Set<string>> {
  const over = bookings.filter(({ kind, session }) => {
    const row = sessions.get(session.id)
    return kind === 'seat' && row !== undefined && mayThank(row, now)
  })
  const ids = [...new Set(over.map((it) => it.session.id))]
  const open = await listToThank(tx, resident.communityId, resident.householdId, ids)
  const first = [...open].flatMap((id) => over.find((it) => it.session.id === id) ?? [])
  return new Set(first.map((it) => it.id))
}

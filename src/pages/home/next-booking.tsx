import { BookingCard } from '@/components/booking-card/booking-card'
import { Button } from '@/components/button/button'
import type { BookingView } from '@/contract/session-view'
import { booking as words, bookingLine } from '@/copy/booking'
import { moment, type Telling } from '@/copy/date'
import { home } from '@/copy/home'
import { CHECK_IN_OPENS_BEFORE, mayCheckOut } from '@/domain/attendance'
import { openPage } from '@/platform/navigation'
import { CalendarButton } from '../keep-in-calendar'

interface NextBookingProps {
  booking: BookingView
  communityId: string
  /** who looks at it */
  residentId: string | null
  telling: Telling
}

/** The next place to go to; on the spot it leads to the check-in. */
export function NextBooking({ booking, communityId, residentId, telling }: NextBookingProps) {
  const { session, kind, attendees } = booking
  const query = { c: communityId, s: session.id }
  const mayCheckIn =
    kind === 'post' &&
    telling.now >= session.startsAt - CHECK_IN_OPENS_BEFORE &&
    attendees.some((it) => it.checkedInAt === null)
  const own = kind === 'post' ? attendees.find((it) => it.id === residentId) : undefined
  const leaves = own && mayCheckOut(session, own, telling.now)
  return (
    <BookingCard
      id={booking.id}
      when={moment(session.startsAt, telling)}
      {...(booking.moved && telling.now < session.startsAt ? { news: words.moved } : {})}
      title={session.title}
      lines={[`${bookingLine(booking)} · ${session.place}`]}
      edge="go"
      mark={{ words: home.next, tone: 'go' }}
      onOpen={() => openPage('session', query)}
    >
      {mayCheckIn ? (
        <Button id="check-in" tone="go" fit="wide" onPress={() => openPage('checkIn', query)}>
          {words.checkIn}
        </Button>
      ) : leaves ? (
        <Button id="to-check-out" tone="quiet" fit="wide" onPress={() => openPage('checkIn', query)}>
          {words.checkOut}
        </Button>
      ) : telling.now < session.startsAt ? (
        <CalendarButton booking={booking} now={telling.now} />
      ) : null}
    </BookingCard>
  )
}

import { BookingCard } from '@/components/booking-card/booking-card'
import { Button } from '@/components/button/button'
import type { BookingView } from '@/contract/session-view'
import { booking as words, bookingLine, bookingMark } from '@/copy/booking'
import { moment, type Telling } from '@/copy/date'
import { CHECK_IN_OPENS_BEFORE } from '@/domain/attendance'
import { openPage } from '@/platform/navigation'
import { useMembership } from '@/stores/membership'
import { useSchedule } from '@/stores/schedule'

interface BookedProps {
  booking: BookingView
  telling: Telling
  onCancel(): void
}

export function Booked({ booking, telling, onCancel }: BookedProps) {
  const communityId = useMembership((store) => store.communityId) ?? ''
  const pending = useSchedule((store) => store.pending)
  const { session, kind, attendees } = booking
  const query = { c: communityId, s: session.id }
  const ahead = telling.now < session.startsAt && session.cancelledAt === null
  const mayCheckIn =
    kind === 'post' &&
    session.cancelledAt === null &&
    telling.now >= session.startsAt - CHECK_IN_OPENS_BEFORE &&
    telling.now < session.endsAt &&
    attendees.some((it) => it.checkedInAt === null)
  return (
    <BookingCard
      id={booking.id}
      when={moment(session.startsAt, telling)}
      {...(booking.moved && ahead ? { news: words.moved } : {})}
      title={session.title}
      lines={[bookingLine(booking), session.place]}
      edge="go"
      mark={bookingMark(booking, session.cancelledAt !== null)}
      onOpen={() => openPage('session', query)}
    >
      {mayCheckIn || ahead ? (
        <>
          {mayCheckIn ? (
            <Button tone="go" fit="slim" onPress={() => openPage('checkIn', query)}>
              {words.checkIn}
            </Button>
          ) : null}
          {ahead ? (
            <Button tone="quiet" fit="slim" busy={pending === booking.id} onPress={onCancel}>
              {kind === 'post' ? words.cancelPost : words.cancelSeat}
            </Button>
          ) : null}
        </>
      ) : null}
    </BookingCard>
  )
}

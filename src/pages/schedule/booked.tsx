import { BookingCard } from '@/components/booking-card/booking-card'
import { Button } from '@/components/button/button'
import { SubstituteButtons } from '@/components/substitute-buttons/substitute-buttons'
import { booking as words, bookingLine, bookingMark } from '@/copy/booking'
import { moment, type Telling } from '@/copy/date'
import { familyPostLine, seekingWords } from '@/copy/substitute'
import { thanks } from '@/copy/thanks'
import { CHECK_IN_OPENS_BEFORE, mayCheckOut } from '@/domain/attendance'
import { openPage } from '@/platform/navigation'
import { useMember, useMembership } from '@/stores/membership'
import { useSchedule, type Bookings } from '@/stores/schedule'

interface BookedProps {
  booking: Bookings['bookings'][number]
  telling: Telling
  onCancel(): void
}

export function Booked({ booking, telling, onCancel }: BookedProps) {
  const communityId = useMembership((store) => store.communityId) ?? ''
  const member = useMember()
  const pending = useSchedule((store) => store.pending)
  const withdraw = useSchedule((store) => store.withdrawSubstitute)
  const takeOver = useSchedule((store) => store.takeOver)
  const thank = useSchedule((store) => store.thank)
  const { session, kind, attendees, substitute, toThank } = booking
  const holder = kind === 'post' ? attendees[0] : undefined
  const ofFamily = holder !== undefined && member !== null && holder.id !== member.residentId
  const query = { c: communityId, s: session.id }
  const ahead = telling.now < session.startsAt && session.cancelledAt === null
  const mayCheckIn =
    kind === 'post' &&
    session.cancelledAt === null &&
    telling.now >= session.startsAt - CHECK_IN_OPENS_BEFORE &&
    telling.now < session.endsAt &&
    attendees.some((it) => it.checkedInAt === null)
  const leaves = holder && !ofFamily && mayCheckOut(session, holder, telling.now)
  return (
    <BookingCard
      id={booking.id}
      when={moment(session.startsAt, telling)}
      {...(booking.moved && ahead ? { news: words.moved } : {})}
      title={session.title}
      lines={[
        ofFamily ? familyPostLine(booking.slotTitle, holder.name) : bookingLine(booking),
        session.place,
        ...(booking.paid > 0 ? [words.paid(booking.paid)] : []),
        ...(substitute ? [seekingWords(substitute.waitlistUntil, ofFamily, telling)] : []),
      ]}
      edge="go"
      mark={bookingMark(booking, session.cancelledAt !== null, booking.earned)}
      onOpen={() => openPage('session', query)}
    >
      {mayCheckIn || leaves || ahead || toThank ? (
        <>
          {mayCheckIn ? (
            <Button tone="go" fit="slim" onPress={() => openPage('checkIn', query)}>
              {words.checkIn}
            </Button>
          ) : null}
          {leaves ? (
            <Button tone="quiet" fit="slim" onPress={() => openPage('checkIn', query)}>
              {words.checkOut}
            </Button>
          ) : null}
          {/* The card in a chat shows what stands on the screen: of this page it would be nobody else's to see. */}
          {ahead && holder?.checkedInAt === null ? (
            <SubstituteButtons
              post={booking}
              ofFamily={ofFamily}
              pending={pending === booking.id || pending === substitute?.id}
              onFind={() => openPage('session', { ...query, pass: booking.id })}
              onWithdraw={(id) => void withdraw(id)}
              onTakeOver={() => void takeOver(booking.id)}
            />
          ) : null}
          {ahead ? (
            <Button tone="quiet" fit="slim" busy={pending === booking.id} onPress={onCancel}>
              {kind === 'post' ? words.cancelPost : words.cancelSeat}
            </Button>
          ) : null}
          {toThank ? (
            <Button
              tone="done"
              fit="slim"
              busy={pending === booking.id}
              onPress={() => void thank(booking.id, session.id)}
            >
              {thanks.give}
            </Button>
          ) : null}
        </>
      ) : null}
    </BookingCard>
  )
}

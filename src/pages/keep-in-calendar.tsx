import { Button } from '@/components/button/button'
import type { BookingView } from '@/contract/session-view'
import { bookingLine, calendarWords } from '@/copy/booking'
import type { Instant } from '@/domain/time'
import { keepInCalendar } from '@/platform/calendar'
import { toast } from '@/platform/toast'

/** In minutes: time to get ready and go there. */
const ALARM = 60

/** Puts what is held into the phone's calendar, and says what came of it. */
async function keepInPhone(booking: BookingView, now: Instant): Promise<void> {
  const { session } = booking
  const { title, place, startsAt, endsAt } = session
  const kept = await keepInCalendar(
    {
      uid: `${booking.id}@linli`,
      ...{ title, place, startsAt, endsAt, notes: bookingLine(booking) },
      alarm: ALARM,
    },
    now,
  )
  if (kept.ok) toast(calendarWords.kept[kept.how])
  else if (kept.reason !== 'cancelled') toast(calendarWords.failed[kept.reason])
}

export function CalendarButton({ booking, now }: { booking: BookingView; now: Instant }) {
  return (
    <Button id="to-calendar" tone="quiet" fit="slim" onPress={() => void keepInPhone(booking, now)}>
      {calendarWords.keep}
    </Button>
  )
}

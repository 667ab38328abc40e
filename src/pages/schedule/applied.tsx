import { BookingCard } from '@/components/booking-card/booking-card'
import type { ApplicationView } from '@/contract/session-view'
import { bookingLine } from '@/copy/booking'
import { moment, type Telling } from '@/copy/date'
import { applicationWords, schedule as words } from '@/copy/schedule'
import { openPage } from '@/platform/navigation'
import { useMembership } from '@/stores/membership'

/** An application for a draw that is still to come. */
export function Applied({ application, telling }: { application: ApplicationView; telling: Telling }) {
  const communityId = useMembership((store) => store.communityId) ?? ''
  const { id, session } = application
  const cancelled = session.cancelledAt !== null
  return (
    <BookingCard
      id={id}
      when={moment(session.startsAt, telling)}
      title={session.title}
      lines={[bookingLine(application), ...(cancelled ? [] : [applicationWords(application, telling)])]}
      mark={cancelled ? { words: words.cancelled, tone: 'stop' } : { words: words.toBeDrawn, tone: 'wait' }}
      onOpen={() => openPage('session', { c: communityId, s: session.id })}
    />
  )
}

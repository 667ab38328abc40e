import { BookingCard } from '@/components/booking-card/booking-card'
import { Button } from '@/components/button/button'
import type { WaitlistView } from '@/contract/session-view'
import { booking as words, bookingLine } from '@/copy/booking'
import { moment, type Telling } from '@/copy/date'
import { schedule } from '@/copy/schedule'
import { verdictSentence } from '@/copy/verdict'
import { openPage } from '@/platform/navigation'
import { useMembership } from '@/stores/membership'
import { useSchedule } from '@/stores/schedule'
import { waitingStanding } from '@/stores/verdict'

/** A place in line, or the household's turn. */
export function Waiting({ entry, telling }: { entry: WaitlistView; telling: Telling }) {
  const communityId = useMembership((store) => store.communityId) ?? ''
  const pending = useSchedule((store) => store.pending)
  const accept = useSchedule((store) => store.accept)
  const leave = useSchedule((store) => store.leave)
  const pay = useSchedule((store) => store.pay)
  const { session, offer, position } = entry
  const standing = waitingStanding(entry, telling.now)
  const sentence = verdictSentence(standing, telling)
  return (
    <BookingCard
      id={entry.id}
      when={moment(session.startsAt, telling)}
      title={session.title}
      lines={[bookingLine(entry), ...(sentence ? [sentence] : [])]}
      {...(standing.is === 'offered'
        ? { edge: 'hands' as const }
        : { mark: { words: schedule.position(position), tone: 'wait' as const } })}
      onOpen={() => openPage('session', { c: communityId, s: session.id })}
    >
      {standing.is === 'offered' && offer ? (
        <Button
          id="accept-offer"
          tone="go"
          fit="slim"
          busy={pending === offer.id}
          onPress={() => void accept(offer.id, standing)}
        >
          {words.accept(standing.cost, entry.kind)}
        </Button>
      ) : null}
      {standing.is === 'waiting' && entry.withPoints !== null ? (
        <Button
          id={`pay-${entry.id}`}
          tone="quiet"
          fit="slim"
          busy={pending === entry.id}
          onPress={() => void pay(entry.id, !entry.usePoints)}
        >
          {schedule.usePoints(entry.usePoints)}
        </Button>
      ) : null}
      <Button tone="quiet" fit="slim" busy={pending === entry.id} onPress={() => void leave(entry.id)}>
        {words.leave}
      </Button>
    </BookingCard>
  )
}

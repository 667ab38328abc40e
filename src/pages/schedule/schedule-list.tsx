import { View } from '@tarojs/components'
import { useState } from 'react'
import { CancelSheet } from '@/components/cancel-sheet/cancel-sheet'
import { LongList } from '@/components/long-list/long-list'
import { Section } from '@/components/section/section'
import { Empty } from '@/components/state/empty'
import type { BookingView } from '@/contract/session-view'
import type { Telling } from '@/copy/date'
import { schedule as words } from '@/copy/schedule'
import { watchNearness } from '@/platform/nearness'
import { openTab } from '@/platform/navigation'
import { useSchedule, type Bookings } from '@/stores/schedule'
import { Applied } from './applied'
import { Booked } from './booked'
import { Waiting } from './waiting'

interface ScheduleListProps {
  shown: Bookings
  telling: Telling
}

/** What needs an answer first, then what is held, then where one waits or will be drawn. */
export function ScheduleList({ shown, telling }: ScheduleListProps) {
  const { bookings, waitlists, applications } = shown
  const which = useSchedule((store) => store.which)
  const cancel = useSchedule((store) => store.cancel)
  const [cancelling, setCancelling] = useState<BookingView | null>(null)
  const offers = waitlists.filter((it) => it.offer && it.offer.until > telling.now)
  const waiting = waitlists.filter((it) => !offers.includes(it))
  const others = waitlists.length + applications.length
  if (bookings.length + others === 0) {
    const action = { label: words.toHome, onPress: () => openTab('home') }
    return <Empty sentence={which === 'past' ? words.emptyPast : words.emptyUpcoming} action={action} />
  }
  return (
    <>
      {offers.length > 0 ? (
        <View className="stack">
          <Section title={words.offers} />
          {offers.map((it) => (
            <Waiting key={it.id} entry={it} telling={telling} />
          ))}
        </View>
      ) : null}
      {bookings.length > 0 ? (
        <View className="stack">
          {others > 0 ? <Section title={words.booked} /> : null}
          <LongList
            rows={bookings}
            row={(it) => (
              <Booked key={it.id} booking={it} telling={telling} onCancel={() => setCancelling(it)} />
            )}
            watch={watchNearness}
            spaced
          />
        </View>
      ) : null}
      {waiting.length > 0 ? (
        <View className="stack">
          <Section title={words.waiting} />
          {waiting.map((it) => (
            <Waiting key={it.id} entry={it} telling={telling} />
          ))}
        </View>
      ) : null}
      {applications.length > 0 ? (
        <View className="stack">
          <Section title={words.drawing} />
          {applications.map((it) => (
            <Applied key={it.id} application={it} telling={telling} />
          ))}
        </View>
      ) : null}
      <CancelSheet
        booking={cancelling}
        telling={telling}
        onClose={() => setCancelling(null)}
        onConfirm={(attendeeIds) => {
          if (cancelling) void cancel(cancelling.id, attendeeIds)
          setCancelling(null)
        }}
      />
    </>
  )
}

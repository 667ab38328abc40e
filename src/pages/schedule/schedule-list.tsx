import { View } from '@tarojs/components'
import { useState } from 'react'
import { CancelSheet } from '@/components/cancel-sheet/cancel-sheet'
import { Section } from '@/components/section/section'
import { Empty } from '@/components/state/empty'
import type { BookingView, WaitlistView } from '@/contract/session-view'
import type { Telling } from '@/copy/date'
import { schedule as words } from '@/copy/schedule'
import { openTab } from '@/platform/navigation'
import { useSchedule } from '@/stores/schedule'
import { Booked } from './booked'
import { Waiting } from './waiting'

interface ScheduleListProps {
  bookings: BookingView[]
  waitlists: WaitlistView[]
  telling: Telling
}

/** What needs an answer first, then what is held, then where one waits. */
export function ScheduleList({ bookings, waitlists, telling }: ScheduleListProps) {
  const which = useSchedule((store) => store.which)
  const cancel = useSchedule((store) => store.cancel)
  const [cancelling, setCancelling] = useState<BookingView | null>(null)
  const offers = waitlists.filter((it) => it.offer && it.offer.until > telling.now)
  const waiting = waitlists.filter((it) => !offers.includes(it))
  if (bookings.length + waitlists.length === 0) {
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
          {waitlists.length > 0 ? <Section title={words.booked} /> : null}
          {bookings.map((it) => (
            <Booked key={it.id} booking={it} telling={telling} onCancel={() => setCancelling(it)} />
          ))}
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

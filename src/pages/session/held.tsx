import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import type { BookingView, SessionView } from '@/contract/session-view'
import { booking as words, bookingLine, bookingMark } from '@/copy/booking'
import type { Telling } from '@/copy/date'
import { openPage } from '@/platform/navigation'
import { useSession } from '@/stores/session'

interface HeldProps {
  view: SessionView
  telling: Telling
  onCancel(booking: BookingView): void
}

/** What this household holds here, and how to give it back; the same for its places in line. */
export function Held({ view, telling, onCancel }: HeldProps) {
  const pending = useSession((store) => store.pending)
  const leave = useSession((store) => store.leaveWaitlist)
  const { startsAt, checkInOpensAt, cancelledAt, closedAt } = view.session
  const begun = telling.now >= startsAt
  const checksIn = telling.now >= checkInOpensAt && closedAt === null && cancelledAt === null
  return (
    <>
      {view.slots.flatMap((slot) =>
        slot.bookings.map((it) => {
          const mark = bookingMark(it, cancelledAt !== null)
          const mayCheckIn =
            checksIn && it.kind === 'post' && it.attendees.some((who) => who.checkedInAt === null)
          return (
            <View key={it.id} className="card edge go held" data-id={it.id}>
              <View className="row between">
                <Text className="strong grow">{bookingLine(it)}</Text>
                <View className={`chip ${mark.tone}`}>{mark.words}</View>
              </View>
              <View className="row tight wrap held-buttons">
                {mayCheckIn ? (
                  <Button
                    id="check-in"
                    tone="go"
                    fit="slim"
                    onPress={() => openPage('checkIn', { c: view.community.id, s: view.session.id })}
                  >
                    {words.checkIn}
                  </Button>
                ) : null}
                {!begun && cancelledAt === null ? (
                  <Button
                    id="cancel-booking"
                    tone="quiet"
                    fit="slim"
                    off={pending}
                    onPress={() => onCancel(it)}
                  >
                    {it.kind === 'post' ? words.cancelPost : words.cancelSeat}
                  </Button>
                ) : null}
              </View>
            </View>
          )
        }),
      )}
      {view.slots.map((slot) =>
        slot.waitlist && !begun ? (
          <View key={slot.id} className="row between waiting-line">
            <Text className="small soft grow">{bookingLine(slot.waitlist)}</Text>
            <Button
              id="leave-waitlist"
              tone="quiet"
              fit="slim"
              off={pending}
              onPress={() => void leave(slot.waitlist?.id ?? '')}
            >
              {words.leave}
            </Button>
          </View>
        ) : null,
      )}
    </>
  )
}

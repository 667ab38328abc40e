import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { SubstituteButtons } from '@/components/substitute-buttons/substitute-buttons'
import type { BookingView, SessionView } from '@/contract/session-view'
import { booking as words, bookingLine, bookingMark, freeCancelWords } from '@/copy/booking'
import type { Telling } from '@/copy/date'
import { familyPostLine, seekingWords } from '@/copy/substitute'
import { mayCheckOut } from '@/domain/attendance'
import type { Standing } from '@/domain/standing'
import { openPage } from '@/platform/navigation'
import { CalendarButton } from '../keep-in-calendar'
import { mayCheckIn } from '@/stores/day-standing'
import { useSession } from '@/stores/session'

interface HeldProps {
  view: SessionView
  standing: Standing
  telling: Telling
  onCancel(booking: BookingView): void
  onPassOn(booking: BookingView): void
}

/** What this household holds here, and how to give it back; the same for its places in line and a reminder. */
export function Held({ view, standing, telling, onCancel, onPassOn }: HeldProps) {
  const pending = useSession((store) => store.pending)
  const cancelReminder = useSession((store) => store.cancelReminder)
  const leave = useSession((store) => store.leaveWaitlist)
  const withdraw = useSession((store) => store.withdrawSubstitute)
  const takeOver = useSession((store) => store.takeOver)
  const { startsAt, cancelledAt } = view.session
  const begun = telling.now >= startsAt
  return (
    <>
      {view.slots.flatMap((slot) =>
        slot.bookings.map((it) => {
          const mark = bookingMark(it, cancelledAt !== null)
          // The main button says it, unless it speaks of something else just now.
          const checksIn = standing.is !== 'check_in' && mayCheckIn(view, slot, telling.now)
          const mayCancel =
            !begun && cancelledAt === null && it.attendees.every((who) => who.checkedInAt === null)
          const own = it.attendees.find((who) => who.id === view.member?.residentId)
          const leaves = it.kind === 'post' && own && mayCheckOut(view.session, own, telling.now)
          const free = mayCancel && telling.now < it.freeCancelUntil
          const holder = it.kind === 'post' ? it.attendees[0] : undefined
          const ofFamily = holder !== undefined && holder.id !== view.member?.residentId
          return (
            <View key={it.id} className="card edge go held" data-id={it.id}>
              <View className="row between">
                <Text className="strong grow">
                  {ofFamily ? familyPostLine(it.slotTitle, holder.name) : bookingLine(it)}
                </Text>
                <View className={`chip ${mark.tone}`}>{mark.words}</View>
              </View>
              {it.substitute ? (
                <View className="small in-hands">
                  {seekingWords(it.substitute.waitlistUntil, ofFamily, telling)}
                </View>
              ) : null}
              {free ? (
                <View className="small soft numbers">{freeCancelWords(it.freeCancelUntil, telling)}</View>
              ) : null}
              <View className="row tight wrap held-buttons">
                {checksIn ? (
                  <Button
                    id="check-in"
                    tone="go"
                    fit="slim"
                    onPress={() => openPage('checkIn', { c: view.community.id, s: view.session.id })}
                  >
                    {words.checkIn}
                  </Button>
                ) : null}
                {leaves ? (
                  <Button
                    id="to-check-out"
                    tone="quiet"
                    fit="slim"
                    onPress={() => openPage('checkIn', { c: view.community.id, s: view.session.id })}
                  >
                    {words.checkOut}
                  </Button>
                ) : null}
                {it.kind === 'post' && own?.outcome === 'present' ? (
                  <Button
                    id="to-keepsake"
                    tone="quiet"
                    fit="slim"
                    onPress={() => openPage('keepsake', { c: view.community.id, s: view.session.id })}
                  >
                    {words.keepsake}
                  </Button>
                ) : null}
                {mayCancel ? <CalendarButton booking={it} now={telling.now} /> : null}
                {mayCancel && holder ? (
                  <SubstituteButtons
                    post={it}
                    ofFamily={ofFamily}
                    pending={pending}
                    onFind={() => onPassOn(it)}
                    onWithdraw={(id) => void withdraw(id)}
                    onTakeOver={() => void takeOver(it.id)}
                  />
                ) : null}
                {mayCancel ? (
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
        slot.reminder && telling.now < slot.reminder.at ? (
          <View key={slot.id} className="row between waiting-line">
            <Text className="small soft grow">
              {slot.title} · {words.reminder}
            </Text>
            <Button
              id="cancel-reminder"
              tone="quiet"
              fit="slim"
              off={pending}
              onPress={() => void cancelReminder(slot.id)}
            >
              {words.noReminder}
            </Button>
          </View>
        ) : null,
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

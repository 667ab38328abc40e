import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../button/button'
import { Tick } from '../choice/tick'
import { Sheet } from '../sheet/sheet'
import { booking as words, cancelLabel, cancelWords, type BookingFigures } from '@/copy/booking'
import type { Telling } from '@/copy/date'
import { who } from '@/copy/who'

interface CancelSheetProps {
  /** null: closed */
  booking: BookingFigures | null
  telling: Telling
  onConfirm(attendeeIds: string[]): void
  onClose(): void
}

/** Says what cancelling does before it is done; one of a party may cancel alone. */
export function CancelSheet({ booking, telling, onConfirm, onClose }: CancelSheetProps) {
  return booking ? (
    <OpenSheet key={booking.id} booking={booking} telling={telling} onConfirm={onConfirm} onClose={onClose} />
  ) : null
}

function OpenSheet({ booking, telling, onConfirm, onClose }: CancelSheetProps & { booking: BookingFigures }) {
  const all = booking.attendees.map((it) => it.id)
  // Of several nobody is ticked at first: one tap too many must not cost the sibling's place.
  const [chosen, setChosen] = useState(all.length === 1 ? all : [])
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((it) => it !== id) : [...chosen, id])
  return (
    <Sheet open id="cancel-sheet" title={words.cancelTitle(booking.kind)} onClose={onClose}>
      <View>{cancelWords(booking, telling)}</View>
      {booking.kind === 'post' ? <View className="small soft">{words.pause}</View> : null}
      {all.length > 1 ? (
        <View className="stack">
          <View className="small soft">{words.whom}</View>
          {booking.attendees.map((it) => (
            <Tick key={it.id} label={who(it)} on={chosen.includes(it.id)} onToggle={() => toggle(it.id)} />
          ))}
        </View>
      ) : null}
      <View className="row">
        <Button fit="grow" onPress={onClose}>
          {words.keep}
        </Button>
        <Button
          id="confirm-cancel"
          fit="grow"
          tone="stop"
          off={chosen.length === 0}
          onPress={() => onConfirm(chosen)}
        >
          {cancelLabel(booking, chosen, telling)}
        </Button>
      </View>
    </Sheet>
  )
}

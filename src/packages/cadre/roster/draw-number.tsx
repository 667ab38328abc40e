import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import type { Roster } from '@/contract/get-roster'
import type { Telling } from '@/copy/date'
import { roster as words } from '@/copy/roster'
import { numberUntil } from '@/domain/draw-number'
import type { Instant } from '@/domain/time'
import { openPage } from '@/platform/navigation'
import { useRoster } from '@/stores/roster'

interface DrawNumberProps {
  slot: Roster['slots'][number]
  communityId: string
  startsAt: Instant
  telling: Telling
}

const DIGITS = 3

/** A slot that is still to be drawn: how many applied, and the number it waits for. */
export function DrawNumber({ slot, communityId, startsAt, telling }: DrawNumberProps) {
  const pending = useRoster((store) => store.pending)
  const enter = useRoster((store) => store.enterNumber)
  const [number, setNumber] = useState('')
  const { draw } = slot
  if (!draw) return null
  const waits = draw.frozenAt !== null && draw.wantsNumber
  return (
    <View className="card stack edge go" data-slot={slot.id}>
      <View className="row between">
        <Text className="strong grow">{slot.title}</Text>
        <Text className="small soft numbers">{words.applied(draw.applications)}</Text>
      </View>
      {waits ? (
        <>
          <Field
            id="draw-number"
            label={words.number}
            hint={words.numberHint(numberUntil({ drawAt: draw.drawAt, startsAt }), telling)}
            type="number"
            large
            maxLength={DIGITS}
            value={number}
            onChange={setNumber}
          />
          <Button
            id="enter-number"
            tone="go"
            fit="wide"
            off={!/^[0-9]{3}$/.test(number)}
            busy={pending !== null}
            onPress={() => void enter(slot.id, number)}
          >
            {words.enterNumber(number)}
          </Button>
        </>
      ) : (
        <View className="small soft">{words.drawnAt(draw.drawAt, draw.wantsNumber, telling)}</View>
      )}
      <Button tone="quiet" fit="slim" onPress={() => openPage('draw', { c: communityId, d: slot.id })}>
        {words.drawRecord}
      </Button>
    </View>
  )
}

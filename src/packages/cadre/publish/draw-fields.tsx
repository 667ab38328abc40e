import { Text, View } from '@tarojs/components'
import { Tick } from '@/components/choice/tick'
import { DayBox, TimeBox } from '@/components/pick-box/pick-box'
import { publish as words } from '@/copy/publish'
import { usePublish } from '@/stores/publish'
import { anchorOf, useFault } from './fault-at'
import type { SlotFieldsProps } from './slot-fields'

/** When a slot is drawn, and whether a public number is mixed in. */
export function DrawFields({ slot, at, telling }: SlotFieldsProps) {
  const changeSlot = usePublish((store) => store.changeSlot)
  const path = `slots.${at}.drawAt`
  const fault = useFault(path)
  const drawAt = slot.drawAt ?? telling.now
  const pick = (picked: number) => changeSlot(at, { drawAt: picked })
  const box = { label: words.drawAt, at: drawAt, wrong: fault !== null, onPick: pick }
  return (
    <>
      <View className="field" id={anchorOf(path)}>
        <Text className="small soft">{words.drawAt}</Text>
        <View className="pair">
          <View className="pair-part">
            <DayBox {...box} now={telling.now} />
          </View>
          <View className="pair-part">
            <TimeBox {...box} />
          </View>
        </View>
        {fault ? <Text className="small in-stop">{fault}</Text> : null}
      </View>
      <Tick
        id={`public-number-${at}`}
        label={words.publicNumber}
        hint={words.publicNumberHint}
        on={slot.publicNumber}
        onToggle={() => changeSlot(at, { publicNumber: !slot.publicNumber })}
      />
    </>
  )
}

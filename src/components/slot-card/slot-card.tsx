import { Text, View } from '@tarojs/components'
import { Dots } from '../dots/dots'
import { roleOf } from '../press/role'
import { slotWords, type SlotFigures } from '@/copy/slot'
import type { Telling } from '@/copy/date'
import './slot-card.scss'

interface SlotCardProps {
  id: string
  slot: SlotFigures
  telling: Telling
  /** the one the main button speaks about; there is a choice only among several */
  chosen: boolean
  choosable: boolean
  onChoose(): void
}

/** One kind of place in a session: how many, how many are open, what it brings or costs. */
export function SlotCard({ id, slot, telling, chosen, choosable, onChoose }: SlotCardProps) {
  const words = slotWords(slot, telling)
  return (
    <View
      {...(choosable ? { ...roleOf('radio'), 'aria-checked': chosen, onClick: onChoose } : {})}
      className={`slot-card card ${choosable ? 'tap choosable' : ''} ${chosen && choosable ? 'on' : ''}`}
      data-id={id}
    >
      <View className="row between">
        <Text className="strong grow">{slot.title}</Text>
        <View className={`chip ${words.mark.tone}`}>{words.mark.words}</View>
      </View>
      <View className="row slot-card-figures">
        {words.fills ? <Dots taken={slot.held} of={slot.capacity} /> : null}
        <Text className="small soft numbers whole slot-card-count">{words.count}</Text>
        {words.reward ? <View className="chip points">{words.reward}</View> : null}
      </View>
      {words.needs ? <View className="small soft">{words.needs}</View> : null}
      {words.window ? <View className="small soft numbers slot-card-window">{words.window}</View> : null}
    </View>
  )
}

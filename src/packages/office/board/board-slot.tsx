import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Dots } from '@/components/dots/dots'
import type { FillSlotView } from '@/contract/get-fill-board'
import type { Telling } from '@/copy/date'
import { fillBoard as words, fillWords } from '@/copy/fill-board'
import { toast } from '@/platform/toast'
import { useFillBoard } from '@/stores/fill-board'

interface BoardSlotProps {
  slot: FillSlotView
  telling: Telling
}

/** One slot on the board: how full it is, whether it is stuck, and who else could be asked. */
export function BoardSlot({ slot, telling }: BoardSlotProps) {
  const { words: standing, tone } = fillWords(slot, telling)
  const { last } = slot.wave
  return (
    <View className="stack board-slot" data-id={slot.id}>
      <View className="row tight">
        <Text className="grow">{slot.title}</Text>
        <Dots taken={slot.held} of={slot.capacity} />
        <Text className="strong numbers board-count">{words.taken(slot.held, slot.capacity)}</Text>
        <View className={`chip ${tone}`}>{standing}</View>
        {slot.waitlist > 0 ? <View className="chip wait">{words.waitlist(slot.waitlist)}</View> : null}
      </View>
      {last ? <Text className="small soft numbers">{words.last(last, telling)}</Text> : null}
      <CallAgain slot={slot} />
    </View>
  )
}

/** The second wave: how many it would tell stands on the button, and it asks once more before it does. */
function CallAgain({ slot }: { slot: FillSlotView }) {
  const pending = useFillBoard((store) => store.pending)
  const callAgain = useFillBoard((store) => store.callAgain)
  const [sure, setSure] = useState(false)
  const { reach } = slot.wave
  if (reach === null) return null
  if (reach === 0) return <Text className="small soft">{words.nobodyLeft}</Text>
  const press = async () => {
    if (!sure) return setSure(true)
    const told = await callAgain(slot.id)
    setSure(false)
    if (told !== null) toast(words.againDone(told))
  }
  return (
    <View className="row">
      <Text className="small soft grow">{sure ? words.againHint : ''}</Text>
      <Button
        tone={sure ? 'hands' : 'quiet'}
        fit="slim"
        busy={pending === slot.id}
        onPress={() => void press()}
      >
        {sure ? words.againSure(reach) : words.again(reach)}
      </Button>
    </View>
  )
}

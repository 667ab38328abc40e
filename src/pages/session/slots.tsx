import { View } from '@tarojs/components'
import { SlotCard } from '@/components/slot-card/slot-card'
import type { SessionView } from '@/contract/session-view'
import type { Telling } from '@/copy/date'
import { useSession } from '@/stores/session'

interface SlotsProps {
  view: SessionView
  chosenId: string
  telling: Telling
}

export function Slots({ view, chosenId, telling }: SlotsProps) {
  const choose = useSession((store) => store.chooseSlot)
  return (
    <View className="stack">
      {view.slots.map(({ id, title, points, terms, places, draw }) => (
        <SlotCard
          key={id}
          id={id}
          slot={{
            ...terms,
            ...{ title, points, held: places.held, waitlist: places.waitlist },
            applications: draw?.applications,
          }}
          telling={telling}
          chosen={id === chosenId}
          choosable={view.slots.length > 1}
          onChoose={() => choose(id)}
        />
      ))}
    </View>
  )
}

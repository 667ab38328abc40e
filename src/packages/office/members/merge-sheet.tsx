import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/choice/chips'
import { Sheet } from '@/components/sheet/sheet'
import { Note } from '@/components/state/note'
import { members as words } from '@/copy/members'
import { trouble } from '@/copy/trouble'
import { useMembers, type DoorHousehold } from '@/stores/members'
import { useTelling } from '@/stores/telling'

interface MergeSheetProps {
  /** two or more of one door */
  households: DoorHousehold[]
  onClose(): void
}

/** Households that are one family. Which one goes is chosen: it has to be without anything open. */
export function MergeSheet({ households, onClose }: MergeSheetProps) {
  const telling = useTelling()
  const pending = useMembers((store) => store.pending)
  const error = useMembers((store) => store.error)
  const merge = useMembers((store) => store.merge)
  const [drop, setDrop] = useState(households.at(-1)?.id ?? '')
  const nameOf = ({ residents }: DoorHousehold) => residents[0]?.name || words.nameless
  const into = async (keep: string) => {
    await merge(keep, drop)
    if (useMembers.getState().error === null) onClose()
  }
  return (
    <Sheet open title={words.mergeTitle} onClose={onClose}>
      <Text className="soft">{words.mergeHint}</Text>
      {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
      <Text className="strong">{words.mergeWhich}</Text>
      <Chips
        label={words.mergeWhich}
        options={households.map((it) => ({ value: it.id, label: words.homeOf(nameOf(it)) }))}
        chosen={drop}
        onChoose={setDrop}
      />
      <View className="stack">
        {households
          .filter(({ id }) => id !== drop)
          .map((keep) => (
            <Button
              key={keep.id}
              tone="go"
              fit="wide"
              busy={pending !== null}
              onPress={() => void into(keep.id)}
            >
              {words.mergeInto(nameOf(keep))}
            </Button>
          ))}
      </View>
    </Sheet>
  )
}

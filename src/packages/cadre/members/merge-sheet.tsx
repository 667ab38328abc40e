import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/sheet/sheet'
import { Note } from '@/components/state/note'
import { members as words } from '@/copy/members'
import { trouble } from '@/copy/trouble'
import { useMembers, type DoorHousehold } from '@/stores/members'
import { useTelling } from '@/stores/telling'

interface MergeSheetProps {
  households: DoorHousehold[]
  onClose(): void
}

/** Two households that are one family. Which one stays is chosen: the other has to be without open bookings. */
export function MergeSheet({ households, onClose }: MergeSheetProps) {
  const telling = useTelling()
  const pending = useMembers((store) => store.pending)
  const error = useMembers((store) => store.error)
  const merge = useMembers((store) => store.merge)
  const [first, second] = households
  if (!first || !second) return null
  const nameOf = ({ residents }: DoorHousehold) => residents[0]?.name || words.nameless
  const into = async (keep: DoorHousehold, drop: DoorHousehold) => {
    await merge(keep.id, drop.id)
    if (useMembers.getState().error === null) onClose()
  }
  return (
    <Sheet open title={words.mergeTitle} onClose={onClose}>
      <Text className="soft">{words.mergeHint}</Text>
      {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
      <View className="stack">
        {[
          [first, second],
          [second, first],
        ].map(([keep, drop]) =>
          keep && drop ? (
            <Button
              key={keep.id}
              tone="go"
              fit="wide"
              busy={pending !== null}
              onPress={() => void into(keep, drop)}
            >
              {words.mergeInto(nameOf(keep))}
            </Button>
          ) : null,
        )}
      </View>
    </Sheet>
  )
}

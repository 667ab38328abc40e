import { Text, View } from '@tarojs/components'
import type { WaitingRow } from '@/contract/get-roster'
import type { Telling } from '@/copy/date'
import { nameWords, roster as words } from '@/copy/roster'

interface WaitingListProps {
  /** the next ones, in their turns */
  waiting: WaitingRow[]
  /** how many wait in all */
  count: number
  telling: Telling
}

/** Who waits for a slot, beneath those who have its places. */
export function WaitingList({ waiting, count, telling }: WaitingListProps) {
  if (waiting.length === 0) return null
  return (
    <View className="roster-waiting">
      {waiting.map(({ entryId, people, offeredUntil }, index) => (
        <View key={entryId} className="item" data-waits={index + 1}>
          <Text className="soft numbers">{words.waitlist(index + 1)}</Text>
          <View className="grow">
            {people.map((it) => nameWords(it.name, it.attendeeId)).join('、')}
            {offeredUntil === null ? null : (
              <View className="small soft numbers">{words.offered(offeredUntil, telling)}</View>
            )}
          </View>
        </View>
      ))}
      {count > waiting.length ? (
        <View className="item small soft">{words.waitMore(count - waiting.length)}</View>
      ) : null}
    </View>
  )
}

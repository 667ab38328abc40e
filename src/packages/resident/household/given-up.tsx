import { Text, View } from '@tarojs/components'
import type { GivenUp } from '@/contract/given-up'
import type { Telling } from '@/copy/date'
import { givenUpWords } from '@/copy/family'

/** What will be cancelled, one line each. */
export function GivenUpList({ list, telling }: { list: GivenUp[]; telling: Telling }) {
  return (
    <View className="consent">
      {list.map((it) => (
        <View key={`${it.kind}${it.sessionId}`} className="small given-up-row">
          <Text>{givenUpWords(it, telling)}</Text>
        </View>
      ))}
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import type { Door } from '@/contract/list-unconfirmed'
import type { Telling } from '@/copy/date'
import { members as words } from '@/copy/members'
import { useMember } from '@/stores/membership'
import { DoorPerson } from './door-person'
import { MergeSheet } from './merge-sheet'

/** One address, and who gave it: two households side by side show a double or a shared flat at once. */
export function DoorCard({ door, telling }: { door: Door; telling: Telling }) {
  const admin = useMember()?.role === 'admin'
  const [merging, setMerging] = useState(false)
  const { building, households } = door
  const several = households.length > 1
  return (
    <View className="card stack door-card" data-id={households[0]?.id}>
      <View className="row between">
        <Text className="strong grow one-line">{building ?? words.noAddress}</Text>
        {several ? <View className="chip hands">{words.sameDoor(households.length)}</View> : null}
      </View>
      {several ? <View className="small soft">{words.sameDoorHint}</View> : null}
      <View className="door-households">
        {households.map(({ id, residents, children }, index) => (
          <View key={id} className={several ? 'door-household apart' : 'door-household'} data-household={id}>
            {several ? (
              <View className="small soft">{words.household(index, children)}</View>
            ) : children > 0 ? (
              <View className="small soft">{words.children(children)}</View>
            ) : null}
            {residents.map((it) => (
              <DoorPerson key={it.id} resident={it} telling={telling} />
            ))}
          </View>
        ))}
      </View>
      {several && admin ? (
        <View className="row">
          <Button tone="quiet" fit="slim" onPress={() => setMerging(true)}>
            {words.merge}
          </Button>
        </View>
      ) : null}
      {merging ? <MergeSheet households={households} onClose={() => setMerging(false)} /> : null}
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/sheet/sheet'
import { Note } from '@/components/state/note'
import { members as words } from '@/copy/members'
import { trouble } from '@/copy/trouble'
import { useMember } from '@/stores/membership'
import { useMembers, type DoorResident } from '@/stores/members'
import { useTelling } from '@/stores/telling'

/** Somebody of this name was entered without a phone before: the same person, an admin may say. */
export function Double({ resident, double }: { resident: DoorResident; double: string }) {
  const telling = useTelling()
  const pending = useMembers((store) => store.pending)
  const error = useMembers((store) => store.error)
  const join = useMembers((store) => store.join)
  const admin = useMember()?.role === 'admin'
  const [asking, setAsking] = useState(false)
  const sure = async () => {
    await join(resident, double)
    if (useMembers.getState().error === null) setAsking(false)
  }
  return (
    <View className="row tight door-skill">
      <Text className="small door-said">{words.double}</Text>
      {admin ? (
        <Button fit="slim" onPress={() => setAsking(true)}>
          {words.isDouble}
        </Button>
      ) : null}
      {asking ? (
        <Sheet
          open
          title={words.doubleTitle(resident.name || words.nameless)}
          onClose={() => setAsking(false)}
        >
          <Text className="soft">{words.doubleHint}</Text>
          {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
          <Button id="double-sure" tone="go" fit="wide" busy={pending !== null} onPress={() => void sure()}>
            {words.doubleSure}
          </Button>
        </Sheet>
      ) : null}
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { Note } from '@/components/state/note'
import type { Roster } from '@/contract/get-roster'
import type { Telling } from '@/copy/date'
import { leading as words } from '@/copy/leading'
import { nameWords } from '@/copy/roster'
import { trouble } from '@/copy/trouble'
import { checkRollCall, namesOpenUntil } from '@/domain/leading'
import { useLeading } from '@/stores/leading'
import { LeaderSheet } from './leader-sheet'

/** Who leads the session, and the roll call that opens its names. */
export function Leading({ roster, telling }: { roster: Roster; telling: Telling }) {
  const pending = useLeading((store) => store.pending)
  const error = useLeading((store) => store.error)
  const dismiss = useLeading((store) => store.dismiss)
  const beginRollCall = useLeading((store) => store.beginRollCall)
  const [choosing, setChoosing] = useState(false)
  const { session, leader, leads, namesUntil } = roster
  const until = namesOpenUntil(session)
  const appoints = !leads && session.cancelledAt === null && telling.now < until
  const begins = namesUntil === null && checkRollCall(session, telling.now) === null
  return (
    <>
      {leader || appoints ? (
        <View className="row tight">
          <Text className="grow">{leader ? words.named(nameWords(leader.name, leader.id)) : words.none}</Text>
          {appoints && leader ? (
            <Button fit="slim" busy={pending} onPress={() => void dismiss()}>
              {words.dismiss}
            </Button>
          ) : null}
          {appoints ? (
            <Button id="appoint" tone="quiet" fit="slim" onPress={() => setChoosing(true)}>
              {leader ? words.change : words.appoint}
            </Button>
          ) : null}
        </View>
      ) : null}
      {begins ? (
        <View className="row between">
          <Text className="small soft grow">{words.beginHint(until, telling)}</Text>
          <Button
            id="begin-roll-call"
            tone="go"
            fit="slim"
            busy={pending}
            onPress={() => void beginRollCall()}
          >
            <Icon name="reveal" size="small" />
            {words.begin}
          </Button>
        </View>
      ) : null}
      {namesUntil !== null ? <Note tone="go" icon="reveal" words={words.open(namesUntil, telling)} /> : null}
      {error && !choosing ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
      {choosing ? <LeaderSheet telling={telling} onClose={() => setChoosing(false)} /> : null}
    </>
  )
}

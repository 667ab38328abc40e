import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import type { Telling } from '@/copy/date'
import { roster as words } from '@/copy/roster'
import { trouble } from '@/copy/trouble'
import { useRoster } from '@/stores/roster'
import { WhySheet } from './why-sheet'

/** Closed books can be opened again, for a reason. */
export function Reopen({ telling }: { telling: Telling }) {
  const pending = useRoster((store) => store.pending)
  const error = useRoster((store) => store.error)
  const reopen = useRoster((store) => store.reopen)
  const [asking, setAsking] = useState(false)
  return (
    <View className="row">
      <Button id="reopen" tone="quiet" fit="slim" onPress={() => setAsking(true)}>
        <Icon name="edit" size="small" />
        {words.reopen}
      </Button>
      {asking ? (
        <WhySheet
          title={words.reopenWhy}
          hint={words.reopenHint}
          confirm={words.reopenConfirm}
          reasons={words.reopenReasons}
          pending={pending !== null}
          trouble={error ? trouble(error, telling) : null}
          onConfirm={(why) => void reopen(why)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </View>
  )
}

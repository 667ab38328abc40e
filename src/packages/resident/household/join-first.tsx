import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Note } from '@/components/state/note'
import type { Telling } from '@/copy/date'
import { household as words } from '@/copy/household'
import { trouble } from '@/copy/trouble'
import { isNickname, MOST_NAME, normaliseNickname } from '@/domain/nickname'
import { useHousehold } from '@/stores/household'

/** A visitor becomes a resident with a name of their own choosing; then the household can be filled in. */
export function JoinFirst({ telling }: { telling: Telling }) {
  const [name, setName] = useState('')
  const pending = useHousehold((store) => store.pending)
  const error = useHousehold((store) => store.error)
  const join = useHousehold((store) => store.join)
  return (
    <View className="card stack">
      <View className="title">{words.join}</View>
      <Field
        id="join-name"
        label={words.name}
        value={name}
        maxLength={MOST_NAME}
        placeholder={words.namePlaceholder}
        onChange={setName}
      />
      {error ? <Note tone="stop" words={trouble(error, telling)} /> : null}
      <Button
        id="join-save"
        tone="go"
        off={!isNickname(normaliseNickname(name), MOST_NAME)}
        busy={pending !== null}
        onPress={() => void join(name)}
      >
        {words.joinSave}
      </Button>
    </View>
  )
}

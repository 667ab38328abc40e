import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Press } from '@/components/press/press'
import { Sheet } from '@/components/sheet/sheet'
import { Note } from '@/components/state/note'
import type { Telling } from '@/copy/date'
import { leading as words } from '@/copy/leading'
import { members } from '@/copy/members'
import { trouble } from '@/copy/trouble'
import { useLeading } from '@/stores/leading'

/** A confirmed resident is found by name, and asked to lead with one tap. */
export function LeaderSheet({ telling, onClose }: { telling: Telling; onClose(): void }) {
  const found = useLeading((store) => store.found)
  const pending = useLeading((store) => store.pending)
  const error = useLeading((store) => store.error)
  const search = useLeading((store) => store.search)
  const appoint = useLeading((store) => store.appoint)
  const [name, setName] = useState('')
  const choose = async (residentId: string) => {
    if (await appoint(residentId)) onClose()
  }
  return (
    <Sheet open title={words.title} onClose={onClose}>
      <View className="small soft">{words.hint}</View>
      <Field
        id="leader-name"
        label={words.search}
        value={name}
        maxLength={20}
        placeholder={words.searchPlaceholder}
        onChange={setName}
      />
      <Button id="leader-find" fit="wide" off={name.trim() === ''} onPress={() => void search(name)}>
        {words.find}
      </Button>
      {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
      {found?.length === 0 ? <Text className="soft">{words.nobody}</Text> : null}
      {(found ?? []).map(({ id, name, gridName, building }) => (
        <Press key={id} className="option" dataId={id} onPress={() => void choose(id)}>
          <View className={pending ? 'grow soft' : 'grow'}>
            <View>{name || members.nameless}</View>
            <View className="small soft">
              {[gridName, building].filter(Boolean).join(' · ') || members.noAddress}
            </View>
          </View>
          <Text className="in-go">{words.appoint}</Text>
        </Press>
      ))}
    </Sheet>
  )
}

import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { Section } from '@/components/section/section'
import { MOST_SLOTS } from '@/contract/publish-call'
import { newSlot } from '@/copy/call-template'
import type { Telling } from '@/copy/date'
import { publish as words } from '@/copy/publish'
import { trouble } from '@/copy/trouble'
import { scrollTo } from '@/platform/scroll'
import type { SlotKind } from '@/domain/slot'
import type { CallForm as Form } from '@/stores/call-form'
import { usePublish } from '@/stores/publish'
import { anchorOf } from './fault-at'
import { NoteFields } from './note-fields'
import { Preview } from './preview'
import { SlotFields } from './slot-fields'
import { TeamFields } from './team-fields'
import { WhatFields } from './what-fields'
import { WhenFields } from './when-fields'

interface CallFormProps {
  form: Form
  telling: Telling
}

export function CallForm({ form, telling }: CallFormProps) {
  const faults = usePublish((store) => store.faults)
  const pending = usePublish((store) => store.pending)
  const error = usePublish((store) => store.error)
  const addSlot = usePublish((store) => store.addSlot)
  const leave = usePublish((store) => store.leave)
  const check = usePublish((store) => store.check)
  const publish = usePublish((store) => store.publish)
  const [previewing, setPreviewing] = useState(false)

  const add = (kind: SlotKind) => addSlot(newSlot(kind, form.first))
  const submit = () => {
    if (check()) return void publish()
    const [first] = usePublish.getState().faults
    if (first) scrollTo(anchorOf(first.path))
  }
  const room = form.slots.length < MOST_SLOTS
  return (
    <>
      <WhatFields form={form} onOther={leave} />
      <WhenFields form={form} telling={telling} />
      <Section title={words.places} />
      {form.slots.map((slot, at) => (
        <SlotFields key={at} slot={slot} at={at} form={form} telling={telling} />
      ))}
      {room ? (
        <View className="row">
          <Button id="add-post" tone="quiet" fit="grow" onPress={() => add('post')}>
            <Icon name="add" size="small" />
            {words.addPost}
          </Button>
          <Button id="add-seat" tone="quiet" fit="grow" onPress={() => add('seat')}>
            <Icon name="add" size="small" />
            {words.addSeat}
          </Button>
        </View>
      ) : null}
      <NoteFields form={form} />
      <TeamFields form={form} />
      <View className="action-bar">
        {faults.length > 0 || error ? (
          <View className="small in-stop publish-bar-words" aria-live="polite">
            <Text>{faults.length > 0 || !error ? words.faults(faults.length) : trouble(error, telling)}</Text>
          </View>
        ) : null}
        <Button id="publish-preview" tone="quiet" onPress={() => setPreviewing(true)}>
          {words.preview}
        </Button>
        <Button id="publish-submit" tone="go" fit="grow" busy={pending} onPress={submit}>
          {words.submit}
        </Button>
      </View>
      <Preview open={previewing} form={form} telling={telling} onClose={() => setPreviewing(false)} />
    </>
  )
}

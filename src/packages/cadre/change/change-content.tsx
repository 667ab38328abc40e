import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { MenuRow } from '@/components/menu-row/menu-row'
import { Section } from '@/components/section/section'
import { Empty } from '@/components/state/empty'
import { Note } from '@/components/state/note'
import type { Roster } from '@/contract/get-roster'
import { change as words, changeOutcome, meanwhileWords } from '@/copy/change'
import { period, type Telling } from '@/copy/date'
import { trouble } from '@/copy/trouble'
import { openPage } from '@/platform/navigation'
import { useChange } from '@/stores/change'
import type { ChangeForm, SeenSession } from '@/stores/change-form'
import { CallOff } from './call-off'
import { SlotNumber } from './slot-number'
import { WhenWhere } from './when-where'

interface ChangeContentProps {
  communityId: string
  roster: Roster
  seen: SeenSession
  form: ChangeForm
  telling: Telling
}

export function ChangeContent({ communityId, roster, seen, form, telling }: ChangeContentProps) {
  const before = useChange((store) => store.before)
  const outcome = useChange((store) => store.outcome)
  const [callingOff, setCallingOff] = useState(false)
  const { session, slots } = roster
  const over = session.cancelledAt !== null || telling.now >= session.startsAt
  const failure = outcome?.is === 'failed' && !callingOff ? outcome.error : null
  // Where a field is wrong, the field says so.
  const atField = failure && 'faults' in failure && failure.faults !== undefined
  return (
    <>
      <View className="stack change-head">
        <View className="title">{session.title}</View>
        <View className="strong numbers">{period(session.startsAt, session.endsAt, telling)}</View>
        <View className="soft">{session.place}</View>
      </View>
      {outcome && outcome.is !== 'failed' ? (
        <View id="change-outcome">
          <Note tone="go" icon="check" words={changeOutcome(outcome)} />
        </View>
      ) : null}
      {over ? (
        <Empty
          sentence={session.cancelledAt === null ? words.begun : words.cancelled}
          action={{ label: words.toDesk, onPress: () => openPage('desk') }}
        />
      ) : (
        <>
          {before ? (
            <View id="change-meanwhile">
              <Note tone="hands" icon="warning" words={meanwhileWords(before, seen, slots, telling)} />
            </View>
          ) : failure && !atField ? (
            <Note tone="stop" icon="warning" words={trouble(failure, telling)} />
          ) : null}
          <View className="card change-texts">
            <MenuRow
              id="change-texts"
              icon="edit"
              title={words.texts}
              onPress={() => openPage('call', { c: communityId, call: session.callId })}
            />
          </View>
          <WhenWhere seen={seen} form={form} telling={telling} />
          <Section title={words.places} />
          {slots.map((slot) => (
            <SlotNumber key={slot.id} slot={slot} seen={seen} form={form} />
          ))}
          <View className="change-call-off">
            <Button id="call-off" tone="stop" fit="wide" onPress={() => setCallingOff(true)}>
              {words.callOff}
            </Button>
          </View>
          {callingOff ? <CallOff telling={telling} onClose={() => setCallingOff(false)} /> : null}
        </>
      )}
    </>
  )
}

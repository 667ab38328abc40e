import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/choice/chips'
import { Field } from '@/components/field/field'
import { Section } from '@/components/section/section'
import { Sheet } from '@/components/sheet/sheet'
import type { Member } from '@/contract/get-member'
import type { Telling } from '@/copy/date'
import { memberCard as words } from '@/copy/members'
import { trouble } from '@/copy/trouble'
import { DAY, dayStart } from '@/domain/time'
import { toast } from '@/platform/toast'
import { useMemberCard } from '@/stores/member-card'

const MOST = 100

/** No new bookings for a while, for a reason the member reads. */
export function Suspension({ member, telling }: { member: Member; telling: Telling }) {
  const pending = useMemberCard((store) => store.pending)
  const lift = useMemberCard((store) => store.lift)
  const [asking, setAsking] = useState(false)
  const { suspension, suspendable } = member
  if (!suspension && !suspendable) return null
  const end = async () => {
    if (await lift()) toast(words.done)
  }
  return (
    <View className="stack">
      <Section title={words.suspension} />
      {suspension ? (
        <View className="card stack">
          <Text>{words.suspended(suspension.until, suspension.cause, telling)}</Text>
          {suspendable ? (
            <View className="row">
              <Button id="lift" tone="go" fit="slim" busy={pending} onPress={() => void end()}>
                {words.lift}
              </Button>
            </View>
          ) : null}
        </View>
      ) : (
        <View className="row">
          <Button id="suspend" tone="quiet" fit="slim" onPress={() => setAsking(true)}>
            {words.suspend}
          </Button>
        </View>
      )}
      {asking ? <SuspendSheet telling={telling} onClose={() => setAsking(false)} /> : null}
    </View>
  )
}

function SuspendSheet({ telling, onClose }: { telling: Telling; onClose(): void }) {
  const pending = useMemberCard((store) => store.pending)
  const error = useMemberCard((store) => store.error)
  const suspend = useMemberCard((store) => store.suspend)
  const [days, setDays] = useState('30')
  const [why, setWhy] = useState('')
  const save = async () => {
    // To the end of a day: who was suspended reads a date, not a minute.
    if (!(await suspend(dayStart(telling.now) + (Number(days) + 1) * DAY, why.trim()))) return
    onClose()
    toast(words.done)
  }
  return (
    <Sheet open title={words.suspendTitle} onClose={onClose}>
      <View className="small soft">{words.suspendHint}</View>
      <Chips
        label={words.suspendFor}
        options={words.days.map((it) => ({ value: String(it.days), label: it.words }))}
        chosen={days}
        onChoose={setDays}
      />
      <Chips
        label={words.suspendWhy}
        options={words.suspendReasons.map((value) => ({ value, label: value }))}
        chosen={why}
        onChoose={setWhy}
      />
      <Field
        id="suspend-why"
        label={words.suspendWhy}
        value={why}
        placeholder={words.suspendPlaceholder}
        maxLength={MOST}
        fault={error ? trouble(error, telling) : null}
        onChange={setWhy}
      />
      <Button
        id="suspend-confirm"
        tone="stop"
        fit="wide"
        off={why.trim() === ''}
        busy={pending}
        onPress={() => void save()}
      >
        {words.suspendConfirm}
      </Button>
    </Sheet>
  )
}

import { Text, View } from '@tarojs/components'
import { Chips } from '@/components/choice/chips'
import { DayBox, TimeBox } from '@/components/pick-box/pick-box'
import { Stepper } from '@/components/stepper/stepper'
import { MOST_SESSIONS } from '@/contract/publish-call'
import { daysFrom, onDay, pickerDay, shortDay } from '@/copy/calendar'
import type { Telling } from '@/copy/date'
import { lastOf, publish as words } from '@/copy/publish'
import { movedTo, startingAt, type CallForm } from '@/stores/call-form'
import { usePublish } from '@/stores/publish'
import { useFault } from './fault-at'

const DAYS_IN_VIEW = 14

/** Day, hours and weeks. The hours are Shanghai's, wherever this phone is. */
export function WhenFields({ form, telling }: { form: CallForm; telling: Telling }) {
  const change = usePublish((store) => store.change)
  const startFault = useFault('first.startsAt')
  const endFault = useFault('first.endsAt')
  const weeksFault = useFault('weeks')
  const { first, weeks } = form
  const { now } = telling
  const days = daysFrom(now, first.startsAt, DAYS_IN_VIEW)
  const moveTo = (startsAt: number) => change(startingAt(form, startsAt))
  return (
    <View className="card stack form-card">
      <View className="field" id="at-first-startsAt">
        <Text className="small soft">{words.day}</Text>
        <DayBox
          id="call-day"
          label={words.day}
          at={first.startsAt}
          now={now}
          wrong={startFault !== null}
          onPick={moveTo}
        />
        <Chips
          scroll
          label={words.day}
          options={days.map((at) => ({ value: pickerDay(at), label: shortDay(at, now) }))}
          chosen={pickerDay(first.startsAt)}
          onChoose={(day) => moveTo(onDay(first.startsAt, day))}
        />
        {startFault ? <Text className="small in-stop">{startFault}</Text> : null}
      </View>
      <View className="field" id="at-first-endsAt">
        <View className="pair">
          <View className="pair-part field">
            <Text className="small soft">{words.startsAt}</Text>
            <TimeBox id="call-start" label={words.startsAt} at={first.startsAt} onPick={moveTo} />
          </View>
          <View className="pair-part field">
            <Text className="small soft">{words.endsAt}</Text>
            <TimeBox
              id="call-end"
              label={words.endsAt}
              at={first.endsAt}
              wrong={endFault !== null}
              onPick={(endsAt) => change(movedTo(form, { ...first, endsAt }))}
            />
          </View>
        </View>
        {endFault ? <Text className="small in-stop">{endFault}</Text> : null}
      </View>
      <Stepper
        id="at-weeks"
        label={words.weeks}
        value={weeks}
        min={1}
        max={MOST_SESSIONS}
        hint={weeks === 1 ? words.once : words.weekly(weeks, lastOf(first.startsAt, weeks), now)}
        fault={weeksFault}
        onChange={(count) => change({ ...form, weeks: count })}
      />
    </View>
  )
}

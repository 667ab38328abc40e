import { Text, View } from '@tarojs/components'
import { Chips } from '@/components/choice/chips'
import { TimeBox } from '@/components/pick-box/pick-box'
import { Stepper } from '@/components/stepper/stepper'
import { MOST_SESSIONS } from '@/contract/publish-call'
import type { Telling } from '@/copy/date'
import { publish as words } from '@/copy/publish'
import { movedTo, onDays, startingAt, startsOf, type CallForm } from '@/stores/call-form'
import { usePublish } from '@/stores/publish'
import { useFault } from './fault-at'
import { GivenDays } from './given-days'
import { OneDay } from './one-day'
import { Weeks } from './weeks'

const LEAST_WEEKS = 2

type Times = 'once' | 'weekly' | 'days'

const timesOf = ({ weeks, days }: CallForm): Times => (days ? 'days' : weeks > 1 ? 'weekly' : 'once')

function withTimes(form: CallForm, times: Times): CallForm {
  if (times === timesOf(form)) return form
  if (times === 'days') return onDays(form, startsOf(form))
  return { ...form, days: undefined, skipped: undefined, weeks: times === 'weekly' ? LEAST_WEEKS : 1 }
}

/** Days and hours. The hours are Shanghai's, wherever this phone is. */
export function WhenFields({ form, telling }: { form: CallForm; telling: Telling }) {
  const change = usePublish((store) => store.change)
  const endFault = useFault('first.endsAt')
  const weeksFault = useFault('weeks')
  const daysFault = useFault('days')
  const { first, weeks, days } = form
  const { now } = telling
  const starts = startsOf(form)
  const moveTo = (startsAt: number) => change(startingAt(form, startsAt))
  return (
    <View className="card stack form-card">
      <View className="field" id="call-times">
        <Text className="small soft">{words.times}</Text>
        <Chips
          label={words.times}
          options={[
            { value: 'once', label: words.once },
            { value: 'weekly', label: words.everyWeek },
            { value: 'days', label: words.someDays },
          ]}
          chosen={timesOf(form)}
          onChoose={(times) => change(withTimes(form, times))}
        />
      </View>
      {days ? (
        <GivenDays
          days={days}
          now={now}
          fault={daysFault}
          onChange={(given) => change(onDays(form, given))}
        />
      ) : (
        <OneDay at={first.startsAt} now={now} onPick={moveTo} />
      )}
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
      {timesOf(form) === 'weekly' ? (
        <>
          <Stepper
            id="at-weeks"
            label={words.weeks}
            value={weeks}
            min={LEAST_WEEKS}
            max={MOST_SESSIONS}
            hint={words.weekly(starts, weeks - starts.length, now)}
            fault={weeksFault}
            onChange={(count) => change({ ...form, weeks: count })}
          />
          <Weeks form={form} now={now} />
        </>
      ) : null}
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import { Chips } from '@/components/choice/chips'
import { DayBox } from '@/components/pick-box/pick-box'
import { daysFrom, onDay, pickerDay, shortDay } from '@/copy/calendar'
import { publish as words } from '@/copy/publish'
import type { Instant } from '@/domain/time'
import { useFault } from './fault-at'
import { DayHint } from './weeks'

interface OneDayProps {
  at: Instant
  now: Instant
  onPick(at: Instant): void
}

const DAYS_IN_VIEW = 14

/** The day of the first session: one of the next in a strip, or any by the picker. */
export function OneDay({ at, now, onPick }: OneDayProps) {
  const fault = useFault('first.startsAt')
  const days = daysFrom(now, at, DAYS_IN_VIEW)
  return (
    <View className="field" id="at-first-startsAt">
      <Text className="small soft">{words.day}</Text>
      <DayBox id="call-day" label={words.day} at={at} now={now} wrong={fault !== null} onPick={onPick} />
      <Chips
        scroll
        label={words.day}
        options={days.map((day) => ({ value: pickerDay(day), label: shortDay(day, now) }))}
        chosen={pickerDay(at)}
        onChoose={(day) => onPick(onDay(at, day))}
      />
      {fault ? <Text className="small in-stop">{fault}</Text> : <DayHint at={at} />}
    </View>
  )
}

import { Picker, Text, View } from '@tarojs/components'
import { Icon } from '../icon/icon'
import { pickBox } from '@/copy/pick-box'
import { atTime, onDay, pickerDay, pickerTime } from '@/copy/calendar'
import { date, weekday } from '@/copy/date'
import { DAY, type Instant } from '@/domain/time'
import './pick-box.scss'

interface PickBoxProps {
  label: string
  at: Instant
  now: Instant
  /** days of the past instead of the future, as far back as that */
  back?: number
  onPick(at: Instant): void
  wrong?: boolean
  id?: string
}

const FARTHEST = 366 * DAY

/** A day, by the platform's own picker. The days are Shanghai's, wherever the phone is. */
export function DayBox({ label, at, now, back, onPick, wrong, id }: PickBoxProps) {
  return (
    <Picker
      mode="date"
      value={pickerDay(at)}
      start={pickerDay(now - (back ?? 0))}
      end={pickerDay(back === undefined ? now + FARTHEST : now)}
      textProps={pickBox}
      onChange={(event) => onPick(onDay(at, event.detail.value))}
    >
      <Box id={id} label={label} wrong={wrong} words={`${date(at, now)} ${weekday(at)}`} />
    </Picker>
  )
}

/** A time of day, the same way. */
export function TimeBox({ label, at, onPick, wrong, id }: Omit<PickBoxProps, 'now'>) {
  return (
    <Picker
      mode="time"
      value={pickerTime(at)}
      textProps={pickBox}
      onChange={(event) => onPick(atTime(at, event.detail.value))}
    >
      <Box id={id} label={label} wrong={wrong} words={pickerTime(at)} />
    </Picker>
  )
}

interface BoxProps {
  label: string
  words: string
  id: string | undefined
  wrong: boolean | undefined
}

function Box({ label, words, id, wrong }: BoxProps) {
  return (
    <View
      {...(id ? { id } : {})}
      className={`input pick-box tap ${wrong ? 'wrong' : ''}`}
      aria-label={`${label} ${words}`}
    >
      <Text className="numbers strong">{words}</Text>
      <Icon name="down" size="small" />
    </View>
  )
}

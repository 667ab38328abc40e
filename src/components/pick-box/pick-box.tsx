import { Picker, Text, View } from '@tarojs/components'
import { Icon } from '../icon/icon'
import { roleOf } from '../press/role'
import { pickBox } from '@/copy/pick-box'
import { atTime, onDay, pickerDay, pickerTime } from '@/copy/calendar'
import { clock, date, weekday } from '@/copy/date'
import { DAY, type Instant } from '@/domain/time'
import './pick-box.scss'

interface PickBoxProps {
  label: string
  at: Instant
  now: Instant
  onPick(at: Instant): void
  wrong?: boolean
  id?: string
  /** the first and the last day to choose from; a year from today, unless told otherwise */
  range?: [first: Instant, last: Instant]
}

const FARTHEST = 366 * DAY

/** A day, by the platform's own picker. The days are Shanghai's, wherever the phone is. */
export function DayBox({ label, at, now, onPick, wrong, id, range = [now, now + FARTHEST] }: PickBoxProps) {
  return (
    <Picker
      mode="date"
      value={pickerDay(at)}
      start={pickerDay(range[0])}
      end={pickerDay(range[1])}
      textProps={pickBox}
      onChange={(event) => onPick(onDay(at, event.detail.value))}
    >
      <Box id={id} label={label} wrong={wrong} words={`${date(at, now)} ${weekday(at)}`} />
    </Picker>
  )
}

/** A time of day, the same way. */
export function TimeBox({ label, at, onPick, wrong, id }: Omit<PickBoxProps, 'now' | 'range'>) {
  return (
    <Picker
      mode="time"
      value={pickerTime(at)}
      textProps={pickBox}
      onChange={(event) => onPick(atTime(at, event.detail.value))}
    >
      <Box id={id} label={label} wrong={wrong} words={pickerTime(at)} spoken={clock(at, true)} />
    </Picker>
  )
}

interface OneOfBoxProps {
  label: string
  names: string[]
  /** its place among the names */
  chosen: number
  onPick(at: number): void
  id?: string
}

/** One of a list that is too long to stand open. */
export function OneOfBox({ label, names, chosen, onPick, id }: OneOfBoxProps) {
  return (
    <Picker
      mode="selector"
      range={names}
      value={chosen}
      textProps={pickBox}
      onChange={(event) => onPick(Number(event.detail.value))}
    >
      <Box id={id} label={label} wrong={false} words={names[chosen] ?? ''} />
    </Picker>
  )
}

interface BoxProps {
  label: string
  words: string
  /** the same in elder mode, and for a screen reader */
  spoken?: string
  id: string | undefined
  wrong: boolean | undefined
}

function Box({ label, words, spoken, id, wrong }: BoxProps) {
  return (
    <View
      {...(id ? { id } : {})}
      {...roleOf('button')}
      className={`input pick-box tap ${wrong ? 'wrong' : ''}`}
      aria-label={`${label} ${words}${spoken ? ` ${spoken}` : ''}`}
    >
      <Text className={spoken ? 'numbers strong not-spoken' : 'numbers strong'}>{words}</Text>
      {spoken ? <Text className="numbers strong spoken">{spoken}</Text> : null}
      <Icon name="down" size="small" />
    </View>
  )
}

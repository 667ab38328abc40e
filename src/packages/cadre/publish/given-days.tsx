import { Text, View } from '@tarojs/components'
import { CalendarCard, type CalendarCardRef } from '@nutui/nutui-react-taro'
import { useRef, useState } from 'react'
import { Icon } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import { MOST_SESSIONS } from '@/contract/publish-call'
import { calendarDate, dayOfCalendar, pickerDay } from '@/copy/calendar'
import { date, weekday } from '@/copy/date'
import { holidayMark } from '@/copy/holiday'
import { publish as words } from '@/copy/publish'
import { dayMark } from '@/domain/holiday'
import { DAY, type Instant } from '@/domain/time'
import { useHolidays } from '@/stores/holidays'
import './given-days.scss'

interface GivenDaysProps {
  days: Instant[]
  now: Instant
  fault: string | null
  onChange(days: Instant[]): void
}

const FARTHEST = 365 * DAY

/** Days tapped in a month calendar, each a session. They are Shanghai's, wherever this phone is. */
export function GivenDays({ days, now, fault, onChange }: GivenDaysProps) {
  const years = useHolidays((store) => store.years)
  const full = days.length >= MOST_SESSIONS
  const chosen = new Set(days.map(pickerDay))
  const pick = (picked: Date[]) => onChange(picked.map(dayOfCalendar).slice(0, MOST_SESSIONS))
  return (
    <View className="field given-days" id="at-days">
      <MonthCalendar
        days={days}
        now={now}
        // A chosen day can still be taken back.
        disabled={(day) => full && !chosen.has(pickerDay(day))}
        onPick={pick}
      />
      <Text className={fault ? 'small in-stop' : 'small soft'}>
        {fault ?? (full ? words.fullOfDays(MOST_SESSIONS) : words.pickDays)}
      </Text>
      <View className="row wrap given-days-chosen">
        {days.map((at) => {
          const name = `${date(at, now)} ${weekday(at)}`
          const mark = dayMark(years.phase === 'ready' ? years.value : [], at)
          return (
            <Press
              key={at}
              className={typeof mark === 'string' ? 'chip go' : 'chip hands'}
              label={words.dropDay(name)}
              dataId={pickerDay(at)}
              onPress={() => onChange(days.filter((other) => other !== at))}
            >
              <Text className="numbers">{name}</Text>
              {typeof mark === 'string' ? null : <Text>{holidayMark(mark)}</Text>}
              <Icon name="close" size="small" />
            </Press>
          )
        })}
      </View>
    </View>
  )
}

interface MonthCalendarProps {
  days: Instant[]
  now: Instant
  disabled(day: Instant): boolean
  onPick(picked: Date[]): void
}

function MonthCalendar({ days, now, disabled, onPick }: MonthCalendarProps) {
  const calendar = useRef<CalendarCardRef>(null)
  const shown = calendarDate(days[0] ?? now)
  const [month, setMonth] = useState({ year: shown.getFullYear(), month: shown.getMonth() + 1 })
  const today = pickerDay(now)
  // Its own heading is black in the dark and says nothing to a screen reader.
  const heading = (
    <View className="row between">
      <Press
        id="given-days-earlier"
        className="given-days-turn"
        label={words.earlierMonth}
        onPress={() => calendar.current?.jump(-1)}
      >
        <Icon name="back" />
      </Press>
      <Text className="strong numbers">{words.month(month.year, month.month)}</Text>
      <Press
        id="given-days-later"
        className="given-days-turn"
        label={words.laterMonth}
        onPress={() => calendar.current?.jump(1)}
      >
        <Icon name="next" />
      </Press>
    </View>
  )
  return (
    <CalendarCard
      ref={calendar}
      type="multiple"
      firstDayOfWeek={1}
      title={heading}
      value={days.map(calendarDate)}
      startDate={calendarDate(now)}
      endDate={calendarDate(now + FARTHEST)}
      disableDay={(day) => disabled(dayOfCalendar(new Date(day.year, day.month - 1, day.date)))}
      renderDay={(day) => {
        const at = dayOfCalendar(new Date(day.year, day.month - 1, day.date))
        const key = pickerDay(at)
        if (day.type !== 'current') return ''
        return (
          <Text
            id={`day-${key}`}
            className={key === today && !days.includes(at) ? 'strong in-go' : 'numbers'}
          >
            {day.date}
          </Text>
        )
      }}
      onPageChange={setMonth}
      onChange={(picked) => onPick(picked as Date[])}
    />
  )
}

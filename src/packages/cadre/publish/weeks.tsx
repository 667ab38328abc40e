import { Text, View } from '@tarojs/components'
import { Note } from '@/components/state/note'
import { Press } from '@/components/press/press'
import { roleOf } from '@/components/press/role'
import { pickerDay } from '@/copy/calendar'
import { date } from '@/copy/date'
import { holiday, holidayMark } from '@/copy/holiday'
import { publish as words } from '@/copy/publish'
import { dayMark, unknownYears, type HolidayYear } from '@/domain/holiday'
import { yearOf, type Instant } from '@/domain/time'
import { openPage } from '@/platform/navigation'
import { skippingWeek, weeksOf, type CallForm } from '@/stores/call-form'
import { useHolidays } from '@/stores/holidays'
import { useMember } from '@/stores/membership'
import { usePublish } from '@/stores/publish'
import './weeks.scss'

/** Each week of a weekly call by its date; holidays by their names. A tap leaves a week out. */
export function Weeks({ form, now }: { form: CallForm; now: Instant }) {
  const change = usePublish((store) => store.change)
  const years = useHolidays((store) => store.years)
  const known: HolidayYear[] = years.phase === 'ready' ? years.value : []
  const weeks = weeksOf(form)
  const off = weeks.filter(({ startsAt, skipped }) => !skipped && isOff(known, startsAt))
  const skipAll = () =>
    change(off.map(({ startsAt }) => startsAt).reduceRight((left, at) => skippingWeek(left, at), form))
  return (
    <View className="field" id="weeks">
      <View className="weeks">
        {weeks.map(({ startsAt, skipped }, at) => {
          const mark = dayMark(known, startsAt)
          const name = date(startsAt, now)
          const marked = typeof mark === 'string' ? null : holidayMark(mark)
          return (
            <View
              key={startsAt}
              {...roleOf('checkbox')}
              id={`week-${pickerDay(startsAt)}`}
              aria-checked={!skipped}
              aria-label={skipped ? words.keepWeek(name) : words.skipWeek(name)}
              className={['week tap', skipped ? 'off' : '', marked ? 'hands' : ''].filter(Boolean).join(' ')}
              onClick={() => change(skippingWeek(form, startsAt))}
            >
              {/* The year where it changes, not sixty times. */}
              {yearOf(startsAt) === yearOf(weeks[at - 1]?.startsAt ?? now) ? null : (
                <Text className="numbers">{holiday.year(yearOf(startsAt))}</Text>
              )}
              <Text className="numbers">{date(startsAt, startsAt)}</Text>
              {marked ? <Text className="small">{marked}</Text> : null}
            </View>
          )
        })}
      </View>
      {off.length > 0 ? (
        <Press id="skip-holidays" className="small in-go week-skip" onPress={skipAll}>
          <Text>{words.skipHolidays(off.length)}</Text>
        </Press>
      ) : null}
      <Text className="small soft">{words.skipHint}</Text>
      <HolidayHint days={weeks.map(({ startsAt }) => startsAt)} />
    </View>
  )
}

const isOff = (years: HolidayYear[], at: Instant) => {
  const mark = dayMark(years, at)
  return typeof mark !== 'string' && !mark.works
}

/** Which years of these days nobody has entered, or that the table could not be read. */
function HolidayHint({ days }: { days: Instant[] }) {
  const years = useHolidays((store) => store.years)
  const member = useMember()
  if (years.phase === 'loading') return null
  if (years.phase === 'failed') return <Note icon="offline" words={holiday.notRead} />
  const unknown = unknownYears(years.value, days)
  const [year] = unknown
  if (year === undefined) return null
  const fillIn = () => {
    useHolidays.getState().show(year)
    openPage('holidays')
  }
  return (
    <View className="row between notice" id="holidays-unknown">
      <Text className="grow small">{holiday.unknown(unknown)}</Text>
      {member?.role === 'admin' ? (
        <Press id="holidays-fill-in" className="small in-go" onPress={fillIn}>
          <Text>{holiday.fillIn}</Text>
        </Press>
      ) : null}
    </View>
  )
}

/** What the day of a single session is, where that is no ordinary one. */
export function DayHint({ at }: { at: Instant }) {
  const years = useHolidays((store) => store.years)
  const mark = years.phase === 'ready' ? dayMark(years.value, at) : 'unknown'
  if (typeof mark === 'string') return null
  return (
    <Text className="small in-hands" id="day-mark">
      {words.dayIs(holidayMark(mark), mark.works)}
    </Text>
  )
}

import { View } from '@tarojs/components'
import { Chips } from '@/components/choice/chips'
import { roleOf } from '@/components/press/role'
import type { FeedItem } from '@/contract/feed-item'
import { dayOfMonth, day as dayWords, weekday, type Telling } from '@/copy/date'
import { home as words } from '@/copy/home'
import { dayStart } from '@/domain/time'
import { daysAhead, type FeedChoice, type FeedFilter } from '@/stores/feed'

interface FeedChooserProps {
  sessions: FeedItem[]
  choice: FeedChoice
  telling: Telling
  onChoose(choice: Partial<FeedChoice>): void
}

const FILTERS: FeedFilter[] = ['all', 'classes', 'posts', 'hands']

/** The next seven days, one's own marked, and four kinds; in elder mode three kinds alone. */
export function FeedChooser({ sessions, choice, telling, onChoose }: FeedChooserProps) {
  const myDays = new Set(sessions.filter((it) => it.mine).map((it) => dayStart(it.startsAt)))
  // The list begins with what needs hands anyway.
  const shown = telling.elder ? FILTERS.filter((it) => it !== 'hands' || it === choice.filter) : FILTERS
  return (
    <View className="stack">
      {telling.elder ? null : (
        <View className="days">
          {daysAhead(telling.now).map((day, index) => (
            <View
              key={day}
              {...roleOf('radio')}
              aria-checked={choice.day === day}
              aria-label={dayWords(day, telling.now)}
              className={choice.day === day ? 'day tap on' : 'day tap'}
              data-day={dayOfMonth(day)}
              onClick={() => onChoose({ day: choice.day === day ? null : day })}
            >
              <View className="day-name">{index === 0 ? words.today : weekday(day).slice(1)}</View>
              <View className="numbers strong">{dayOfMonth(day)}</View>
              <View className={myDays.has(day) ? 'day-dot on' : 'day-dot'} />
            </View>
          ))}
        </View>
      )}
      <Chips
        scroll
        options={shown.map((value) => ({ value, label: words.filters[value] }))}
        chosen={choice.filter}
        onChoose={(filter) => onChoose({ filter })}
      />
    </View>
  )
}

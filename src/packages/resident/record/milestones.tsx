import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon/icon'
import { Section } from '@/components/section/section'
import { date, type Telling } from '@/copy/date'
import { milestone as words, milestoneWords, nextMilestoneWords } from '@/copy/milestone'
import type { Summary } from '@/stores/record'

/** What was reached in all years together, when, and what comes next. */
export function Milestones({ summary, telling }: { summary: Summary; telling: Telling }) {
  const { reached, next } = summary.milestones
  return (
    <View className="stack">
      <Section title={words.title} />
      <View className="card">
        {reached.map(({ is, at }) => (
          <View key={is} className="item">
            <Icon name="record" size="small" />
            <Text className="grow">{milestoneWords(is)}</Text>
            <Text className="small soft numbers">{date(at, telling.now)}</Text>
          </View>
        ))}
        {next ? <View className="item small soft">{nextMilestoneWords(next)}</View> : null}
      </View>
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import { Section } from '@/components/section/section'
import { ACTIVITY_WORDS } from '@/copy/activity'
import { record as words } from '@/copy/record'
import type { Summary } from '@/stores/record'

/** The year by kind and by activity, the most hours first. */
export function Sums({ summary }: { summary: Summary }) {
  const { kinds, activities, activityCount } = summary
  const most = Math.max(1, ...kinds.map((it) => it.minutes))
  const rest = activityCount - activities.length
  return (
    <>
      <Section title={words.byKind} />
      <View className="card stack record-kinds">
        {kinds.map(({ kind, minutes, times }) => (
          <View key={kind} className="record-kind" data-kind={kind}>
            <View className="row between">
              <Text className="grow one-line">{ACTIVITY_WORDS[kind].name}</Text>
              <Text className="small soft numbers">{words.times(times)}</Text>
              <Text className="strong numbers">{words.one(minutes)}</Text>
            </View>
            <View className="meter" aria-hidden>
              <View className="meter-fill" style={{ width: `${Math.round((minutes * 100) / most)}%` }} />
            </View>
          </View>
        ))}
      </View>
      {/* One activity of one kind has just been said. */}
      {activities.length > 1 ? (
        <>
          <Section title={words.byActivity} />
          <View className="card record-list">
            {activities.map(({ kind, title, minutes, times }) => (
              <View key={`${kind} ${title}`} className="item record-activity">
                <Text className="grow">{title}</Text>
                <Text className="small soft numbers">{words.times(times)}</Text>
                <Text className="strong numbers">{words.one(minutes)}</Text>
              </View>
            ))}
            {rest > 0 ? <View className="item small soft">{words.moreActivities(rest)}</View> : null}
          </View>
        </>
      ) : null}
    </>
  )
}

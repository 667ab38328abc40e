import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon/icon'
import { Section } from '@/components/section/section'
import { series as words, seriesWords } from '@/copy/series'
import type { Standing } from '@/stores/series'

/** Weeks on end, where there are some: of one that is over nothing is said. */
export function Series({ series }: { series: Standing['series'] }) {
  if (series.length === 0) return null
  return (
    <View className="stack">
      <Section title={words.title} />
      <View className="card">
        {series.map((it) => (
          <View key={it.kind} className="item record-series">
            <Icon name="check" size="small" />
            <Text className="grow numbers">{seriesWords(it)}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import { record as words } from '@/copy/record'
import type { Summary } from '@/stores/record'

/** The hours of the year, and what they are not. */
export function Hero({ summary }: { summary: Summary }) {
  const { year, minutes, times, totalMinutes, years } = summary
  return (
    <View className="card edge go">
      <View className="small soft">{words.ofYear(year)}</View>
      <View className="row between base">
        <Text id="year-hours" className="hero in-go record-hero">
          {words.one(minutes)}
        </Text>
        <Text className="strong numbers">{words.times(times)}</Text>
      </View>
      {years.length > 1 ? (
        <View id="total-hours" className="small numbers">
          {words.inAll(totalMinutes)}
        </View>
      ) : null}
      <View className="small soft">{words.note}</View>
    </View>
  )
}

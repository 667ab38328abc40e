import { View } from '@tarojs/components'
import { BarRow } from '@/components/chart/bar-row'
import { Section } from '@/components/section/section'
import { measured, type Measure } from '@/copy/figures'

interface BarsProps {
  title: string
  measure: Measure
  bars: { name: string; value: number | 'few' | null }[]
}

/** A figure part by part, each number beside its bar. */
export function Bars({ title, measure, bars }: BarsProps) {
  if (bars.length === 0) return null
  const most = Math.max(0, ...bars.map(({ value }) => (typeof value === 'number' ? value : 0)))
  return (
    <View className="stack">
      <Section title={title} />
      <View className="card figures-bars">
        {bars.map(({ name, value }) => (
          <BarRow
            key={name}
            name={name}
            value={value === 'few' ? null : (value ?? 0)}
            most={most}
            words={measured(measure, value)}
          />
        ))}
      </View>
    </View>
  )
}

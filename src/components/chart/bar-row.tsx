import { Text, View } from '@tarojs/components'
import './bar-row.scss'

interface BarRowProps {
  name: string
  /** null: not told */
  value: number | null
  /** of all the rows it stands among */
  most: number
  /** the figure itself */
  words: string
  /** beneath the name, small */
  also?: string
}

/** A name, a bar and its figure: several of them are a chart that can be read aloud. */
export function BarRow({ name, value, most, words, also }: BarRowProps) {
  const width = value === null ? 0 : (value / Math.max(most, 1)) * 100
  return (
    <View className="bar-row">
      <View className="bar-row-name">
        <View className="small">{name}</View>
        {also ? <View className="bar-row-also soft numbers">{also}</View> : null}
      </View>
      <View className={value === null ? 'bar-row-ground untold' : 'bar-row-ground'} aria-hidden>
        <View className="bar-row-bar" style={{ width: `${Math.round(width * 10) / 10}%` }} />
      </View>
      <Text className={`bar-row-figure small numbers ${value === null ? 'soft' : 'strong'}`}>{words}</Text>
    </View>
  )
}

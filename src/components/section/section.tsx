import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'

interface SectionProps {
  title: string
  /** at the right: a count, a link */
  side?: ReactNode
}

export function Section({ title, side }: SectionProps) {
  return (
    <View className="section">
      <Text>{title}</Text>
      {side}
    </View>
  )
}

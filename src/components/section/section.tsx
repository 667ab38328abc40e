import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { roleOf } from '../press/role'

interface SectionProps {
  title: string
  /** at the right: a count, a link */
  side?: ReactNode
}

export function Section({ title, side }: SectionProps) {
  return (
    <View className="section">
      <Text {...roleOf('heading')}>{title}</Text>
      {side}
    </View>
  )
}

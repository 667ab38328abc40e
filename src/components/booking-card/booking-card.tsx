import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Press } from '../press/press'
import './booking-card.scss'

interface BookingCardProps {
  id: string
  title: string
  when: string
  /** beneath the time, when it is not what it was */
  news?: string
  /** place, slot and for whom, in words */
  lines: string[]
  mark?: { words: string; tone: 'go' | 'hands' | 'points' | 'wait' | 'stop' | '' }
  /** the colour of its edge; none while nothing is held */
  edge?: 'go' | 'hands'
  onOpen(): void
  /** buttons */
  children?: ReactNode
}

/** A place this household holds, or waits for. */
export function BookingCard({
  id,
  title,
  when,
  news,
  lines,
  mark,
  edge,
  onOpen,
  children,
}: BookingCardProps) {
  return (
    <View className={`card booking-card ${edge ? `edge ${edge}` : ''}`} data-id={id}>
      <Press onPress={onOpen}>
        <View className="row between">
          <Text className="title numbers grow">{when}</Text>
          {mark ? <View className={`chip ${mark.tone}`}>{mark.words}</View> : null}
        </View>
        {news ? <View className="small in-hands">{news}</View> : null}
        <View className="strong">{title}</View>
        {lines.map((line) => (
          <View key={line} className="small soft">
            {line}
          </View>
        ))}
      </Press>
      {children ? <View className="row tight wrap booking-card-buttons">{children}</View> : null}
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import { Cover } from '../cover/cover'
import { Press } from '../press/press'
import type { Cover as CoverName } from '@/domain/cover'
import './session-row.scss'

interface SessionRowProps {
  id: string
  title: string
  cover: CoverName
  when: string
  place: string
  /** how its slots stand: 还差 2 人 */
  marks: { words: string; tone: 'hands' | 'go' | 'points' | 'wait' | '' }[]
  /** hands are needed: edged in orange */
  urgent: boolean
  onOpen(): void
}

/** One session in a list. */
export function SessionRow({ id, title, cover, when, place, marks, urgent, onOpen }: SessionRowProps) {
  return (
    <Press className={`card session-row ${urgent ? 'edge hands' : ''}`} dataId={id} onPress={onOpen}>
      <View compileMode className="row">
        <View className="grow stack session-row-words">
          <Text className="strong one-line">{title}</Text>
          <View className="dotted small soft numbers">
            <Text className="dotted-part">{when}</Text>
            <Text className="dotted-part">{place}</Text>
          </View>
          <View className="row wrap">
            {marks.map((mark) => (
              <View key={mark.words} className={`chip ${mark.tone}`}>
                {mark.words}
              </View>
            ))}
          </View>
        </View>
        <Cover name={cover} shape="thumb" />
      </View>
    </Press>
  )
}

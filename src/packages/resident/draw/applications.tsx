import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Press } from '@/components/press/press'
import { Section } from '@/components/section/section'
import { draw as words, outcomeMark } from '@/copy/draw'
import { isDrawn, type PublicRecord } from '@/stores/draw'

const AT_FIRST = 20

/** Every application by its number: winners first, then the waiting order. */
export function Applications({ record }: { record: PublicRecord }) {
  const [all, setAll] = useState(false)
  const { applications, mine } = record
  if (applications.length === 0) return null
  const drawn = isDrawn(record)
  const inOrder = [...applications].sort((a, b) => (a.turn ?? 0) - (b.turn ?? 0))
  const shown = all ? inOrder : inOrder.slice(0, AT_FIRST)
  return (
    <>
      <Section title={words.list} side={<Text className="small soft">{words.noNames}</Text>} />
      <View className="card">
        {shown.map((application) => {
          const mark = drawn ? outcomeMark(application) : null
          return (
            <View key={application.id} className="item" data-id={application.id}>
              <View className="grow">
                <View className="draw-print">
                  {application.id === mine ? `${words.mine} ${application.id}` : application.id}
                </View>
                <View className="small soft numbers">{words.application(application)}</View>
              </View>
              {mark ? <View className={`chip ${mark.tone}`}>{mark.words}</View> : null}
            </View>
          )
        })}
        {shown.length < applications.length ? (
          <Press className="item in-go" onPress={() => setAll(true)}>
            {words.all(applications.length)}
          </Press>
        ) : null}
      </View>
    </>
  )
}

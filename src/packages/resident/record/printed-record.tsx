import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { isoDate, type Telling } from '@/copy/date'
import { EVALUATION_WORDS } from '@/copy/evaluation'
import { recordFile as columns } from '@/copy/export'
import { record as words } from '@/copy/record'
import { printPage } from '@/platform/file'
import { useMember } from '@/stores/membership'
import { valueOf } from '@/stores/loadable'
import { useRecord } from '@/stores/record'
import { usePrinting } from './printing'

/** The year on paper: unseen on the screen, and all that is printed. */
export function PrintedRecord({ telling }: { telling: Telling }) {
  const rows = usePrinting((store) => store.rows)
  const done = usePrinting((store) => store.done)
  const summary = useRecord((store) => valueOf(store.summary))
  const member = useMember()
  useEffect(() => {
    if (rows === null) return
    void printPage().then(done)
  }, [rows, done])
  if (rows === null || !summary) return null
  const titles = columns.columns
  const heads = [titles.date, titles.activity, titles.content, titles.place, titles.hours, titles.evaluation]
  return (
    <View className="printed">
      <View className="title">{columns.title}</View>
      <View>
        {[columns.about(member?.communityName ?? '', summary.year), member?.name].filter(Boolean).join(' ')}
      </View>
      <View>
        {words.one(summary.minutes)},{words.times(summary.times)}
      </View>
      <View className="printed-row strong">
        {heads.map((head) => (
          <Text key={head}>{head}</Text>
        ))}
      </View>
      {rows.map((it) => (
        <View key={it.id} className="printed-row">
          <Text>{isoDate(it.startsAt)}</Text>
          <Text>{it.activityTitle}</Text>
          <Text>{it.slotTitle}</Text>
          <Text>{it.place}</Text>
          <Text>{words.one(it.minutes)}</Text>
          <Text>{it.evaluation ? EVALUATION_WORDS[it.evaluation] : ''}</Text>
        </View>
      ))}
      <View className="small">
        {words.note} {isoDate(telling.now)}
      </View>
    </View>
  )
}

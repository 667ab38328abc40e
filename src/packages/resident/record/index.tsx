import { Text, View } from '@tarojs/components'
import { useDidShow, useReachBottom } from '@tarojs/taro'
import { LongList } from '@/components/long-list/long-list'
import { Screen } from '@/components/screen/screen'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import type { Answer } from '@/contract/actions'
import { period, type Telling } from '@/copy/date'
import { record as words } from '@/copy/record'
import { trouble } from '@/copy/trouble'
import { MINUTE } from '@/domain/time'
import { watchNearness } from '@/platform/nearness'
import { openTab } from '@/platform/navigation'
import { usePullDown } from '@/platform/pull-down'
import { useRecord } from '@/stores/record'
import { useTelling } from '@/stores/telling'

/** Hours served by this person: a platform record, never a certificate. */
export default function ServiceRecord() {
  const telling = useTelling()
  const record = useRecord((store) => store.record)
  const refresh = useRecord((store) => store.refresh)
  const more = useRecord((store) => store.more)
  useDidShow(() => void refresh())
  usePullDown(refresh)
  useReachBottom(() => void more())

  const content = () => {
    if (record.phase === 'loading') return <Loading />
    if (record.phase === 'failed') {
      return <Failure sentence={trouble(record.error, telling)} onRetry={() => void refresh()} />
    }
    const { totalMinutes, records } = record.value
    return (
      <>
        <View className="card edge go">
          <View className="small soft">{words.title}</View>
          <View id="total-hours" className="hero">
            {words.total(totalMinutes)}
          </View>
          <View className="small soft">{words.note}</View>
        </View>
        {records.length === 0 ? (
          <Empty sentence={words.empty} action={{ label: words.toHome, onPress: () => openTab('home') }} />
        ) : (
          <View className="card">
            <LongList
              rows={records}
              row={(it) => <RecordRow key={it.id} record={it} telling={telling} />}
              watch={watchNearness}
            />
          </View>
        )}
      </>
    )
  }
  return (
    <Screen id="record" elder={telling.elder}>
      {content()}
    </Screen>
  )
}

interface RecordRowProps {
  record: Answer<'listServiceRecords'>['records'][number]
  telling: Telling
}

function RecordRow({ record, telling }: RecordRowProps) {
  const { id, activityTitle, slotTitle, place, startsAt, minutes, points } = record
  return (
    <View className="item top record-row" data-id={id}>
      <View className="grow">
        <View>
          {activityTitle} · {slotTitle}
        </View>
        <View className="small soft numbers">{period(startsAt, startsAt + minutes * MINUTE, telling)}</View>
        <View className="small soft">{place}</View>
      </View>
      <View className="middle">
        <View className="strong numbers">{words.one(minutes)}</View>
        {points > 0 ? <Text className="small in-points">{words.points(points)}</Text> : null}
      </View>
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon/icon'
import { LongList } from '@/components/long-list/long-list'
import { More } from '@/components/more/more'
import { Press } from '@/components/press/press'
import { Section } from '@/components/section/section'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { period, type Telling } from '@/copy/date'
import { EVALUATION_WORDS } from '@/copy/evaluation'
import { keepsake } from '@/copy/keepsake'
import { record as words } from '@/copy/record'
import { thanks as thanksWords } from '@/copy/thanks'
import { trouble } from '@/copy/trouble'
import { MINUTE } from '@/domain/time'
import { watchNearness } from '@/platform/nearness'
import { openPage } from '@/platform/navigation'
import { useMembership } from '@/stores/membership'
import { useRecord, type Records as RecordsOf } from '@/stores/record'

/** Each service of the year, latest first. */
export function Records({ telling }: { telling: Telling }) {
  const records = useRecord((store) => store.records)
  const nextPage = useRecord((store) => store.nextPage)
  const refresh = useRecord((store) => store.refresh)
  const more = useRecord((store) => store.more)
  if (records.phase === 'loading') return <Loading rows={2} />
  if (records.phase === 'failed') {
    return <Failure sentence={trouble(records.error, telling)} onRetry={() => void refresh()} />
  }
  return (
    <>
      <Section title={words.each} />
      <View className="card record-list">
        <LongList
          rows={records.value.records}
          row={(it) => <RecordRow key={it.id} record={it} telling={telling} />}
          watch={watchNearness}
        />
      </View>
      <More cursor={records.value.nextCursor} page={nextPage} onPress={() => void more()} />
    </>
  )
}

interface RecordRowProps {
  record: RecordsOf['records'][number]
  telling: Telling
}

function RecordRow({ record, telling }: RecordRowProps) {
  const communityId = useMembership((store) => store.communityId) ?? ''
  const { id, sessionId, activityTitle, slotTitle, place, startsAt, minutes, points, evaluation, thanks } =
    record
  return (
    <Press
      className="item top record-row"
      dataId={id}
      onPress={() => openPage('keepsake', { c: communityId, s: sessionId })}
    >
      <View className="grow">
        <View>
          {activityTitle} · {slotTitle}
        </View>
        <View className="small soft numbers">{period(startsAt, startsAt + minutes * MINUTE, telling)}</View>
        <View className="small soft">{place}</View>
        {thanks > 0 ? (
          <View className="chip points record-thanks">{thanksWords.received(thanks)}</View>
        ) : null}
      </View>
      <View className="record-figures">
        <Text className="strong numbers">{words.one(minutes)}</Text>
        {points > 0 ? <Text className="small in-points">{words.points(points)}</Text> : null}
        {evaluation ? <View className="chip go">{EVALUATION_WORDS[evaluation]}</View> : null}
        <View className="row tight small in-go">
          {keepsake.row}
          <Icon name="next" size="small" />
        </View>
      </View>
    </Press>
  )
}

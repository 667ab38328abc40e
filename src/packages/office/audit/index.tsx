import { View } from '@tarojs/components'
import { useDidShow, useReachBottom } from '@tarojs/taro'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { LongList } from '@/components/long-list/long-list'
import { More } from '@/components/more/more'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { Note } from '@/components/state/note'
import { audit as words } from '@/copy/audit'
import { fileWords } from '@/copy/file'
import { trouble } from '@/copy/trouble'
import { watchNearness } from '@/platform/nearness'
import { usePullDown } from '@/platform/pull-down'
import { isFiltered, useAudit } from '@/stores/audit'
import { isForbidden } from '@/stores/loadable'
import { useTelling } from '@/stores/telling'
import { CadreOnly } from '@/packages/cadre/cadre-only/cadre-only'
import { AuditRow } from './audit-row'
import { Filters } from './filters'
import './index.scss'

/** Who did what, to whom, and when. */
export default function Audit() {
  const telling = useTelling()
  const log = useAudit((store) => store.log)
  const filter = useAudit((store) => store.filter)
  const nextPage = useAudit((store) => store.nextPage)
  const taking = useAudit((store) => store.taking)
  const taken = useAudit((store) => store.taken)
  const take = useAudit((store) => store.take)
  const wrong = taken ? fileWords(taken, telling) : null
  const refresh = useAudit((store) => store.refresh)
  const more = useAudit((store) => store.more)
  useDidShow(() => void refresh())
  usePullDown(refresh)
  useReachBottom(() => void more())

  const list = () => {
    if (log.phase === 'loading') return <Loading rows={4} />
    if (log.phase === 'failed') {
      return <Failure sentence={trouble(log.error, telling)} onRetry={() => void refresh()} />
    }
    const { entries, nextCursor } = log.value
    if (entries.length === 0) return <Empty sentence={isFiltered(filter) ? words.nothing : words.empty} />
    return (
      <>
        <View className="card audit-list">
          <LongList
            rows={entries}
            row={(it) => <AuditRow key={it.id} entry={it} telling={telling} />}
            watch={watchNearness}
          />
        </View>
        <More cursor={nextCursor} page={nextPage} onPress={() => void more()} />
        <Button id="audit-take" tone="done" fit="wide" busy={taking} onPress={() => void take()}>
          <Icon name="list" size="small" />
          {words.take}
        </Button>
        {wrong ? <Note tone="stop" icon="warning" words={wrong} /> : null}
      </>
    )
  }
  return (
    <CadreOnly id="audit" refused={isForbidden(log)}>
      <View className="small soft">{words.hint}</View>
      <Filters telling={telling} />
      {list()}
    </CadreOnly>
  )
}

import { View } from '@tarojs/components'
import { useDidShow, useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Chips } from '@/components/choice/chips'
import { LongList } from '@/components/long-list/long-list'
import { More } from '@/components/more/more'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { Note } from '@/components/state/note'
import { disputes as words } from '@/copy/disputes'
import { trouble } from '@/copy/trouble'
import { watchNearness } from '@/platform/nearness'
import { usePullDown } from '@/platform/pull-down'
import { useDisputes, type DisputeCaseRow, type WhichDisputes } from '@/stores/disputes'
import { isForbidden } from '@/stores/loadable'
import { useTelling } from '@/stores/telling'
import { CadreOnly } from '@/packages/cadre/cadre-only/cadre-only'
import { AnswerSheet, type AnswerKind } from './answer-sheet'
import { DisputeCard } from './dispute-card'
import './index.scss'

const WHICH: WhichDisputes[] = ['open', 'answered']

/** Entries that somebody says are not right: each ends in a correction or a reason. */
export default function Disputes() {
  const telling = useTelling()
  const which = useDisputes((store) => store.which)
  const shown = useDisputes((store) => store[store.which])
  const done = useDisputes((store) => store.done)
  const nextPage = useDisputes((store) => store.nextPage)
  const { show, refresh, more, forgetError } = useDisputes.getState()
  const [answering, setAnswering] = useState<{ row: DisputeCaseRow; kind: AnswerKind } | null>(null)
  useDidShow(() => void refresh())
  usePullDown(refresh)
  useReachBottom(() => void more())

  const answer = (row: DisputeCaseRow, kind: AnswerKind) => {
    forgetError()
    setAnswering({ row, kind })
  }
  const list = () => {
    if (shown.phase === 'loading') return <Loading rows={4} />
    if (shown.phase === 'failed') {
      return <Failure sentence={trouble(shown.error, telling)} onRetry={() => void refresh()} />
    }
    const { disputes, nextCursor } = shown.value
    if (disputes.length === 0) {
      return <Empty sentence={which === 'open' ? words.emptyOpen : words.emptyAnswered} />
    }
    return (
      <View className="stack">
        <LongList
          rows={disputes}
          row={(it) => <DisputeCard key={it.id} row={it} telling={telling} onAnswer={answer} />}
          watch={watchNearness}
          spaced
        />
        <More cursor={nextCursor} page={nextPage} onPress={() => void more()} />
      </View>
    )
  }
  return (
    <CadreOnly id="disputes" refused={isForbidden(shown)}>
      <Chips
        options={WHICH.map((value) => ({ value, label: words[value] }))}
        chosen={which}
        onChoose={show}
      />
      {done ? <Note tone="go" icon="check" words={words[done]} /> : null}
      {list()}
      {answering ? <AnswerSheet {...answering} telling={telling} onClose={() => setAnswering(null)} /> : null}
    </CadreOnly>
  )
}

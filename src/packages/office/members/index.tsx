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
import { members as words } from '@/copy/members'
import { trouble } from '@/copy/trouble'
import { watchNearness } from '@/platform/nearness'
import { usePullDown } from '@/platform/pull-down'
import { isForbidden } from '@/stores/loadable'
import { useMembers, type WhichMembers } from '@/stores/members'
import { useTelling } from '@/stores/telling'
import { CadreOnly } from '@/packages/cadre/cadre-only/cadre-only'
import { MemberCard } from './member-card'
import './index.scss'

const WHICH: WhichMembers[] = ['unconfirmed', 'confirmed']

/** Skills that are ticked and not sent yet, by resident: a card that is scrolled far away forgets. */
type Ticked = Record<string, string[]>

/** Those who say they live here: a cadre looks, and confirms. */
export default function Members() {
  const telling = useTelling()
  const which = useMembers((store) => store.which)
  const shown = useMembers((store) => store[store.which])
  const done = useMembers((store) => store.done)
  const error = useMembers((store) => store.error)
  const loadingMore = useMembers((store) => store.loadingMore)
  const show = useMembers((store) => store.show)
  const refresh = useMembers((store) => store.refresh)
  const more = useMembers((store) => store.more)
  const [ticked, setTicked] = useState<Ticked>({})
  useDidShow(() => void refresh())
  usePullDown(refresh)
  useReachBottom(() => void more())

  const list = () => {
    if (shown.phase === 'loading') return <Loading rows={4} />
    if (shown.phase === 'failed') {
      return <Failure sentence={trouble(shown.error, telling)} onRetry={() => void refresh()} />
    }
    const { residents, nextCursor } = shown.value
    if (residents.length === 0) {
      return <Empty sentence={which === 'unconfirmed' ? words.emptyUnconfirmed : words.emptyConfirmed} />
    }
    return (
      <View className="stack">
        <LongList
          rows={residents}
          row={(it) => (
            <MemberCard
              key={it.id}
              resident={it}
              which={which}
              telling={telling}
              ticked={ticked[it.id] ?? []}
              onTick={(skills) => setTicked({ ...ticked, [it.id]: skills })}
            />
          )}
          watch={watchNearness}
          spaced
        />
        <More shown={nextCursor !== null} busy={loadingMore} onPress={() => void more()} />
      </View>
    )
  }
  return (
    <CadreOnly id="members" refused={isForbidden(shown)}>
      <Chips
        options={WHICH.map((value) => ({ value, label: words[value] }))}
        chosen={which}
        onChoose={show}
      />
      {which === 'unconfirmed' ? <View className="small soft">{words.hint}</View> : null}
      {done !== null ? <Note tone="go" icon="check" words={words.done(done || words.nameless)} /> : null}
      {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
      {list()}
    </CadreOnly>
  )
}

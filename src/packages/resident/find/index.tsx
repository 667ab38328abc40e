import { Text, View } from '@tarojs/components'
import { useDidShow, useReachBottom } from '@tarojs/taro'
import { useEffect } from 'react'
import { Field } from '@/components/field/field'
import { LongList } from '@/components/long-list/long-list'
import { More } from '@/components/more/more'
import { Press } from '@/components/press/press'
import { Screen } from '@/components/screen/screen'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import type { FeedItem } from '@/contract/feed-item'
import { find as words } from '@/copy/find'
import { trouble } from '@/copy/trouble'
import { MOST_SEARCHED } from '@/domain/activity'
import { FeedRow } from '@/pages/feed-row'
import { watchNearness } from '@/platform/nearness'
import { usePullDown } from '@/platform/pull-down'
import { ANYTHING, useFind, wishes } from '@/stores/find'
import { useGrids } from '@/stores/grids'
import { useMembership } from '@/stores/membership'
import { useTelling } from '@/stores/telling'
import { WishBar } from './wish-bar'

/** Any session that is still to come, by what matters to who looks. */
export default function Find() {
  const telling = useTelling()
  const communityId = useMembership((store) => store.communityId) ?? ''
  const wish = useFind((store) => store.wish)
  const found = useFind((store) => store.found)
  const nextPage = useFind((store) => store.nextPage)
  const { want, refresh, more } = useFind.getState()
  const findGrids = useGrids((store) => store.refresh)
  useEffect(() => void findGrids(), [findGrids])
  useDidShow(() => void refresh())
  usePullDown(refresh)
  useReachBottom(() => void more())
  const row = (item: FeedItem) => (
    <FeedRow key={item.id} item={item} communityId={communityId} telling={telling} />
  )
  const asked = wishes(wish) > 0 || wish.words.trim() !== ''
  const content = () => {
    if (found.phase === 'loading') return <Loading rows={3} />
    if (found.phase === 'failed') {
      return <Failure sentence={trouble(found.error, telling)} onRetry={() => void refresh()} />
    }
    const { sessions, nextCursor } = found.value
    if (sessions.length === 0) {
      const clear = { label: words.clear, onPress: () => want(ANYTHING) }
      return asked ? <Empty sentence={words.empty} action={clear} /> : <Empty sentence={words.nothing} />
    }
    return (
      <>
        <View className="row between">
          <Text className="small soft numbers">{words.found(sessions.length, nextCursor !== null)}</Text>
          {asked ? (
            <Press id="find-clear" className="small soft find-clear" onPress={() => want(ANYTHING)}>
              {words.clear}
            </Press>
          ) : null}
        </View>
        <LongList rows={sessions} row={row} watch={watchNearness} spaced />
        <More cursor={nextCursor} page={nextPage} onPress={() => void more()} />
      </>
    )
  }
  return (
    <Screen id="find" elder={telling.elder}>
      <Field
        id="find-words"
        label={words.label}
        value={wish.words}
        placeholder={words.placeholder}
        maxLength={MOST_SEARCHED}
        onChange={(typed) => want({ words: typed })}
      />
      <WishBar telling={telling} />
      {content()}
    </Screen>
  )
}

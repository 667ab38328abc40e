import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { Press } from '@/components/press/press'
import { More } from '@/components/more/more'
import { Screen } from '@/components/screen/screen'
import { Section } from '@/components/section/section'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { Icon } from '@/components/icon/icon'
import { Button } from '@/components/button/button'
import { community as words } from '@/copy/community'
import { roleWords } from '@/copy/me'
import { trouble } from '@/copy/trouble'
import { openTab } from '@/platform/navigation'
import { useCommunity } from '@/stores/community'
import { useMembership } from '@/stores/membership'
import { useTelling } from '@/stores/telling'
import { JoinSheet } from './join-sheet'
import { RedeemCode } from './redeem-code'

/** Which community's pages are shown; joining another; becoming the admin of a new one. */
export default function Community() {
  const telling = useTelling()
  const communities = useCommunity((store) => store.communities)
  const refresh = useCommunity((store) => store.refresh)
  const more = useCommunity((store) => store.more)
  const nextPage = useCommunity((store) => store.nextPage)
  const memberships = useMembership((store) => store.memberships)
  const communityId = useMembership((store) => store.communityId)
  const choose = useMembership((store) => store.choose)
  const [joining, setJoining] = useState<{ id: string; name: string } | null>(null)
  useDidShow(() => void refresh())

  const enter = (id: string) => {
    choose(id)
    openTab('home')
  }
  const mine = memberships.phase === 'ready' ? memberships.value.memberships : []
  const listed = communities.phase === 'ready' ? communities.value : { communities: [], next: null }
  const others = listed.communities.filter((it) => mine.every((own) => own.communityId !== it.id))
  return (
    <Screen id="community" elder={telling.elder}>
      {mine.length > 0 ? (
        <View className="stack">
          <Section title={words.mine} />
          {mine.map((it) => (
            <Press
              key={it.communityId}
              className={it.communityId === communityId ? 'option on' : 'option'}
              dataId={it.communityId}
              onPress={() => enter(it.communityId)}
            >
              <Icon name="community" />
              <Text className="grow">{it.communityName}</Text>
              <Text className="small">
                {it.communityId === communityId ? words.current : roleWords(it.role)}
              </Text>
            </Press>
          ))}
        </View>
      ) : null}
      {communities.phase === 'loading' ? <Loading rows={2} /> : null}
      {communities.phase === 'failed' ? (
        <Failure sentence={trouble(communities.error, telling)} onRetry={() => void refresh()} />
      ) : null}
      {others.length > 0 ? (
        <View className="stack">
          <Section title={words.others} />
          {others.map((it) => (
            <View key={it.id} className="option" data-id={it.id}>
              <Icon name="community" />
              <Text className="grow">{it.name}</Text>
              <Button fit="slim" tone="quiet" onPress={() => enter(it.id)}>
                {words.visit}
              </Button>
              <Button fit="slim" tone="go" onPress={() => setJoining(it)}>
                {words.join}
              </Button>
            </View>
          ))}
        </View>
      ) : null}
      {communities.phase === 'ready' && others.length + mine.length === 0 ? (
        <View className="soft">{words.none}</View>
      ) : null}
      <More cursor={listed.next} page={nextPage} onPress={() => void more()} />
      <RedeemCode telling={telling} />
      <JoinSheet community={joining} telling={telling} onClose={() => setJoining(null)} />
    </Screen>
  )
}

import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { roleOf } from '@/components/press/role'
import { Screen } from '@/components/screen/screen'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { Note } from '@/components/state/note'
import type { StampCard } from '@/contract/list-stamps'
import { app } from '@/copy/app'
import { ago, date, type Telling } from '@/copy/date'
import { household } from '@/copy/household'
import { stamps as words } from '@/copy/stamps'
import { trouble } from '@/copy/trouble'
import { cardOf, STAMPS_PER_CARD } from '@/domain/stamps'
import { openPage } from '@/platform/navigation'
import { usePullDown } from '@/platform/pull-down'
import { useStamps } from '@/stores/stamps'
import { useTelling } from '@/stores/telling'
import './index.scss'

/** A card of ten for each child: a stamp for each class they came to. */
export default function Stamps() {
  const telling = useTelling()
  const stamps = useStamps((store) => store.stamps)
  const refresh = useStamps((store) => store.refresh)
  useDidShow(() => void refresh())
  usePullDown(refresh)
  const content = () => {
    if (stamps.phase === 'loading') return <Loading rows={2} />
    if (stamps.phase === 'failed') {
      return <Failure sentence={trouble(stamps.error, telling)} onRetry={() => void refresh()} />
    }
    const { children } = stamps.value
    if (children.length === 0) {
      const add = { label: household.addChild, onPress: () => openPage('household', { add: 'child' }) }
      return <Empty sentence={words.empty} action={add} />
    }
    return (
      <>
        {stamps.keptSince !== null ? (
          <Note icon="offline" words={app.offline(ago(stamps.keptSince, telling))} />
        ) : null}
        <Text className="soft">{words.hint}</Text>
        {children.map((child) => (
          <Card key={child.childId} child={child} telling={telling} />
        ))}
        <Button id="to-classes" tone="quiet" onPress={() => openPage('find')}>
          {words.toClasses}
        </Button>
      </>
    )
  }
  return (
    <Screen id="stamps" elder={telling.elder}>
      {content()}
    </Screen>
  )
}

function Card({ child, telling }: { child: StampCard; telling: Telling }) {
  const { nickname, total, last } = child
  const { fullCards, onCard, missing } = cardOf(total)
  return (
    <View className="card stack" data-id={child.childId}>
      <View className="row between">
        <Text className="strong">{nickname}</Text>
        {fullCards > 0 ? <View className="chip go">{words.full(fullCards)}</View> : null}
      </View>
      <View className="stamp-card" {...roleOf('img')} aria-label={words.card(nickname, onCard)}>
        {Array.from({ length: STAMPS_PER_CARD }, (_, at) => (
          <View key={at} className={at < onCard ? 'stamp on' : 'stamp'} aria-hidden>
            {at < onCard ? <Icon name="check" size="small" /> : null}
          </View>
        ))}
      </View>
      <Text className="small soft numbers">{total === 0 ? words.begin : words.onCard(onCard, missing)}</Text>
      {last ? (
        <Text className="small soft numbers">{words.last(last.title, date(last.startsAt, telling.now))}</Text>
      ) : null}
    </View>
  )
}

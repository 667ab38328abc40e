import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import { Screen } from '@/components/screen/screen'
import { Section } from '@/components/section/section'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { Note } from '@/components/state/note'
import { app } from '@/copy/app'
import { ago, moment, type Telling } from '@/copy/date'
import { hasBegun, leaveWords, series as words, seriesWords } from '@/copy/series'
import { trouble } from '@/copy/trouble'
import { openPage } from '@/platform/navigation'
import { usePullDown } from '@/platform/pull-down'
import { useSeries, type Standing } from '@/stores/series'
import { useTelling } from '@/stores/telling'
import { TakeLeave } from './take-leave'
import './index.scss'

/** Days on which somebody does not serve: taken, ended, and what they hold on them. */
export default function Leave() {
  const telling = useTelling()
  const standing = useSeries((store) => store.standing)
  const refresh = useSeries((store) => store.refresh)
  const error = useSeries((store) => store.error)
  useDidShow(() => void refresh())
  usePullDown(refresh)
  const content = () => {
    if (standing.phase === 'loading') return <Loading rows={2} />
    if (standing.phase === 'failed') {
      return <Failure sentence={trouble(standing.error, telling)} onRetry={() => void refresh()} />
    }
    const { series, leaves, held } = standing.value
    return (
      <>
        {standing.keptSince !== null ? (
          <Note icon="offline" words={app.offline(ago(standing.keptSince, telling))} />
        ) : null}
        <Text className="soft">{words.intro}</Text>
        {series.length > 0 ? (
          <View className="row wrap">
            {series.map((it) => (
              <View key={it.kind} className="chip go">
                {seriesWords(it)}
              </View>
            ))}
          </View>
        ) : null}
        {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
        {leaves.length > 0 ? <Leaves leaves={leaves} telling={telling} /> : null}
        {held.length > 0 ? <Held held={held} telling={telling} /> : null}
        <TakeLeave key={leaves.map((it) => it.lastAt).join()} standing={standing.value} telling={telling} />
      </>
    )
  }
  return (
    <Screen id="leave" elder={telling.elder}>
      {content()}
    </Screen>
  )
}

function Leaves({ leaves, telling }: { leaves: Standing['leaves']; telling: Telling }) {
  const pending = useSeries((store) => store.pending)
  const end = useSeries((store) => store.end)
  return (
    <View className="stack">
      <Section title={words.yours} />
      <View className="card">
        {leaves.map((it) => (
          <View key={it.firstAt} className="item wrap leave-row">
            <Text className="grow numbers">{leaveWords(it, telling)}</Text>
            <Button
              tone="quiet"
              fit="slim"
              busy={pending === 'endLeave'}
              onPress={() => void end(it.firstAt)}
            >
              {hasBegun(it, telling.now) ? words.end : words.drop}
            </Button>
          </View>
        ))}
      </View>
    </View>
  )
}

/** Never cancelled by itself: the way to each of them. */
function Held({ held, telling }: { held: Standing['held']; telling: Telling }) {
  return (
    <View className="stack">
      <Note tone="hands" words={words.held} />
      <View className="card">
        {held.map(({ sessionId, title, startsAt }) => (
          <Press
            key={sessionId}
            className="item leave-held"
            onPress={() => openPage('session', { sessionId })}
          >
            <View className="grow">
              <View>{title}</View>
              <View className="small soft numbers">{moment(startsAt, telling)}</View>
            </View>
            <Icon name="next" size="small" />
          </Press>
        ))}
      </View>
    </View>
  )
}

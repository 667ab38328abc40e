import { useDidShow, useReachBottom } from '@tarojs/taro'
import { Screen } from '@/components/screen/screen'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { Note } from '@/components/state/note'
import { app } from '@/copy/app'
import { ago } from '@/copy/date'
import { trouble } from '@/copy/trouble'
import { PersonaSwitch } from '@/pages/persona-switch/persona-switch'
import { usePullDown } from '@/platform/pull-down'
import { useHome } from '@/stores/home'
import { valueOf } from '@/stores/loadable'
import { useMember } from '@/stores/membership'
import { usePoints } from '@/stores/points'
import { useTelling } from '@/stores/telling'
import { ChainLine } from './chain-line'
import { Entries } from './entries'
import { Hero } from './hero'
import { HoursOnly } from './hours-only'
import { Opens } from './opens'
import './index.scss'

export default function Points() {
  const telling = useTelling()
  const statement = usePoints((store) => store.statement)
  const refresh = usePoints((store) => store.refresh)
  const more = usePoints((store) => store.more)
  const home = useHome((store) => store.home)
  const member = useMember()
  const latest = valueOf(statement)?.entries[0]
  const readHome = useHome((store) => store.refresh)
  useDidShow(() => {
    void refresh()
    // What the points open is in the feed; opened by a link, this tab comes first.
    if (home.phase !== 'ready') void readHome()
  })
  usePullDown(refresh)
  useReachBottom(() => void more())
  return (
    <Screen id="points" elder={telling.elder}>
      {statement.phase === 'loading' ? (
        <Loading />
      ) : statement.phase === 'failed' ? (
        <Failure sentence={trouble(statement.error, telling)} onRetry={() => void refresh()} />
      ) : (
        <>
          {statement.keptSince !== null ? (
            <Note icon="offline" words={app.offline(ago(statement.keptSince, telling))} />
          ) : null}
          <Hero statement={statement.value} telling={telling} />
          {home.phase === 'ready' ? (
            <Opens home={home.value} canPay={statement.value.canPay} telling={telling} />
          ) : null}
          <Entries statement={statement.value} telling={telling} />
          {member && statement.keptSince === null && latest ? <ChainLine latest={latest.seq} /> : null}
          {member ? <HoursOnly on={statement.value.hoursOnly} telling={telling} /> : null}
        </>
      )}
      <PersonaSwitch telling={telling} />
    </Screen>
  )
}

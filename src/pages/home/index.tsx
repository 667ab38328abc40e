import { useDidShow, useReachBottom } from '@tarojs/taro'
import { Screen } from '@/components/screen/screen'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { home as words } from '@/copy/home'
import { trouble } from '@/copy/trouble'
import { PersonaSwitch } from '@/pages/persona-switch/persona-switch'
import { openPage } from '@/platform/navigation'
import { usePullDown } from '@/platform/pull-down'
import { useHome } from '@/stores/home'
import { useTelling } from '@/stores/telling'
import { HomeContent } from './home-content'
import './index.scss'

export default function Home() {
  const telling = useTelling()
  const home = useHome((store) => store.home)
  const homeless = useHome((store) => store.homeless)
  const refresh = useHome((store) => store.refresh)
  const more = useHome((store) => store.more)
  useDidShow(() => void refresh())
  usePullDown(refresh)
  useReachBottom(() => void more())

  const content = () => {
    if (homeless) {
      const choose = { label: words.chooseCommunity, onPress: () => openPage('community') }
      return <Empty sentence={words.homeless} action={choose} />
    }
    if (home.phase === 'loading') return <Loading rows={4} />
    if (home.phase === 'failed') {
      return <Failure sentence={trouble(home.error, telling)} onRetry={() => void refresh()} />
    }
    return <HomeContent home={home.value} keptSince={home.keptSince} telling={telling} />
  }
  return (
    <Screen id="home" elder={telling.elder}>
      {content()}
      <PersonaSwitch telling={telling} />
    </Screen>
  )
}

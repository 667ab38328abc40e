import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { Screen } from '@/components/screen/screen'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { draw as words } from '@/copy/draw'
import { trouble } from '@/copy/trouble'
import { useQuery } from '@/platform/entry'
import { openTab } from '@/platform/navigation'
import { usePullDown } from '@/platform/pull-down'
import { useDraw } from '@/stores/draw'
import { useTelling } from '@/stores/telling'
import { DrawContent } from './draw-content'
import './index.scss'

/** A draw's public record, for anybody: how it is drawn, what came of it, and drawing it again on this phone. */
export default function Draw() {
  const { c, d } = useQuery('packages/resident/draw/index')
  const telling = useTelling()
  const at = useDraw((store) => store.at)
  const record = useDraw((store) => store.record)
  const open = useDraw((store) => store.open)
  const refresh = useDraw((store) => store.refresh)
  useEffect(() => {
    if (c && d) void open(c, d)
  }, [c, d, open])
  useDidShow(() => {
    if (at?.slotId === d) void refresh()
  })
  usePullDown(refresh)

  const content = () => {
    const toHome = { label: words.toHome, onPress: () => openTab('home') }
    if (!c || !d) return <Empty sentence={words.missing} action={toHome} />
    const current = at?.slotId === d && at.communityId === c
    if (!current || record.phase === 'loading') return <Loading />
    if (record.phase === 'failed') {
      return <Failure sentence={trouble(record.error, telling)} onRetry={() => void refresh()} />
    }
    return <DrawContent record={record.value} telling={telling} />
  }
  return (
    <Screen id="draw" elder={telling.elder}>
      {content()}
    </Screen>
  )
}

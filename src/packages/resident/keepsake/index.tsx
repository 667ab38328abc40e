import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { Screen } from '@/components/screen/screen'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { Note } from '@/components/state/note'
import { app } from '@/copy/app'
import { ago } from '@/copy/date'
import { keepsake as words } from '@/copy/keepsake'
import { trouble } from '@/copy/trouble'
import { useQuery } from '@/platform/entry'
import { openPage } from '@/platform/navigation'
import { usePullDown } from '@/platform/pull-down'
import { useKeepsake } from '@/stores/keepsake'
import { useTelling } from '@/stores/telling'
import { Card } from './card'
import './index.scss'

/** After a duty: a card to keep, of counts and the activity's own words. */
export default function KeepsakePage() {
  const { c, s } = useQuery('packages/resident/keepsake/index')
  const telling = useTelling()
  const at = useKeepsake((store) => store.at)
  const keepsake = useKeepsake((store) => store.keepsake)
  const open = useKeepsake((store) => store.open)
  const refresh = useKeepsake((store) => store.refresh)
  useEffect(() => {
    if (c && s) void open({ communityId: c, sessionId: s })
  }, [c, s, open])
  useDidShow(() => {
    if (at?.sessionId === s) void refresh()
  })
  usePullDown(refresh)

  const content = () => {
    const toRecord = { label: words.toRecord, onPress: () => openPage('record') }
    if (!c || !s) return <Empty sentence={words.missing} action={toRecord} />
    if (at?.sessionId !== s || keepsake.phase === 'loading') return <Loading rows={2} />
    if (keepsake.phase === 'failed') {
      return keepsake.error.code === 'not_found' ? (
        <Empty sentence={words.empty} action={toRecord} />
      ) : (
        <Failure sentence={trouble(keepsake.error, telling)} onRetry={() => void refresh()} />
      )
    }
    const { keptSince, value } = keepsake
    return (
      <>
        {keptSince !== null ? <Note icon="offline" words={app.offline(ago(keptSince, telling))} /> : null}
        <Card keepsake={value} telling={telling} />
      </>
    )
  }
  return (
    <Screen id="keepsake" elder={telling.elder}>
      {content()}
    </Screen>
  )
}

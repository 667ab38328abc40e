import { useDidShow, useReachBottom } from '@tarojs/taro'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/choice/chips'
import { Icon } from '@/components/icon/icon'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { Note } from '@/components/state/note'
import { app } from '@/copy/app'
import { ago } from '@/copy/date'
import { desk as words } from '@/copy/desk'
import { trouble } from '@/copy/trouble'
import { openPage } from '@/platform/navigation'
import { usePullDown } from '@/platform/pull-down'
import { isForbidden } from '@/stores/loadable'
import { useDesk, type WhichCalls } from '@/stores/desk'
import { useHeldCalls } from '@/stores/held-calls'
import { useSendMarks } from '@/stores/marks'
import { useTelling } from '@/stores/telling'
import { CadreOnly } from '../cadre-only/cadre-only'
import { CallList } from './call-list'
import { HeldCalls } from './held-calls'
import { Tools } from './tools'
import './index.scss'

const WHICH: WhichCalls[] = ['open', 'closed']

/** What is out there, how it fills, and what has to be done today. */
export default function Desk() {
  const telling = useTelling()
  const which = useDesk((store) => store.which)
  const shown = useDesk((store) => store[store.which])
  const unconfirmed = useDesk((store) => store.unconfirmed)
  const disputed = useDesk((store) => store.disputes)
  const show = useDesk((store) => store.show)
  const refresh = useDesk((store) => store.refresh)
  const more = useDesk((store) => store.more)
  const readHeld = useHeldCalls((store) => store.refresh)
  useDidShow(() => {
    void refresh()
    void readHeld()
  })
  useSendMarks(refresh)
  usePullDown(refresh)
  useReachBottom(() => void more())

  const list = () => {
    if (shown.phase === 'loading') return <Loading rows={4} />
    if (shown.phase === 'failed') {
      return <Failure sentence={trouble(shown.error, telling)} onRetry={() => void refresh()} />
    }
    return (
      <>
        {shown.keptSince !== null ? (
          <Note icon="offline" words={app.offline(ago(shown.keptSince, telling))} />
        ) : null}
        <CallList calls={shown.value} which={which} telling={telling} />
      </>
    )
  }
  return (
    <CadreOnly id="desk" refused={isForbidden(shown)}>
      <Button id="publish-open" tone="go" fit="wide" onPress={() => openPage('publish')}>
        <Icon name="add" size="small" />
        {words.publish}
      </Button>
      <Tools unconfirmed={unconfirmed} disputed={disputed} />
      <HeldCalls telling={telling} />
      <Chips
        options={WHICH.map((value) => ({ value, label: words[value] }))}
        chosen={which}
        onChoose={show}
      />
      {list()}
    </CadreOnly>
  )
}

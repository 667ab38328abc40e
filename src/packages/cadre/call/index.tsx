import { useEffect } from 'react'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { callChange as words } from '@/copy/call-change'
import { trouble } from '@/copy/trouble'
import { readCallLink } from '@/domain/link'
import { useQuery } from '@/platform/entry'
import { openPage } from '@/platform/navigation'
import { usePullDown } from '@/platform/pull-down'
import { useCallChange } from '@/stores/call-change'
import { isForbidden } from '@/stores/loadable'
import { useTelling } from '@/stores/telling'
import { CadreOnly } from '../cadre-only/cadre-only'
import { CallContent } from './call-content'
import './index.scss'

/** The words of a published call, on all its sessions at once. */
export default function Call() {
  const link = readCallLink(useQuery('packages/cadre/call/index'))
  const c = link?.communityId
  const id = link?.callId
  const telling = useTelling()
  const at = useCallChange((store) => store.at)
  const call = useCallChange((store) => store.call)
  const seen = useCallChange((store) => store.seen)
  const form = useCallChange((store) => store.form)
  const open = useCallChange((store) => store.open)
  const refresh = useCallChange((store) => store.refresh)
  useEffect(() => {
    if (c && id) void open(c, id)
  }, [c, id, open])
  usePullDown(refresh)

  const content = () => {
    if (!c || !id) {
      const toDesk = { label: words.toDesk, onPress: () => openPage('desk') }
      return <Empty sentence={words.missingLink} action={toDesk} />
    }
    if (at?.callId !== id || call.phase === 'loading') return <Loading rows={4} />
    if (call.phase === 'failed')
      return <Failure sentence={trouble(call.error, telling)} onRetry={() => void refresh()} />
    return seen && form ? <CallContent call={call.value} seen={seen} form={form} telling={telling} /> : null
  }
  return (
    <CadreOnly id="call" refused={isForbidden(call)}>
      {content()}
    </CadreOnly>
  )
}

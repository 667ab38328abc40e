import { useEffect } from 'react'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { change as words } from '@/copy/change'
import { trouble } from '@/copy/trouble'
import { readSessionLink } from '@/domain/link'
import { useQuery } from '@/platform/entry'
import { openPage } from '@/platform/navigation'
import { usePullDown } from '@/platform/pull-down'
import { useChange } from '@/stores/change'
import { isForbidden } from '@/stores/loadable'
import { useTelling } from '@/stores/telling'
import { CadreOnly } from '../cadre-only/cadre-only'
import { ChangeContent } from './change-content'
import './index.scss'

/** One published session: another time or place, another number of places, or no session after all. */
export default function Change() {
  const link = readSessionLink(useQuery('packages/cadre/change/index'))
  const c = link?.communityId
  const s = link?.sessionId
  const telling = useTelling()
  const at = useChange((store) => store.at)
  const roster = useChange((store) => store.roster)
  const seen = useChange((store) => store.seen)
  const form = useChange((store) => store.form)
  const open = useChange((store) => store.open)
  const refresh = useChange((store) => store.refresh)
  useEffect(() => {
    if (c && s) void open(c, s)
  }, [c, s, open])
  usePullDown(refresh)

  const content = () => {
    if (!c || !s) {
      const toDesk = { label: words.toDesk, onPress: () => openPage('desk') }
      return <Empty sentence={words.missingLink} action={toDesk} />
    }
    if (at?.sessionId !== s || roster.phase === 'loading') return <Loading rows={4} />
    if (roster.phase === 'failed') {
      return <Failure sentence={trouble(roster.error, telling)} onRetry={() => void refresh()} />
    }
    return seen && form ? (
      <ChangeContent communityId={c} roster={roster.value} seen={seen} form={form} telling={telling} />
    ) : null
  }
  return (
    <CadreOnly id="change" refused={isForbidden(roster)}>
      {content()}
    </CadreOnly>
  )
}

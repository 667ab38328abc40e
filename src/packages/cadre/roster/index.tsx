import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { roster as words } from '@/copy/roster'
import { trouble } from '@/copy/trouble'
import { readSessionLink } from '@/domain/link'
import { useQuery } from '@/platform/entry'
import { openPage } from '@/platform/navigation'
import { usePullDown } from '@/platform/pull-down'
import { isForbidden } from '@/stores/loadable'
import { withMarks } from '@/stores/marked-roster'
import { useMarks, useSendMarks } from '@/stores/marks'
import { useRoster } from '@/stores/roster'
import { useTelling } from '@/stores/telling'
import { CadreOnly } from '../cadre-only/cadre-only'
import { RosterContent } from './roster-content'
import './index.scss'

/** One session: who holds its places, who is there, and closing its books. */
export default function Roster() {
  const link = readSessionLink(useQuery('packages/cadre/roster/index'))
  const c = link?.communityId
  const s = link?.sessionId
  const telling = useTelling()
  const at = useRoster((store) => store.at)
  const roster = useRoster((store) => store.roster)
  const open = useRoster((store) => store.open)
  const refresh = useRoster((store) => store.refresh)
  useEffect(() => {
    if (c && s) void open(c, s)
  }, [c, s, open])
  const marks = useMarks((store) => store.marks)
  useSendMarks(refresh)
  useDidShow(() => {
    if (at?.sessionId === s) void refresh()
  })
  usePullDown(refresh)

  const content = () => {
    if (!c || !s) {
      const toDesk = { label: words.toDesk, onPress: () => openPage('desk') }
      return <Empty sentence={words.missingLink} action={toDesk} />
    }
    const current = at?.sessionId === s && at.communityId === c
    if (!current || roster.phase === 'loading') return <Loading rows={4} />
    if (roster.phase === 'failed') {
      return <Failure sentence={trouble(roster.error, telling)} onRetry={() => void refresh()} />
    }
    const { value, keptSince } = roster
    return <RosterContent at={at} roster={withMarks(value, marks)} keptSince={keptSince} telling={telling} />
  }
  return (
    <CadreOnly id="roster" refused={isForbidden(roster)} forLeaders>
      {content()}
    </CadreOnly>
  )
}

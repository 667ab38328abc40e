import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { ShareCanvas } from '@/components/share-canvas/share-canvas'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { fillBoard as words } from '@/copy/fill-board'
import { trouble } from '@/copy/trouble'
import { readSessionLink } from '@/domain/link'
import { useQuery } from '@/platform/entry'
import { openPage } from '@/platform/navigation'
import { usePullDown } from '@/platform/pull-down'
import { SHARE_CANVAS } from '@/platform/painting'
import { useFillBoard } from '@/stores/fill-board'
import { isForbidden } from '@/stores/loadable'
import { useMember } from '@/stores/membership'
import { useTelling } from '@/stores/telling'
import { useCallCard } from '@/pages/call-card/use-call-card'
import { CadreOnly } from '@/packages/cadre/cadre-only/cadre-only'
import { boardCard } from './board-card'
import { BoardContent } from './board-content'
import './index.scss'

/** In milliseconds: soon enough to watch it fill. */
const REFRESHED_EVERY = 20_000

/** One session, watched as it fills. */
export default function Board() {
  const link = readSessionLink(useQuery('packages/office/board/index'))
  const c = link?.communityId
  const s = link?.sessionId
  const telling = useTelling()
  const at = useFillBoard((store) => store.at)
  const board = useFillBoard((store) => store.board)
  const open = useFillBoard((store) => store.open)
  const refresh = useFillBoard((store) => store.refresh)
  const shared = useFillBoard((store) => store.shared)
  const community = useMember()?.communityName ?? ''
  const made = board.phase === 'ready' ? boardCard(board.value, community, telling.now) : null
  useCallCard(at && made && { ...at, card: made }, () => void shared())
  const [hidden, setHidden] = useState(false)
  useEffect(() => {
    if (c && s) void open(c, s)
  }, [c, s, open])
  useDidShow(() => {
    setHidden(false)
    if (at?.sessionId === s) void refresh()
  })
  useDidHide(() => setHidden(true))
  useEffect(() => {
    if (hidden) return
    const timer = setInterval(() => void refresh(), REFRESHED_EVERY)
    return () => clearInterval(timer)
  }, [hidden, refresh])
  usePullDown(refresh)

  const content = () => {
    if (!c || !s) {
      const toDesk = { label: words.toDesk, onPress: () => openPage('desk') }
      return <Empty sentence={words.missingLink} action={toDesk} />
    }
    const current = at?.sessionId === s && at.communityId === c
    if (!current || board.phase === 'loading') return <Loading rows={4} />
    if (board.phase === 'failed') {
      return <Failure sentence={trouble(board.error, telling)} onRetry={() => void refresh()} />
    }
    if (!made) return null
    const { picture } = made
    return <BoardContent {...{ at, picture, telling }} board={board.value} keptSince={board.keptSince} />
  }
  return (
    <CadreOnly id="board" refused={isForbidden(board)}>
      {content()}
      <ShareCanvas id={SHARE_CANVAS} />
    </CadreOnly>
  )
}

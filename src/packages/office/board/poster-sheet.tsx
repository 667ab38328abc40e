import { useEffect, useState } from 'react'
import { DrawnPicture } from '@/components/drawn-picture/drawn-picture'
import { KeepPicture } from '@/components/drawn-picture/keep-picture'
import { Sheet } from '@/components/sheet/sheet'
import { Note } from '@/components/state/note'
import { poster as words } from '@/copy/fill-board'
import type { CardPicture } from '@/copy/share-card'
import { openPermissions, paint, type ImageKept, type Picture } from '@/platform/image'
import { pathOf } from '@/platform/navigation'
import { linkOf } from '@/platform/share'
import { useFillBoard } from '@/stores/fill-board'
import { valueOf } from '@/stores/loadable'
import { useOutside } from '@/stores/outside'
import { useShare } from '@/stores/share'
import { drawPoster, POSTER } from './draw-poster'

const CANVAS = 'poster-canvas'
// The sheet is in place by then, and the canvas with it.
const STANDS_AFTER = 50

interface PosterSheetProps {
  at: { communityId: string; sessionId: string }
  picture: CardPicture
  onClose(): void
}

/** A poster for the lift and the gate; by the code on it one sees what it brought. */
export function PosterSheet({ at, picture, onClose }: PosterSheetProps) {
  const { communityId, sessionId } = at
  // A poster is one share, whatever is sent meanwhile.
  const [shareId] = useState(() => useShare.getState().next)
  const code = useOutside((store) => store.code)
  const readCode = useOutside((store) => store.readCode)
  const refresh = useFillBoard((store) => store.refresh)
  const sent = useShare((store) => store.sent)
  const [drawn, setDrawn] = useState<Picture | null>(null)
  const [kept, setKept] = useState<ImageKept | null>(null)
  const [busy, setBusy] = useState(false)
  const link = linkOf(pathOf('session', { c: communityId, s: sessionId, h: shareId }))
  useEffect(() => {
    if (link === null) void readCode({ communityId, sessionId, shareId })
  }, [link, communityId, sessionId, shareId, readCode])
  const src = valueOf(code)?.image ?? null
  const key = JSON.stringify(picture)
  useEffect(() => {
    const card = JSON.parse(key) as CardPicture
    const timer = setTimeout(() => {
      const made = paint(
        CANVAS,
        POSTER,
        (pen, loaded) => drawPoster(pen, card, link ? { text: link } : loaded && { image: loaded }),
        src,
      )
      void made.then(setDrawn)
    }, STANDS_AFTER)
    return () => clearTimeout(timer)
  }, [key, link, src])

  const keep = async () => {
    if (!drawn) return
    setBusy(true)
    const outcome = await drawn.keep(`${picture.title}-${words.name}`)
    if (outcome.ok && useShare.getState().next === shareId) {
      await sent(communityId, sessionId, words.name)
      await refresh()
    }
    setKept(outcome)
    setBusy(false)
  }
  const lacks = link === null && code.phase !== 'loading' && src === null
  return (
    <Sheet open id="poster-sheet" title={words.title} onClose={onClose}>
      <DrawnPicture
        canvasId={CANVAS}
        className="board-poster-canvas"
        src={drawn?.src ?? null}
        label={words.label(picture.title)}
      />
      {lacks ? <Note icon="warning" words={words.lacks[valueOf(code)?.lacks ?? 'unanswered']} /> : null}
      <KeepPicture
        id="poster-keep"
        kept={kept}
        ready={drawn !== null}
        busy={busy}
        onKeep={() => void keep()}
        onPermissions={() => void openPermissions()}
      />
    </Sheet>
  )
}

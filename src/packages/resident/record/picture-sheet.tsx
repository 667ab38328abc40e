import { useCallback, useEffect, useState } from 'react'
import { Tick } from '@/components/choice/tick'
import { DrawnPicture } from '@/components/drawn-picture/drawn-picture'
import { KeepPicture } from '@/components/drawn-picture/keep-picture'
import { Sheet } from '@/components/sheet/sheet'
import { record as words } from '@/copy/record'
import { openPermissions, paint, type ImageKept, type Picture } from '@/platform/image'
import { useMember } from '@/stores/membership'
import type { Summary } from '@/stores/record'
import { drawRecord, RECORD_IMAGE } from './draw-record'

const CANVAS = 'record-canvas'
// The sheet is in place by then, and the canvas with it.
const STANDS_AFTER = 50

/** The year as a picture for the album. The name stands on it only where the person wants it. */
export function PictureSheet({ summary, onClose }: { summary: Summary; onClose(): void }) {
  const member = useMember()
  const [withName, setWithName] = useState(false)
  const [picture, setPicture] = useState<Picture | null>(null)
  const [kept, setKept] = useState<ImageKept | null>(null)
  const [busy, setBusy] = useState(false)
  const name = member?.name ?? ''
  const draw = useCallback(
    (pen: CanvasRenderingContext2D) =>
      drawRecord(pen, {
        ...summary,
        name: withName ? name : '',
        community: member?.communityName ?? '',
      }),
    [summary, withName, name, member?.communityName],
  )
  useEffect(() => {
    const timer = setTimeout(() => void paint(CANVAS, RECORD_IMAGE, draw).then(setPicture), STANDS_AFTER)
    return () => clearTimeout(timer)
  }, [draw])

  const keep = async () => {
    if (!picture) return
    setBusy(true)
    setKept(await picture.keep(words.title))
    setBusy(false)
  }
  const label = words.imageLabel(summary.year, summary.minutes, summary.times)
  return (
    <Sheet open id="picture-sheet" title={words.imageTitle} onClose={onClose}>
      <DrawnPicture canvasId={CANVAS} className="record-canvas" src={picture?.src ?? null} label={label} />
      {name ? (
        <Tick
          id="image-name"
          label={words.imageWithName}
          on={withName}
          onToggle={() => {
            setWithName(!withName)
            setKept(null)
          }}
        />
      ) : null}
      <KeepPicture
        id="image-keep"
        kept={kept}
        ready={picture !== null}
        busy={busy}
        onKeep={() => void keep()}
        onPermissions={() => void openPermissions()}
      />
    </Sheet>
  )
}

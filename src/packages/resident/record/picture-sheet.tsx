import { Canvas, Image, View } from '@tarojs/components'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '@/components/button/button'
import { Tick } from '@/components/choice/tick'
import { Sheet } from '@/components/sheet/sheet'
import { Note } from '@/components/state/note'
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
      <View className="record-picture" aria-label={label}>
        {process.env.TARO_ENV === 'h5' ? (
          picture?.src ? (
            <Image className="record-canvas" mode="widthFix" src={picture.src} />
          ) : (
            <View className="skeleton tall" />
          )
        ) : (
          <Canvas type="2d" id={CANVAS} canvasId={CANVAS} className="record-canvas" />
        )}
      </View>
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
      <View aria-live="polite">
        {kept?.ok ? <Note tone="go" icon="check" words={words.imageKept} /> : null}
        {kept && !kept.ok && kept.reason !== 'cancelled' ? (
          <Note
            tone="stop"
            icon="warning"
            words={kept.reason === 'not_allowed' ? words.imageNotAllowed : words.imageFailed}
          />
        ) : null}
      </View>
      {kept && !kept.ok && kept.reason === 'not_allowed' ? (
        <Button id="to-permissions" tone="quiet" fit="wide" onPress={() => void openPermissions()}>
          {words.toPermissions}
        </Button>
      ) : null}
      <Button id="image-keep" tone="go" fit="wide" off={!picture} busy={busy} onPress={() => void keep()}>
        {process.env.TARO_ENV === 'h5' ? words.imageSave : words.imageKeep}
      </Button>
    </Sheet>
  )
}

import { Text } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button/button'
import { DrawnPicture } from '@/components/drawn-picture/drawn-picture'
import { KeepPicture } from '@/components/drawn-picture/keep-picture'
import { Note } from '@/components/state/note'
import type { Telling } from '@/copy/date'
import { keepsake as words, keepsakeCard, keepsakeSentence } from '@/copy/keepsake'
import { openPermissions, paint, type ImageKept, type Picture } from '@/platform/image'
import { sharePicture, SHARES_PICTURES } from '@/platform/share-picture'
import type { Keepsake } from '@/stores/keepsake'
import { drawKeepsake, KEEPSAKE } from './draw-keepsake'

const CANVAS = 'keepsake-canvas'
// The page is in place by then, and the canvas with it.
const STANDS_AFTER = 50

/** The picture, and the ways it is kept and sent. */
export function Card({ keepsake, telling }: { keepsake: Keepsake; telling: Telling }) {
  const [picture, setPicture] = useState<Picture | null>(null)
  const [kept, setKept] = useState<ImageKept | null>(null)
  const [notShared, setNotShared] = useState(false)
  const [busy, setBusy] = useState(false)
  const sentence = keepsakeSentence(keepsake, telling.now)
  const key = JSON.stringify(keepsake)
  useEffect(() => {
    const shown = JSON.parse(key) as Keepsake
    const card = keepsakeCard(shown)
    const timer = setTimeout(() => {
      const made = paint(CANVAS, KEEPSAKE, (pen) => drawKeepsake(pen, card, shown.neighbours))
      void made.then(setPicture)
    }, STANDS_AFTER)
    return () => clearTimeout(timer)
  }, [key])

  const keep = async () => {
    if (!picture) return
    setBusy(true)
    setNotShared(false)
    setKept(await picture.keep(`${words.row}-${keepsake.activityTitle}`))
    setBusy(false)
  }
  const share = async () => {
    if (!picture) return
    setBusy(true)
    setKept(null)
    const outcome = await sharePicture(picture)
    setNotShared(!outcome.ok && outcome.reason !== 'cancelled')
    setBusy(false)
  }
  return (
    <>
      <DrawnPicture
        canvasId={CANVAS}
        className="keepsake-picture"
        src={picture?.src ?? null}
        label={sentence}
      />
      {/* What stands on the picture does not grow with the letters. */}
      {telling.elder ? (
        <Text className="strong">{sentence}</Text>
      ) : (
        <Text className="small soft">{words.hint}</Text>
      )}
      {notShared ? <Note tone="stop" icon="warning" words={words.notShared} /> : null}
      <KeepPicture
        id="keepsake-keep"
        kept={kept}
        ready={picture !== null}
        busy={busy}
        onKeep={() => void keep()}
        onPermissions={() => void openPermissions()}
      />
      {SHARES_PICTURES ? (
        <Button
          id="keepsake-share"
          tone="done"
          fit="wide"
          off={picture === null}
          busy={busy}
          onPress={() => void share()}
        >
          {words.share}
        </Button>
      ) : null}
    </>
  )
}

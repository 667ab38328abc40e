import { useEffect, useRef } from 'react'
import { paint, type Pen, type Size } from './image'

/** A picture to be drawn on the page's canvas {@link SHARE_CANVAS}; `key` tells it from another. */
export interface Painting {
  key: string
  size: Size
  draw(pen: Pen): void
}

export const SHARE_CANVAS = 'share-canvas'
// The page is to be read first; a card is sent seconds later.
const DRAWN_AFTER = 400

/** Draws it, and again when it becomes another. @returns its file; null while there is none */
export function usePainted(painting: Painting | null): () => string | null {
  const file = useRef<string | null>(null)
  const latest = useRef(painting)
  latest.current = painting
  const key = painting?.key
  useEffect(() => {
    if (process.env.TARO_ENV !== 'weapp' || key === undefined) return undefined
    let left = false
    const timer = setTimeout(() => {
      void fileOf(latest.current).then((drawn) => {
        if (!left) file.current = drawn
      })
    }, DRAWN_AFTER)
    return () => {
      left = true
      clearTimeout(timer)
      file.current = null
    }
  }, [key])
  return () => file.current
}

async function fileOf(painting: Painting | null): Promise<string | null> {
  const picture = painting && (await paint(SHARE_CANVAS, painting.size, (pen) => painting.draw(pen)))
  return picture ? picture.file() : null
}

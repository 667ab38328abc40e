import { encode } from 'uqr'
import { block, fontOf, LIGHT, lineWriter, wrapped, type Pen } from '@/components/drawing/pen'
import { poster as words } from '@/copy/fill-board'
import type { CardPicture } from '@/copy/share-card'

/** In pixels: whole on a phone, and sharp on a sheet of paper by the lift. */
export const POSTER = { width: 1080, height: 1620 }

/** What is scanned: a picture that is there, or the text of a QR code to be drawn. */
export type Code = { image: CanvasImageSource } | { text: string }

const EDGE = 84
const CODE = 360

/** The session on a sheet: when is the hero, the code is at hand. It hangs for days: nothing on it that changes, and no names. */
export function drawPoster(pen: Pen, card: CardPicture, code: Code | null): void {
  const { width, height } = POSTER
  const room = width - 2 * EDGE
  const line = lineWriter(pen, EDGE, room)
  pen.textBaseline = 'alphabetic'
  block(pen, 0, 0, width, height, LIGHT.paper)
  block(pen, 0, 0, width, 28, LIGHT.go)
  line(`${card.community} · ${card.kind}`, 142, 46, LIGHT.go, 600)
  pen.font = fontOf(100, 600)
  const title = wrapped(pen, card.title, room, 2)
  title.forEach((part, index) => line(part, 290 + index * 124, 100, LIGHT.ink, 600))
  const below = 290 + (title.length - 1) * 124
  line(card.day, below + 132, 62, LIGHT.soft)
  line(card.hours, below + 282, 140, LIGHT.go, 600)
  line(card.place, below + 376, 56, LIGHT.ink)
  drawFoot(pen, code)
}

function drawFoot(pen: Pen, code: Code | null): void {
  const { width, height } = POSTER
  const top = height - EDGE - CODE - 72
  block(pen, EDGE, top, width - 2 * EDGE, CODE + 72, LIGHT.card)
  const [x, y] = [width - EDGE - 36 - CODE, top + 36]
  if (code && 'image' in code) pen.drawImage(code.image, x, y, CODE, CODE)
  else if (code) drawCode(pen, code.text, x, y)
  const lines = code ? words.scan : words.noCode
  lines.forEach((text, index) => {
    pen.font = fontOf(index === 0 ? 60 : 44, index === 0 ? 600 : 400)
    pen.fillStyle = index === 0 ? LIGHT.ink : LIGHT.soft
    pen.fillText(text, EDGE + 48, top + 170 + index * 84)
  })
}

/** Whole pixels, or cameras see seams between the modules. */
function drawCode(pen: Pen, text: string, x: number, y: number): void {
  const { size, data } = encode(text, { ecc: 'M', border: 2 })
  const module = Math.floor(CODE / size)
  const inset = Math.floor((CODE - module * size) / 2)
  block(pen, x, y, CODE, CODE, '#ffffff')
  data.forEach((row, down) =>
    row.forEach((dark, across) => {
      if (dark) block(pen, x + inset + across * module, y + inset + down * module, module, module, '#000000')
    }),
  )
}

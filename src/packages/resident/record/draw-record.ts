import { block, fontOf, LIGHT, lineWriter } from '@/components/drawing/pen'
import { ACTIVITY_WORDS } from '@/copy/activity'
import { hours } from '@/copy/date'
import { recordImage as words } from '@/copy/record'
import type { Summary } from '@/stores/record'

/** In pixels: sharp on any phone, and whole in a chat. */
export const RECORD_IMAGE = { width: 900, height: 1200 }

export interface RecordImage extends Pick<Summary, 'year' | 'minutes' | 'times' | 'kinds'> {
  /** empty: not to be shown */
  name: string
  community: string
}

const EDGE = 60
const INNER = 120
const MOST_KINDS = 5

/** The card: the hours large, what they were made of, and what it is not. */
export function drawRecord(pen: CanvasRenderingContext2D, image: RecordImage): void {
  const { width, height } = RECORD_IMAGE
  const line = lineWriter(pen, INNER, width - 2 * INNER)
  pen.textBaseline = 'alphabetic'
  block(pen, 0, 0, width, height, LIGHT.paper)
  block(pen, EDGE, EDGE, width - 2 * EDGE, height - 2 * EDGE, LIGHT.card)
  block(pen, EDGE, EDGE, width - 2 * EDGE, 14, LIGHT.go)

  line(words.head, 160, 34, LIGHT.go, 600)
  line(image.community, 212, 34, LIGHT.soft)
  if (image.name) line(image.name, 300, 52, LIGHT.ink, 600)
  line(words.year(image.year), 380, 38, LIGHT.soft)

  pen.font = fontOf(168, 600)
  pen.fillStyle = LIGHT.go
  const figure = hours(image.minutes)
  pen.fillText(figure, INNER, 550)
  const end = INNER + pen.measureText(figure).width
  pen.font = fontOf(48, 600)
  pen.fillText(words.unit, end + 18, 550)
  line(words.times(image.times), 626, 44, LIGHT.ink, 600)

  const most = Math.max(1, ...image.kinds.map((it) => it.minutes))
  image.kinds.slice(0, MOST_KINDS).forEach(({ kind, minutes }, index) => {
    const y = 716 + index * 76
    line(words.kind(ACTIVITY_WORDS[kind].name, minutes), y, 34, LIGHT.ink)
    const whole = width - 2 * INNER
    block(pen, INNER, y + 16, whole, 12, LIGHT.goWash)
    block(pen, INNER, y + 16, Math.max(12, (whole * minutes) / most), 12, LIGHT.go)
  })
  line(words.note, height - EDGE - 36, 30, LIGHT.soft)
}

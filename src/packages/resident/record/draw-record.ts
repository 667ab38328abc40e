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

// A picture goes where there is no dark mode: the light tokens, as numbers.
const PAPER = '#f6f4ef'
const CARD = '#ffffff'
const INK = '#1f2a24'
const SOFT = '#5b665f'
const GO = '#1f7a4d'
const WASH = '#e6f2eb'

const FONT = '-apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif'
const EDGE = 60
const INNER = 120
const MOST_KINDS = 5

/** The card: the hours large, what they were made of, and what it is not. */
export function drawRecord(pen: CanvasRenderingContext2D, image: RecordImage): void {
  const { width, height } = RECORD_IMAGE
  const line = (text: string, y: number, size: number, colour: string, weight = 400) => {
    pen.font = `${weight} ${size}px ${FONT}`
    pen.fillStyle = colour
    pen.fillText(fitted(pen, text, width - 2 * INNER), INNER, y)
  }
  pen.textBaseline = 'alphabetic'
  block(pen, 0, 0, width, height, PAPER)
  block(pen, EDGE, EDGE, width - 2 * EDGE, height - 2 * EDGE, CARD)
  block(pen, EDGE, EDGE, width - 2 * EDGE, 14, GO)

  line(words.head, 160, 34, GO, 600)
  line(image.community, 212, 34, SOFT)
  if (image.name) line(image.name, 300, 52, INK, 600)
  line(words.year(image.year), 380, 38, SOFT)

  pen.font = `600 168px ${FONT}`
  pen.fillStyle = GO
  const figure = hours(image.minutes)
  pen.fillText(figure, INNER, 550)
  const end = INNER + pen.measureText(figure).width
  pen.font = `600 48px ${FONT}`
  pen.fillText(words.unit, end + 18, 550)
  line(words.times(image.times), 626, 44, INK, 600)

  const most = Math.max(1, ...image.kinds.map((it) => it.minutes))
  image.kinds.slice(0, MOST_KINDS).forEach(({ kind, minutes }, index) => {
    const y = 716 + index * 76
    line(words.kind(ACTIVITY_WORDS[kind].name, minutes), y, 34, INK)
    const whole = width - 2 * INNER
    block(pen, INNER, y + 16, whole, 12, WASH)
    block(pen, INNER, y + 16, Math.max(12, (whole * minutes) / most), 12, GO)
  })
  line(words.note, height - EDGE - 36, 30, SOFT)
}

function block(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: string,
) {
  pen.fillStyle = colour
  pen.fillRect(x, y, width, height)
}

/** Cut off with … where it is too long. */
function fitted(pen: CanvasRenderingContext2D, text: string, width: number): string {
  if (pen.measureText(text).width <= width) return text
  const letters = [...text]
  while (letters.length > 1 && pen.measureText(`${letters.join('')}…`).width > width) letters.pop()
  return `${letters.join('')}…`
}

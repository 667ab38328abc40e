import { block, fitted, fontOf, LIGHT, lineWriter, pill, wrapped, type Pen } from '@/components/drawing/pen'
import type { KeepsakeCard } from '@/copy/keepsake'

/** In pixels: sharp on any phone, and whole in a chat. */
export const KEEPSAKE = { width: 900, height: 1200 }

const EDGE = 84
const ROOM = KEEPSAKE.width - 2 * EDGE
const GROUND = 1020
const MOST_FIGURES = 13
const WIDEST = 116

/** The card: how long is the hero; below, as many people as there were, who keeps it among them. */
export function drawKeepsake(pen: Pen, card: KeepsakeCard, neighbours: number): void {
  const { width, height } = KEEPSAKE
  const line = lineWriter(pen, EDGE, ROOM)
  pen.textBaseline = 'alphabetic'
  block(pen, 0, 0, width, height, LIGHT.goWash)

  line(card.date, 128, 36, LIGHT.soft)
  pen.font = fontOf(48, 600)
  const title = wrapped(pen, card.title, ROOM, 2)
  title.forEach((words, index) => line(words, 200 + index * 62, 48, LIGHT.go, 600))
  const below = (title.length - 1) * 40

  line(card.who, 338 + below, 62, LIGHT.ink, 600)
  line(card.did, 424 + below, 62, LIGHT.ink, 600)
  pen.font = fontOf(176, 600)
  pen.fillStyle = LIGHT.go
  pen.fillText(card.figure, EDGE - 6, 604 + below)
  const end = EDGE + pen.measureText(card.figure).width
  pen.font = fontOf(62, 600)
  pen.fillText(card.unit, end + 14, 604 + below)
  if (card.thanks) drawThanks(pen, card.thanks, 648 + below)

  drawPeople(pen, neighbours)
  block(pen, 0, GROUND, width, height - GROUND, LIGHT.go)
  line(card.place, GROUND + 82, 38, LIGHT.onGo, 600)
  line(card.community, GROUND + 138, 32, LIGHT.onGo)
}

function drawThanks(pen: Pen, words: string, y: number): void {
  pen.font = fontOf(36, 600)
  const shown = fitted(pen, words, ROOM - 64)
  pill(pen, EDGE, y, pen.measureText(shown).width + 64, 72, LIGHT.card)
  pen.fillStyle = LIGHT.hands
  pen.fillText(shown, EDGE + 32, y + 49)
}

/** Side by side on the ground; at most {@link MOST_FIGURES}, the sentence has the number. */
function drawPeople(pen: Pen, neighbours: number): void {
  const count = Math.min(neighbours + 1, MOST_FIGURES)
  const step = Math.min(WIDEST, ROOM / count)
  const own = Math.floor((count - 1) / 2)
  const first = KEEPSAKE.width / 2 - ((count - 1) * step) / 2
  for (let index = 0; index < count; index += 1) {
    // Nobody is as tall as the next.
    const tall = step * (index === own ? 1.5 : 1.25 + 0.12 * (index % 3))
    drawPerson(pen, first + index * step, step, tall, index === own ? LIGHT.hands : LIGHT.go)
  }
}

function drawPerson(pen: Pen, x: number, wide: number, tall: number, colour: string): void {
  const body = wide * 0.38
  const head = wide * 0.25
  const shoulder = GROUND - tall + head * 2
  pen.fillStyle = colour
  pen.beginPath()
  pen.arc(x, GROUND - tall, head, 0, Math.PI * 2)
  pen.closePath()
  pen.fill()
  pen.beginPath()
  pen.arc(x, shoulder + body, body, Math.PI, 0)
  pen.closePath()
  pen.fill()
  block(pen, x - body, shoulder + body - 1, body * 2, Math.max(0, GROUND - shoulder - body + 1), colour)
}

import { block, fitted, fontOf, LIGHT, lineWriter, pill, wrapped, type Pen } from '@/components/drawing/pen'
import type { KeepsakeCard } from '@/copy/keepsake'

/** In pixels: sharp on any phone, and whole in a chat. */
export const KEEPSAKE = { width: 900, height: 1200 }

const EDGE = 76
const ROOM = KEEPSAKE.width - 2 * EDGE
const GROUND = 1010
const IN_FRONT = 7
const BEHIND = 6
/** from one to the next, where there are few */
const WIDEST = 150

/** The card: how long is the hero; below, as many people as there were, who keeps it among them. */
export function drawKeepsake(pen: Pen, card: KeepsakeCard, neighbours: number): void {
  const { width, height } = KEEPSAKE
  const line = lineWriter(pen, EDGE, ROOM)
  pen.textBaseline = 'alphabetic'
  block(pen, 0, 0, width, height, LIGHT.goWash)

  line(card.date, 118, 40, LIGHT.soft)
  pen.font = fontOf(54, 600)
  const title = wrapped(pen, card.title, ROOM, 2)
  title.forEach((words, index) => line(words, 194 + index * 66, 54, LIGHT.go, 600))
  const below = (title.length - 1) * 48

  const last = 400 + below
  card.said.forEach((words, index) => {
    line(words, last - (card.said.length - 1 - index) * 86, 66, LIGHT.ink, 600)
  })
  pen.font = fontOf(190, 600)
  pen.fillStyle = LIGHT.go
  pen.fillText(card.figure, EDGE - 6, last + 200)
  const end = EDGE + pen.measureText(card.figure).width
  pen.font = fontOf(66, 600)
  pen.fillText(card.unit, end + 14, last + 200)
  if (card.thanks) drawThanks(pen, card.thanks, last + 238)

  drawPeople(pen, neighbours)
  block(pen, 0, GROUND, width, height - GROUND, LIGHT.go)
  line(card.place, GROUND + 86, 44, LIGHT.onGo, 600)
  line(card.community, GROUND + 148, 40, LIGHT.onGo)
}

function drawThanks(pen: Pen, words: string, y: number): void {
  pen.font = fontOf(42, 600)
  const shown = fitted(pen, words, ROOM - 64)
  pill(pen, EDGE, y, pen.measureText(shown).width + 64, 76, LIGHT.card)
  pen.fillStyle = LIGHT.hands
  pen.fillText(shown, EDGE + 32, y + 53)
}

/** Side by side on the ground, who does not find a place there behind them; the sentence has the number. */
function drawPeople(pen: Pen, neighbours: number): void {
  const all = Math.min(neighbours + 1, IN_FRONT + BEHIND)
  const front = Math.min(all, IN_FRONT)
  const behind = all - front
  const step = Math.min(WIDEST, ROOM / front)
  const middle = KEEPSAKE.width / 2
  pen.globalAlpha = 0.4
  // Between those in front, never straight behind one.
  drawRow(pen, behind, behind % 2 === front % 2 ? middle + step / 2 : middle, step, 1.9, () => LIGHT.go)
  pen.globalAlpha = 1
  const own = Math.floor((front - 1) / 2)
  drawRow(pen, front, middle, step, 1.25, (index) => (index === own ? LIGHT.hands : LIGHT.go))
}

function drawRow(
  pen: Pen,
  count: number,
  middle: number,
  step: number,
  tall: number,
  colourOf: (index: number) => string,
): void {
  const first = middle - ((count - 1) * step) / 2
  for (let index = 0; index < count; index += 1) {
    // Nobody is as tall as the next.
    const height = Math.round(step * (tall + 0.14 * ((index + 1) % 3)))
    drawPerson(pen, first + index * step, step, height, colourOf(index))
  }
}

/** A head above round shoulders. */
function drawPerson(pen: Pen, x: number, step: number, tall: number, colour: string): void {
  const [body, head] = [Math.round(step * 0.4), Math.round(step * 0.25)]
  const chest = GROUND - tall + Math.round(head * 2.4) + body
  pen.fillStyle = colour
  pen.beginPath()
  pen.arc(x, GROUND - tall + head, head, 0, Math.PI * 2)
  pen.closePath()
  pen.fill()
  pen.beginPath()
  pen.arc(x, chest, body, Math.PI, Math.PI * 2)
  pen.closePath()
  pen.fill()
  block(pen, x - body, chest, body * 2, GROUND - chest, colour)
}

import type { CardPicture } from '@/copy/share-card'
import { block, fitted, fontOf, LIGHT, pill, wrapped, type Pen } from './pen'

/** 5:4, as a card in a chat shows it; in pixels, sharp on any phone. */
export const CARD_IMAGE = { width: 750, height: 600 }

const EDGE = 48
const CHIP = 56
const PILL = 84

/** A card's picture, to be drawn; `key` tells it from another. */
export function paintingOf(card: CardPicture) {
  return { key: JSON.stringify(card), size: CARD_IMAGE, draw: (pen: Pen) => drawCard(pen, card) }
}

/** The picture of a share card: when is the hero, what is needed the call. */
export function drawCard(pen: Pen, card: CardPicture): void {
  const { width, height } = CARD_IMAGE
  const room = width - 2 * EDGE
  const text = (words: string, x: number, y: number, font: string, colour: string) => {
    pen.font = font
    pen.fillStyle = colour
    pen.fillText(words, x, y)
  }
  pen.textBaseline = 'alphabetic'
  block(pen, 0, 0, width, height, LIGHT.card)
  block(pen, 0, 0, width, 16, LIGHT.go)

  pen.font = fontOf(30, 600)
  const chip = pen.measureText(card.kind).width + 48
  pill(pen, EDGE, 52, chip, CHIP, LIGHT.goWash)
  text(card.kind, EDGE + 24, 91, fontOf(30, 600), LIGHT.go)
  pen.font = fontOf(28)
  const community = fitted(pen, card.community, room - chip - 24)
  text(community, width - EDGE - pen.measureText(community).width, 90, fontOf(28), LIGHT.soft)

  pen.font = fontOf(54, 600)
  const title = wrapped(pen, card.title, room, 2)
  title.forEach((line, index) => text(line, EDGE, 184 + index * 68, fontOf(54, 600), LIGHT.ink))
  const below = 184 + (title.length - 1) * 68
  text(card.day, EDGE, below + 74, fontOf(38), LIGHT.soft)
  text(card.hours, EDGE, below + 158, fontOf(80, 600), LIGHT.go)

  drawFoot(pen, card, room)
}

/** Where, on the left; what is needed, on the right. */
function drawFoot(pen: Pen, { need, more, urgent, place }: CardPicture, room: number): void {
  const { width, height } = CARD_IMAGE
  const y = height - EDGE - PILL
  let taken = 0
  if (need) {
    pen.font = fontOf(42, 600)
    const words = fitted(pen, urgent && more ? more : need, room * 0.62)
    taken = pen.measureText(words).width + 72
    pill(pen, width - EDGE - taken, y, taken, PILL, urgent ? LIGHT.hands : LIGHT.go)
    pen.fillStyle = urgent ? LIGHT.onHands : LIGHT.onGo
    pen.fillText(words, width - EDGE - taken + 36, y + 57)
  }
  pen.font = fontOf(34)
  pen.fillStyle = LIGHT.soft
  pen.fillText(fitted(pen, place, room - taken - 24), EDGE, y + 54)
}

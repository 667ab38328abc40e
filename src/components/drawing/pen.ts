/** As browsers and phones both have it. */
export type Pen = CanvasRenderingContext2D

/** A picture goes where there is no dark mode: the light tokens, as numbers. */
export const LIGHT = {
  paper: '#f6f4ef',
  card: '#ffffff',
  ink: '#1f2a24',
  soft: '#5b665f',
  go: '#1f7a4d',
  onGo: '#ffffff',
  goWash: '#e6f2eb',
  hands: '#b4531a',
  onHands: '#ffffff',
} as const

const FONT = '-apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif'

export const fontOf = (size: number, weight: 400 | 600 = 400) => `${weight} ${size}px ${FONT}`

export function block(pen: Pen, x: number, y: number, width: number, height: number, colour: string): void {
  pen.fillStyle = colour
  pen.fillRect(x, y, width, height)
}

/** A block with round ends. */
export function pill(pen: Pen, x: number, y: number, width: number, height: number, colour: string): void {
  const radius = height / 2
  pen.fillStyle = colour
  pen.beginPath()
  pen.arc(x + radius, y + radius, radius, Math.PI / 2, Math.PI * 1.5)
  pen.arc(x + width - radius, y + radius, radius, Math.PI * 1.5, Math.PI / 2)
  pen.closePath()
  pen.fill()
}

/** In the font that is set: cut off with … where it is too long. */
export function fitted(pen: Pen, text: string, width: number): string {
  if (pen.measureText(text).width <= width) return text
  const letters = [...text]
  while (letters.length > 1 && pen.measureText(`${letters.join('')}…`).width > width) letters.pop()
  return `${letters.join('')}…`
}

/** In the font that is set: on as many lines as it needs, at most `most`, the last one cut off. */
export function wrapped(pen: Pen, text: string, width: number, most: number): string[] {
  const lines: string[] = []
  let rest = [...text]
  while (rest.length > 0 && lines.length < most - 1) {
    let length = rest.length
    while (length > 1 && pen.measureText(rest.slice(0, length).join('')).width > width) length -= 1
    lines.push(rest.slice(0, length).join(''))
    rest = rest.slice(length)
  }
  return rest.length > 0 ? [...lines, fitted(pen, rest.join(''), width)] : lines
}

/** Writes lines that begin at `x` and are cut off after `room`. */
export function lineWriter(pen: Pen, x: number, room: number) {
  return (text: string, y: number, size: number, colour: string, weight: 400 | 600 = 400) => {
    pen.font = fontOf(size, weight)
    pen.fillStyle = colour
    pen.fillText(fitted(pen, text, room), x, y)
  }
}

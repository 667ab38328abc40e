import type { Fault } from './fault'
import { isShown, linesOf, nameOf, upwards } from './seen'

type Colour = [red: number, green: number, blue: number, alpha: number]

const LEAST = 4.5

/** Every text stands out from what is behind it; what is switched off (aria-disabled) need not, as in WCAG 1.4.3. */
export function contrastFaults(root: Element): Fault[] {
  const texts = new Set(linesOf(root).map(({ element }) => element))
  const inputs = [...root.querySelectorAll<HTMLInputElement>('input, textarea')].filter((it) => isShown(it))
  return [
    ...[...texts].flatMap((element) => faint(element, getComputedStyle(element).color)),
    ...inputs
      .filter((input) => input.placeholder && input.value === '')
      .flatMap((input) => faint(input, getComputedStyle(input, '::placeholder').color)),
  ]
}

function faint(element: Element, colour: string): Fault[] {
  if (element.closest('[aria-disabled="true"]')) return []
  const { back, veil } = behind(element)
  const front = over(withAlpha(parse(colour), veil), back)
  const ratio = contrast(front, back)
  return ratio >= LEAST ? [] : [{ rule: 'contrast', what: `${ratio.toFixed(2)} ${nameOf(element)}` }]
}

/** What is seen behind a text, and how much of the text its own surroundings let through. */
function behind(element: Element): { back: Colour; veil: number } {
  const layers: Colour[] = []
  let veil = 1
  for (const at of upwards(element)) {
    const style = getComputedStyle(at)
    const colour = parse(style.backgroundColor)
    if (layers.every(([, , , alpha]) => alpha < 1)) veil *= Number(style.opacity)
    if (colour[3] > 0) layers.push(colour)
    if (colour[3] === 1) break
  }
  const back = layers.reverse().reduce<Colour>((under, layer) => over(layer, under), [255, 255, 255, 1])
  return { back, veil }
}

const withAlpha = ([red, green, blue, alpha]: Colour, share: number): Colour => [
  red,
  green,
  blue,
  alpha * share,
]

function parse(text: string): Colour {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number)
  return [red, green, blue, alpha]
}

function over([red, green, blue, alpha]: Colour, under: Colour): Colour {
  const mix = (top: number, bottom: number) => top * alpha + bottom * (1 - alpha)
  return [mix(red, under[0]), mix(green, under[1]), mix(blue, under[2]), 1]
}

function contrast(one: Colour, other: Colour): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

function luminance([red, green, blue]: Colour): number {
  const linear = (part: number) => {
    const share = part / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

import { floating, linesOf, nameOf, upwards, type Line } from './seen'
import type { Fault } from './fault'

const SIDEWAYS = 2
/** a figure with what it counts, or with the word that says what it is */
const SPACE = '[\u0020\u00a0]?'
const WORD = '(?:还差|还有|剩|候补|已报|已认领|第|前面|排)'
const UNIT = '(?:分钟|分|人|个|家|位|次|场|小时|点|天|周|岁|名|张|页|条|号|%)'
const FIGURE = '\\d[\\d.,]*'
const COUNTED = new RegExp(`${WORD}${SPACE}${FIGURE}(?:${SPACE}${UNIT})?|${FIGURE}${SPACE}${UNIT}`, 'g')

/** No text is cut off, lies on another, leaves the screen or parts a figure from its unit. */
export function textFaults(root: Element, elder: boolean): Fault[] {
  const lines = linesOf(root)
  return [
    ...lines.flatMap((line) => cutOff(line)),
    ...outside(lines),
    ...overlaps(lines),
    ...parted(lines),
    ...placeholders(root),
    ...(elder ? digitalTimes(lines) : []),
  ]
}

function cutOff(line: Line): Fault[] {
  for (const at of upwards(line.element)) {
    const style = getComputedStyle(at)
    const { overflowX, overflowY, display } = style
    if (display === 'inline' || (overflowX === 'visible' && overflowY === 'visible')) continue
    // What scrolls can be brought into view; what ends in … says so.
    if (/auto|scroll/.test(overflowX + overflowY)) return []
    if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') return []
    const box = at.getBoundingClientRect()
    const beyond =
      line.left < box.left || line.right > box.right || line.top < box.top || line.bottom > box.bottom
    if (beyond) return [{ rule: 'clipped', what: nameOf(line.element) }]
  }
  return []
}

function outside(lines: Line[]): Fault[] {
  const wide = document.documentElement.scrollWidth > window.innerWidth
  const over = lines.filter(
    ({ left, right, element }) => (left < 0 || right > window.innerWidth) && !isClipped(element),
  )
  return [
    ...(wide
      ? [{ rule: 'too-wide', what: `the page is ${document.documentElement.scrollWidth} px wide` }]
      : []),
    ...over.map(({ element }) => ({ rule: 'too-wide', what: nameOf(element) })),
  ]
}

// What scrolls sideways by itself may be wider; what is cut off is told as such.
function isClipped(element: Element): boolean {
  return [...upwards(element)].some((at) => {
    const { overflowX, display } = getComputedStyle(at)
    return overflowX !== 'visible' && display !== 'inline' && !at.matches('.taro_page, body, html')
  })
}

function overlaps(lines: Line[]): Fault[] {
  const sorted = [...lines].sort((a, b) => a.top - b.top)
  const faults: Fault[] = []
  for (const [index, upper] of sorted.entries()) {
    for (const lower of sorted.slice(index + 1)) {
      if (lower.top >= upper.bottom - SIDEWAYS) break
      if (lower.node === upper.node) continue
      const across = Math.min(upper.right, lower.right) - Math.max(upper.left, lower.left)
      if (across <= SIDEWAYS || floating(upper.element) !== floating(lower.element)) continue
      faults.push({ rule: 'overlap', what: `${nameOf(upper.element)} and ${nameOf(lower.element)}` })
    }
  }
  return faults
}

// A label is taken in at a glance; a sentence, which is read, breaks where it must.
const LABEL = 16

// 还差 3 at the end of a line, 人 at the head of the next.
function parted(lines: Line[]): Fault[] {
  const nodes = [...new Set(lines.map(({ node }) => node))].filter(
    (node) => node.data.length <= LABEL || node.parentElement?.closest('.chip, .button'),
  )
  return nodes.flatMap((node) =>
    [...node.data.matchAll(COUNTED)].flatMap((match) => {
      const range = document.createRange()
      range.setStart(node, match.index)
      range.setEnd(node, match.index + match[0].length)
      const tops = new Set(
        [...range.getClientRects()].filter(({ width }) => width > 0.5).map(({ top }) => Math.round(top)),
      )
      const element = node.parentElement
      return tops.size > 1 && element ? [{ rule: 'parted', what: `${match[0]} in ${nameOf(element)}` }] : []
    }),
  )
}

function placeholders(root: Element): Fault[] {
  const pen = document.createElement('canvas').getContext('2d')
  return [...root.querySelectorAll<HTMLInputElement>('input')].flatMap((input) => {
    if (!pen || input.value !== '' || input.placeholder === '') return []
    const style = getComputedStyle(input)
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    const room =
      input.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
    return pen.measureText(input.placeholder).width > room + 1
      ? [{ rule: 'clipped', what: `placeholder “${input.placeholder}” of ${nameOf(input)}` }]
      : []
  })
}

const CLOCK = /\d{1,2}[::]\d{2}/

function digitalTimes(lines: Line[]): Fault[] {
  const nodes = new Set(lines.map(({ node }) => node))
  return [...nodes]
    .filter((node) => CLOCK.test(node.data) && node.parentElement)
    .map((node) => ({ rule: 'digital-time', what: nameOf(node.parentElement as Element) }))
}

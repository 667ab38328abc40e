import type { Fault } from './fault'
import { floating, FRAME, linesOf, nameOf } from './seen'

const SLACK = 2

/** Scrolled to its end, nothing of the page lies under what stays in place. */
export function coveredFaults(root: HTMLElement): Fault[] {
  // Under a sheet everything is covered, and meant to be.
  if (root.querySelector('.veil')) return []
  const before = root.scrollTop
  root.scrollTop = root.scrollHeight
  const bars = [...document.querySelectorAll(`${FRAME}, .taro_page *`)].filter((element) => {
    const stays = element.matches(FRAME) || /^(fixed|sticky)$/.test(getComputedStyle(element).position)
    const { top, height } = element.getBoundingClientRect()
    // What lies under a bar at the upper edge can be scrolled down again.
    return stays && height > 0 && top > window.innerHeight / 2
  })
  const faults = linesOf(root).flatMap((line) => {
    const own = floating(line.element)
    if (own) return []
    const bar = bars.find((element) => {
      const box = element.getBoundingClientRect()
      return (
        Math.min(box.right, line.right) - Math.max(box.left, line.left) > SLACK &&
        Math.min(box.bottom, line.bottom) - Math.max(box.top, line.top) > SLACK
      )
    })
    return bar ? [{ rule: 'covered', what: `${nameOf(line.element)} by ${nameOf(bar)}` }] : []
  })
  root.scrollTop = before
  return faults
}

import type { Fault } from './fault'
import { FRAME, isShown, nameOf } from './seen'

const ROLES = 'button,link,checkbox,radio,tab,switch,menuitem,option'
  .split(',')
  .map((role) => `[role="${role}"]`)
const ASKED = [...ROLES, 'button', 'taro-button-core', 'a[href]', 'input', 'textarea', 'select'].join()
/** In every mode of the frame, too: WeChat draws its own bars, and at one size. */
const LEAST = 44
const LEAST_ELDER = 60
const SLACK = 0.5

/** Everything that answers to a finger is as large as one, and says to a screen reader what it is. */
export function targetFaults(root: Element, elder: boolean): Fault[] {
  const asked = [...root.querySelectorAll(ASKED)].filter((element) => isShown(element))
  const silent = [...root.querySelectorAll('*')].filter((element) => tapped.has(element) && isShown(element))
  return [
    ...asked.flatMap((element) => tooSmall(element, elder && !element.closest(FRAME) ? LEAST_ELDER : LEAST)),
    ...silent
      .filter(
        (element) =>
          !element.matches(ASKED) && !element.matches('[aria-hidden]') && !element.querySelector(ASKED),
      )
      .map((element) => ({ rule: 'no-role', what: nameOf(element) })),
  ]
}

function tooSmall(element: Element, least: number): Fault[] {
  // Taro wraps the browser's own field in an element of its own, whose box is what a finger meets.
  const box = (
    element.matches('input, textarea') ? (element.parentElement ?? element) : element
  ).getBoundingClientRect()
  const width = Math.max(box.width, ...pseudo(element).map((it) => it.width))
  const height = Math.max(box.height, ...pseudo(element).map((it) => it.height))
  if (width >= least - SLACK && height >= least - SLACK) return []
  return [{ rule: 'target', what: `${Math.round(width)}×${Math.round(height)} ${nameOf(element)}` }]
}

// A hit area that is larger than what is seen.
function pseudo(element: Element): { width: number; height: number }[] {
  return ['::before', '::after'].flatMap((name) => {
    const style = getComputedStyle(element, name)
    if (style.content === 'none' || style.position !== 'absolute') return []
    return [{ width: Number.parseFloat(style.width) || 0, height: Number.parseFloat(style.height) || 0 }]
  })
}

const tapped = new WeakSet<EventTarget>()

/** To be called before the page has anything of its own: from then on what listens for a tap is known. */
export function watchListeners(): void {
  const { prototype } = EventTarget
  const listen = Object.getOwnPropertyDescriptor(prototype, 'addEventListener')
    ?.value as typeof addEventListener
  prototype.addEventListener = function (this: EventTarget, ...given: Parameters<typeof addEventListener>) {
    if (given[0] === 'click') tapped.add(this)
    listen.apply(this, given)
  }
}

/** What is read aloud comes in the order of the source: nothing is put elsewhere by style. */
export function orderFaults(root: Element): Fault[] {
  return [...root.querySelectorAll('*')]
    .filter((element) => {
      const { order, flexDirection, display } = getComputedStyle(element)
      return order !== '0' || (display.includes('flex') && flexDirection.endsWith('reverse'))
    })
    .map((element) => ({ rule: 'order', what: nameOf(element) }))
}

/** A line of text as it is drawn: the box of its letters, not of its line height. */
export interface Line {
  node: Text
  element: Element
  left: number
  right: number
  top: number
  bottom: number
}

const SLACK = 1.5

/** The page that is shown; those under it in the stack, and a tab that is not open, are not. */
export function shownPage(): HTMLElement {
  const pages = [...document.querySelectorAll<HTMLElement>('.taro_page')].filter(
    (page) => page.getBoundingClientRect().width > 0,
  )
  return pages.at(-1) ?? document.body
}

export function isShown(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return (
    width > 0 && height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  )
}

/** From the element itself up to the page. */
export function* upwards(element: Element): Generator<Element> {
  for (let at: Element | null = element; at; at = at.parentElement) yield at
}

/** Every line of every text on the page, once. */
export function linesOf(root: Element): Line[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const lines: Line[] = []
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const element = node.parentElement
    if (!element || node.data.trim() === '' || !isShown(element) || /^(STYLE|SCRIPT)$/.test(element.tagName))
      continue
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue
      const middle = (box.top + box.bottom) / 2
      const half = Math.min(size, box.height) / 2 - SLACK
      lines.push({
        ...{ node, element },
        ...{ left: box.left + SLACK, right: box.right - SLACK, top: middle - half, bottom: middle + half },
      })
    }
  }
  return lines
}

/** The platform's own bars, drawn by Taro in WeChat's place. */
export const FRAME = '.taro-navigation-bar-show, .weui-tabbar'

/** What it belongs to that stands still while the page scrolls, over what passes beneath. */
export function floating(element: Element): Element | null {
  for (const at of upwards(element)) {
    if (at.matches(FRAME) || /^(fixed|sticky)$/.test(getComputedStyle(at).position)) return at
  }
  return null
}

/** How a reader of the report finds it again: its id or classes, and the first of its words. */
export function nameOf(element: Element): string {
  const host = element.closest('[id]')
  const own = element.id
    ? `#${element.id}`
    : `${host && host !== element && host.id !== 'app' ? `#${host.id} ` : ''}${element.tagName.toLowerCase()}${[...element.classList].map((it) => `.${it}`).join('')}`
  const words = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 24)
  return words ? `${own} “${words}”` : own
}

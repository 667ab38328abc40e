import { scrollerOf, type Instance } from './page-stack'

interface Result {
  intersectionRatio: number
  boundingClientRect: DOMRectReadOnly
}

/** wx.createIntersectionObserver: one element of a page, against what of that page is in view. */
export function createIntersectionObserver(page: Instance, options: { thresholds?: number[] } = {}) {
  const scroller = scrollerOf(page)
  let rootMargin = ''
  let observer: IntersectionObserver | undefined
  return {
    relativeToViewport({ top = 0, bottom = 0 }: { top?: number; bottom?: number } = {}) {
      rootMargin = `${top}px 0px ${bottom}px`
      return this
    },
    observe(selector: string, tell: (result: Result) => void) {
      const element = scroller?.querySelector(selector)
      if (!scroller || !element) return
      // The platform says nothing of what is out of view from the beginning.
      let told = false
      observer = new IntersectionObserver(
        (entries) => {
          for (const { intersectionRatio, boundingClientRect } of entries) {
            if (told || intersectionRatio > 0) tell({ intersectionRatio, boundingClientRect })
            told ||= intersectionRatio > 0
          }
        },
        { root: scroller, rootMargin, threshold: options.thresholds ?? [0] },
      )
      observer.observe(element)
    },
    disconnect: () => observer?.disconnect(),
  }
}

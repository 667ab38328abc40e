import Taro from '@tarojs/taro'
import type { TaroElement } from '@tarojs/runtime'

// In pixels, about two screens: what is scrolled to is drawn by then.
const AHEAD = 1200

/** @param height of the element in pixels, as it is drawn */
export type TellNear = (near: boolean, height: number) => void

/**
 * Tells when an element comes near the screen, and when it is far from it again. Where that cannot be known,
 * nothing is ever told.
 * @returns what ends it
 */
export function watchNearness(element: unknown, tell: TellNear): () => void {
  // A page that is hidden has no height: nothing has moved.
  const tellDrawn: TellNear = (near, height) => void (height > 0 && tell(near, height))
  const observer =
    process.env.TARO_ENV === 'h5'
      ? observeInBrowser(element as Element, tellDrawn)
      : observeOnPhone(element as TaroElement, tellDrawn)
  return () => observer?.disconnect()
}

function observeInBrowser(element: Element, tell: TellNear) {
  if (typeof IntersectionObserver === 'undefined') return null
  const margins = { root: element.closest('.taro_page'), rootMargin: `${AHEAD}px 0px` }
  const observer = new IntersectionObserver((entries) => {
    for (const it of entries) tell(it.isIntersecting, it.boundingClientRect.height)
  }, margins)
  observer.observe(element)
  return observer
}

// By the page that the element is on, which need not be the one in front.
function observeOnPhone({ uid, _root }: TaroElement, tell: TellNear) {
  const page = _root?.ctx
  if (!page) return null
  // At nought alone an element that only touches the margin would count as far, and be heard of no more.
  const observer = Taro.createIntersectionObserver(page as never, { thresholds: [0, 0.001] })
  observer.relativeToViewport({ top: AHEAD, bottom: AHEAD }).observe(`#${uid}`, (it) => {
    tell((it.intersectionRatio ?? 0) > 0, it.boundingClientRect?.height ?? 0)
  })
  return observer
}

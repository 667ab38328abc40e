import Taro from '@tarojs/taro'

// What unfolds with the same tap has to be drawn first.
const DRAWN_AFTER = 100

/** Brings an element into view, with room above it for the bar. */
export function scrollTo(id: string): void {
  setTimeout(() => {
    if (process.env.TARO_ENV === 'h5') {
      document.getElementById(id)?.scrollIntoView({ block: 'center', behavior: 'smooth' })
    } else {
      void scrollPage({ selector: `#${id}`, offsetTop: -80 })
    }
  }, DRAWN_AFTER)
}

/** Back to the beginning of a page that now shows something else. */
export function scrollToStart(id: string): void {
  if (process.env.TARO_ENV === 'h5') document.getElementById(id)?.scrollIntoView({ block: 'start' })
  else void scrollPage({ scrollTop: 0, duration: 0 })
}

// A comfort only: where it is not to be had the page stays as it is.
async function scrollPage(to: Taro.pageScrollTo.Option): Promise<void> {
  try {
    await Taro.pageScrollTo(to)
  } catch {
    // As above.
  }
}

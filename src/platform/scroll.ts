import Taro from '@tarojs/taro'

/** Brings an element into view, with room above it for the bar. */
export function scrollTo(id: string): void {
  if (process.env.TARO_ENV === 'h5') {
    document.getElementById(id)?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  } else {
    void Promise.resolve(Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -80 })).catch(() => undefined)
  }
}

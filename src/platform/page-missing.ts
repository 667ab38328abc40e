import Taro, { usePageNotFound } from '@tarojs/taro'

// A page that comes takes what was said before it away.
const HOME_STANDS_AFTER = 800

/** A link to a page that is not there leads home, where `tell` says so. */
export function usePageMissing(tell: () => void): void {
  usePageNotFound(() => {
    void Promise.resolve(Taro.reLaunch({ url: '/pages/home/index' })).catch(() => undefined)
    setTimeout(tell, HOME_STANDS_AFTER)
  })
}

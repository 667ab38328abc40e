import Taro from '@tarojs/taro'

// A page that comes takes what was said before it away.
const HOME_STANDS_AFTER = 800

/**
 * A link to a page that is not there leads home, where `tell` says so. Called as the app is loaded: on a
 * launch WeChat tells of it before any hook of a component could listen.
 */
export function listenForMissingPages(tell: () => void): void {
  Taro.onPageNotFound(() => {
    void Promise.resolve(Taro.reLaunch({ url: '/pages/home/index' })).catch(() => undefined)
    setTimeout(tell, HOME_STANDS_AFTER)
  })
}

import Taro, { usePageNotFound } from '@tarojs/taro'

/** A link to a page that is not there leads home; `tell` says so when home is reached. */
export function usePageMissing(tell: () => void): void {
  usePageNotFound(() => {
    void Promise.resolve(Taro.reLaunch({ url: '/pages/home/index' })).then(tell, () => undefined)
  })
}

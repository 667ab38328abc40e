import Taro, { usePullDownRefresh } from '@tarojs/taro'

/** Runs `refresh` when the page is pulled down and lets go when it is done. */
export function usePullDown(refresh: () => Promise<unknown>): void {
  usePullDownRefresh(() => {
    void refresh().finally(() => Taro.stopPullDownRefresh())
  })
}

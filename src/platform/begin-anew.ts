import Taro from '@tarojs/taro'

/** The first page, and none behind it. */
export function beginAnew(): void {
  if (process.env.TARO_ENV === 'h5') window.location.replace('/')
  else void Taro.reLaunch({ url: '/pages/home/index' })
}

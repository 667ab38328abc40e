import Taro from '@tarojs/taro'

/** Begins anew as somebody else: nothing of the last person's may stay on any page. */
export function restart(): void {
  if (process.env.TARO_ENV === 'h5') window.location.reload()
  else void Taro.reLaunch({ url: '/pages/home/index' })
}

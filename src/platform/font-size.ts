import Taro from '@tarojs/taro'

const WECHAT_STANDARD = 17
const LARGE = 20

/** True when the user has set WeChat's own text to large or larger. */
export function prefersLargeText(): boolean {
  if (process.env.TARO_ENV !== 'weapp') return false
  try {
    const { fontSizeSetting } = Taro.getSystemInfoSync()
    return (fontSizeSetting ?? WECHAT_STANDARD) >= LARGE
  } catch {
    return false
  }
}

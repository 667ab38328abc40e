import Taro from '@tarojs/taro'

/** A short word that goes by itself; what matters also stands on the page. */
export function toast(title: string): void {
  void Promise.resolve(Taro.showToast({ title, icon: 'none', duration: 2400 })).catch(() => undefined)
}

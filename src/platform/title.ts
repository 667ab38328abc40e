import Taro from '@tarojs/taro'

export function setTitle(title: string): void {
  void Promise.resolve(Taro.setNavigationBarTitle({ title })).catch(() => undefined)
}

import Taro from '@tarojs/taro'

/** Calls back whenever the network comes back. @returns what stops it */
export function onNetworkBack(back: () => void): () => void {
  if (process.env.TARO_ENV === 'h5') {
    window.addEventListener('online', back)
    return () => window.removeEventListener('online', back)
  }
  const changed = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected) back()
  }
  Taro.onNetworkStatusChange(changed)
  return () => Taro.offNetworkStatusChange(changed)
}

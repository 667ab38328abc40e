import Taro from '@tarojs/taro'

const PREFIX = 'linli:'

/** What was stored under `key`, or null: nothing there, or the storage is not to be had. */
export function recall<T>(key: string): T | null {
  try {
    const text: unknown = Taro.getStorageSync(PREFIX + key)
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : null
  } catch {
    return null
  }
}

/** A full or forbidden storage is no reason to fail: the app then simply forgets. @returns whether it is kept */
export function remember(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(PREFIX + key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** Forgets every key that begins with `start`. */
export function forget(start: string): void {
  try {
    const keys =
      process.env.TARO_ENV === 'h5' ? Object.keys(window.localStorage) : Taro.getStorageInfoSync().keys
    for (const key of keys) if (key.startsWith(PREFIX + start)) Taro.removeStorageSync(key)
  } catch {
    // As above.
  }
}

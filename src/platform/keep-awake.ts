import Taro from '@tarojs/taro'
import { useEffect } from 'react'

interface WakeLock {
  release(): Promise<void>
}

/** The screen stays lit while this is mounted: people are reading it. Where that is not to be had, it dims. */
export function useKeepAwake(): void {
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') return lockInBrowser()
    const keep = (keepScreenOn: boolean) =>
      void Promise.resolve(Taro.setKeepScreenOn({ keepScreenOn })).catch(() => undefined)
    keep(true)
    return () => keep(false)
  }, [])
}

function lockInBrowser(): (() => void) | undefined {
  const { wakeLock } = navigator as { wakeLock?: { request(type: 'screen'): Promise<WakeLock> } }
  const lock = wakeLock?.request('screen').catch(() => null)
  return lock && (() => void lock.then((it) => it?.release()))
}

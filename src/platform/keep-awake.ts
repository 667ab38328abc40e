import Taro from '@tarojs/taro'
import { useEffect } from 'react'

interface WakeLock {
  release(): Promise<void>
}

/** The screen stays lit while this is mounted: people are reading it. Where that is not to be had, it dims. */
export function useKeepAwake(): void {
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') return lockInBrowser()
    void keepScreen(true)
    return () => void keepScreen(false)
  }, [])
}

async function keepScreen(keepScreenOn: boolean): Promise<void> {
  try {
    await Taro.setKeepScreenOn({ keepScreenOn })
  } catch {
    // It dims.
  }
}

function lockInBrowser(): (() => void) | undefined {
  const { wakeLock } = navigator as { wakeLock?: { request(type: 'screen'): Promise<WakeLock> } }
  const lock = wakeLock?.request('screen').catch(() => null)
  return lock && (() => void lock.then((it) => it?.release()))
}

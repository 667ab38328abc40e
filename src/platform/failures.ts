import Taro from '@tarojs/taro'

type Tell = (kind: 'error' | 'rejection', failure: unknown) => void

/** Hears what nothing else has caught. Called as the app is loaded. */
export function listenForFailures(tell: Tell): void {
  if (process.env.TARO_ENV === 'h5') {
    window.addEventListener('error', (event) => tell('error', event.error ?? event.message))
    window.addEventListener('unhandledrejection', (event) => tell('rejection', event.reason))
  } else {
    Taro.onError((failure) => tell('error', failure))
    Taro.onUnhandledRejection(({ reason }) => tell('rejection', reason))
  }
}

/** Where the app stands, and what it runs on; what cannot be told is empty. */
export function whereItRuns(): { page: string; version: string; platform: string } {
  const build = process.env.LINLI_CONTRACT ?? ''
  if (process.env.TARO_ENV === 'h5')
    return { page: window.location.pathname.slice(1), version: build, platform: 'h5' }
  const pages = Taro.getCurrentPages()
  return {
    page: pages[pages.length - 1]?.route ?? '',
    // Empty but for what was released.
    version: Taro.getAccountInfoSync().miniProgram.version || build,
    platform: `weapp ${Taro.getAppBaseInfo().SDKVersion}`,
  }
}

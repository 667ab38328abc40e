import { underWay } from './waiting'

/** What the mini-program sends to its cloud function, and the answer: `{result}` as wx.cloud gives it. */
export type CallFunction = (request: { name: string; data: object }) => unknown

/** How a person came in: WeChat's scene number, and the page with its query, values as they travel. */
export interface Enter {
  scene: number
  path: string
  query: Record<string, string>
}

/** What of this phone the fake wx leads to. */
interface Edge {
  callFunction: CallFunction
  pages: Record<(typeof NAVIGATING)[number], (options: Options) => unknown>
  /** the latest */
  enter: () => Enter
  /** names of the functions called, in order */
  called: string[]
  toasts: string[]
  /** how this phone answers to a function otherwise than by agreeing; looked at with each call */
  answers: Record<string, Work>
  missingPage: ((result: object) => void)[]
  /** who hears what nothing else has caught; absent: nobody asks */
  failures?: Failures
  network: NetworkListener[]
  /** what lies in its storage; absent: nothing yet */
  kept?: Map<string, unknown>
  /** asked when something private is to be used and the platform's guide has not been agreed to */
  privacy: PrivacyListener[]
}

export interface Failures {
  error: ((failure: string) => void)[]
  rejection: ((failure: { reason: unknown }) => void)[]
}

export type PrivacyListener = (resolve: (answer: { event: string; buttonId?: string }) => void) => void

export type NetworkListener = (state: { isConnected: boolean; networkType: string }) => void

const systemInfo = {
  SDKVersion: '3.5.0',
  version: '8.0.50',
  brand: 'devtools',
  model: 'test',
  platform: 'devtools',
  system: 'iOS 17.0',
  language: 'zh_CN',
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 667,
  windowWidth: 375,
  windowHeight: 603,
  statusBarHeight: 20,
  safeArea: { top: 20, left: 0, right: 375, bottom: 667, width: 375, height: 647 },
  fontSizeSetting: 16,
  theme: 'light',
}

/** Functions of wx that put something before the person, or ask who they are. */
export const ASKING = [
  'requestSubscribeMessage',
  'authorize',
  'authorizeForMiniProgram',
  'requirePrivacyAuthorize',
  'login',
  'getUserProfile',
  'getUserInfo',
  'getLocation',
  'chooseLocation',
  'chooseAddress',
  'chooseMedia',
  'saveImageToPhotosAlbum',
  'addPhoneCalendar',
  'scanCode',
  'openSetting',
  'showModal',
  'showActionSheet',
]

const SILENT = [
  'setNavigationBarTitle',
  'setKeepScreenOn',
  'setClipboardData',
  'pageScrollTo',
  'startPullDownRefresh',
  'stopPullDownRefresh',
  'showShareMenu',
  'updateShareMenu',
  'hideShareMenu',
  'hideToast',
  'downloadFile',
  'openDocument',
  'openPrivacyContract',
  'makePhoneCall',
]

const NAVIGATING = ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab', 'navigateBack'] as const

export interface Options {
  url?: string
  delta?: number
  title?: string
  duration?: number
  selector?: string
  offsetTop?: number
  scrollTop?: number
  filePath?: string
  fileType?: string
  showMenu?: boolean
  success?: (result: object) => void
  fail?: (result: object) => void
  complete?: (result: object) => void
}

export type Work = (options: Options) => unknown

/** An asynchronous function of wx: it fails with what `work` throws. */
export const asynchronous =
  (name: string, work: Work) =>
  async (options: Options = {}) => {
    let result: object
    let told = options.success
    try {
      result = { errMsg: `${name}:ok`, ...((await work(options)) as object | undefined) }
    } catch (error) {
      result = { errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}` }
      told = options.fail
    }
    told?.(result)
    options.complete?.(result)
  }

/** wx at its edge: storage in memory, a phone that agrees to everything, and the given cloud function. */
export function fakeWx(edge: Edge): Record<string, unknown> {
  const { called, pages, toasts } = edge
  const launched = edge.enter()
  const works: Record<string, Work> = {
    ...Object.fromEntries([...ASKING, ...SILENT].map((name) => [name, () => ({})])),
    ...Object.fromEntries(NAVIGATING.map((name) => [name, (options: Options) => pages[name](options)])),
    showToast: ({ title = '' }) => void toasts.push(title),
    login: () => ({ code: 'code' }),
    showModal: () => ({ confirm: true, cancel: false }),
    getSystemInfo: () => systemInfo,
    getNetworkType: () => ({ networkType: 'wifi' }),
    canvasToTempFilePath: () => ({ tempFilePath: 'wxfile://tmp/drawn.png' }),
  }
  const counted = (name: string, work: Work) => (options?: Options) => {
    called.push(name)
    return asynchronous(name, edge.answers[name] ?? work)(options)
  }
  return {
    ...Object.fromEntries(Object.entries(works).map(([name, work]) => [name, counted(name, work)])),
    ...storage(edge.kept),
    cloud: {
      init: () => undefined,
      callFunction: async (request: { name: string; data: object }) => ({
        errMsg: 'cloud.callFunction:ok',
        result: await underWay(() => edge.callFunction(request)),
      }),
    },
    env: { USER_DATA_PATH: 'wxfile://usr' },
    canIUse: () => true,
    getSystemInfoSync: () => systemInfo,
    getWindowInfo: () => systemInfo,
    getDeviceInfo: () => systemInfo,
    getAppBaseInfo: () => systemInfo,
    getLaunchOptionsSync: () => launched,
    getEnterOptionsSync: edge.enter,
    onPageNotFound: (listener: (result: object) => void) => void edge.missingPage.push(listener),
    onError: (listener: (failure: string) => void) => void edge.failures?.error.push(listener),
    onUnhandledRejection: (listener: (failure: { reason: unknown }) => void) =>
      void edge.failures?.rejection.push(listener),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx1', envVersion: 'release', version: '0.1.0' } }),
    onNeedPrivacyAuthorization: (listener: PrivacyListener) => void edge.privacy.push(listener),
    onNetworkStatusChange: (listener: NetworkListener) => void edge.network.push(listener),
    offNetworkStatusChange: (listener: NetworkListener) => {
      edge.network.splice(edge.network.indexOf(listener), 1)
    },
    createSelectorQuery: () => selectorQuery(),
    createIntersectionObserver: () => intersectionObserver(),
    nextTick: (work: () => void) => setTimeout(work, 0),
  }
}

function storage(kept = new Map<string, unknown>()) {
  return {
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void kept.set(key, value),
    removeStorageSync: (key: string) => void kept.delete(key),
    getStorageInfoSync: () => ({ keys: [...kept.keys()] }),
  }
}

const MEASURING = [
  'select',
  'selectAll',
  'selectViewport',
  'in',
  'boundingClientRect',
  'fields',
  'scrollOffset',
  'node',
]

/** Everything lies at the upper left corner: there is no layout here. */
function selectorQuery() {
  const rect = { width: 0, height: 0, top: 0, left: 0, node: canvas() }
  const query: Record<string, unknown> = { exec: (done?: (results: unknown[]) => void) => done?.([rect]) }
  for (const step of MEASURING) {
    query[step] = (...given: unknown[]) => {
      const callback = given.find((one) => typeof one === 'function') as ((rect: unknown) => void) | undefined
      callback?.(rect)
      return query
    }
  }
  return query
}

/** A canvas that takes every stroke, and keeps none. */
function canvas() {
  const strokes = ['fillRect', 'fillText', 'beginPath', 'arc', 'closePath', 'fill']
  const pen = {
    ...Object.fromEntries(strokes.map((name) => [name, () => undefined])),
    measureText: () => ({ width: 10 }),
  }
  return { width: 0, height: 0, getContext: () => pen }
}

/** Nothing comes into view or leaves it, for the same reason. */
function intersectionObserver() {
  const observer: Record<string, unknown> = { observe: () => undefined, disconnect: () => undefined }
  observer.relativeToViewport = () => observer
  return observer
}

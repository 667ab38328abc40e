/** What the mini-program sends to its cloud function, and the answer: `{result}` as wx.cloud gives it. */
export type CallFunction = (request: { name: string; data: unknown }) => unknown

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

type Options = { success?: (result: unknown) => void; complete?: (result: unknown) => void }

/** A phone's function that always succeeds, and says so to callbacks and promises alike. */
export const succeed =
  (result: object = {}) =>
  (options: Options = {}) => {
    const answer = { errMsg: 'ok', ...result }
    options.success?.(answer)
    options.complete?.(answer)
    return Promise.resolve(answer)
  }

/**
 * wx at its edge: storage in memory, a phone that agrees to everything, and the given cloud function.
 * @param phone what is answered otherwise, or really done
 */
export function fakeWx(callFunction: CallFunction, phone: Record<string, unknown> = {}) {
  const storage = new Map<string, unknown>()
  const noop = () => undefined
  const known: Record<string, unknown> = {
    cloud: {
      init: noop,
      callFunction: async (request: { name: string; data: unknown }) => ({
        errMsg: 'cloud.callFunction:ok',
        result: await callFunction(request),
      }),
    },
    canIUse: () => true,
    getSystemInfoSync: () => systemInfo,
    getSystemInfo: succeed(systemInfo),
    getWindowInfo: () => systemInfo,
    getDeviceInfo: () => systemInfo,
    getAppBaseInfo: () => systemInfo,
    getMenuButtonBoundingClientRect: () => ({
      top: 24,
      right: 365,
      bottom: 56,
      left: 278,
      width: 87,
      height: 32,
    }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
    getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
    removeStorageSync: (key: string) => void storage.delete(key),
    createSelectorQuery: () => selectorQuery(),
    nextTick: (work: () => void) => setTimeout(work, 0),
    login: succeed({ code: 'code' }),
    showModal: succeed({ confirm: true, cancel: false }),
    requestSubscribeMessage: succeed(),
    getNetworkType: succeed({ networkType: 'wifi' }),
    ...phone,
  }
  // What wx can do begins with a verb: listeners do nothing, the rest succeeds. Taro hangs its own names on wx too.
  return new Proxy(known, {
    get: (wx, name: string) =>
      wx[name] ?? (listener.test(name) ? noop : verb.test(name) ? succeed() : undefined),
    has: (wx, name: string) => name in wx || verb.test(name) || listener.test(name),
  })
}

const listener = /^(on|off)[A-Z]/
const verb =
  /^(add|authorize|choose|clear|close|create|get|hide|make|navigate|open|page|preview|reLaunch|redirect|remove|report|request|save|scan|set|show|start|stop|switch|update|vibrate)/

function selectorQuery() {
  const query: Record<string, unknown> = {}
  for (const step of [
    'select',
    'selectAll',
    'selectViewport',
    'in',
    'boundingClientRect',
    'fields',
    'scrollOffset',
    'node',
  ]) {
    query[step] = (...given: unknown[]) => {
      const callback = given.find((one) => typeof one === 'function') as ((rect: unknown) => void) | undefined
      callback?.({ width: 0, height: 0, top: 0, left: 0 })
      return query
    }
  }
  query.exec = (done?: (results: unknown[]) => void) => done?.([{ width: 0, height: 0, top: 0, left: 0 }])
  return query
}

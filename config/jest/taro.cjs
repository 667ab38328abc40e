// @tarojs/taro for unit tests: the H5 runtime, with what only a running app can answer left empty.
// A test sets what it needs: `Object.assign(Taro, { getStorageSync: () => … })`.
const h5 = require('@tarojs/taro-h5')

const nothing = () => undefined
const hooks = Object.fromEntries(
  [
    'useLoad',
    'useUnload',
    'useReady',
    'useDidShow',
    'useDidHide',
    'useLaunch',
    'usePullDownRefresh',
    'useReachBottom',
    'usePageScroll',
    'useShareAppMessage',
    'useShareTimeline',
    'useTabItemTap',
    'usePageNotFound',
  ].map((name) => [name, nothing]),
)

const Taro = { ...h5, ...hooks, useRouter: () => ({ path: '', params: {} }), getCurrentInstance: () => ({}) }

module.exports = { __esModule: true, ...Taro, default: Taro }

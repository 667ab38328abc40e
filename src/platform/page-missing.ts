import Taro from '@tarojs/taro'

// A page that comes takes what was said before it away.
const HOME_STANDS_AFTER = 800
const HOME = '/pages/home/index'

/** Pages that were in cards and links before they moved here, by the names they keep. */
const TO_OFFICE = 'board members member teams disputes figures honours audit holidays'.split(' ')
const MOVED = new Map(
  TO_OFFICE.map((page) => [`packages/cadre/${page}/index`, `packages/office/${page}/index`]),
)

/**
 * A link to a page that has moved leads to where it is now; one to a page that is not there leads home, where `tell`
 * says so. Called as the app is loaded: on a launch WeChat tells of it before any hook of a component could listen.
 */
export function listenForMissingPages(tell: () => void): void {
  Taro.onPageNotFound(({ path, query }) => {
    const moved = MOVED.get(path.replace(/^\//, ''))
    void Promise.resolve(Taro.reLaunch({ url: moved ? urlOf(moved, query) : HOME })).catch(() => undefined)
    if (!moved) setTimeout(tell, HOME_STANDS_AFTER)
  })
}

function urlOf(path: string, query: object): string {
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${String(value)}`)
  return `/${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
}

interface H5App {
  routes: { path: string; load(): unknown[] }[]
  tabBar: { list: { pagePath: string }[] }
}

// Late enough not to stand in the way of the first page.
const WHEN_QUIET = 3_000

/** On H5 each page is a file of its own: the tabs are fetched ahead, so that they open without a network too. */
export function preloadTabs(): void {
  if (process.env.TARO_ENV !== 'h5') return
  const load = () => {
    const app = (window as { __taroAppConfig?: H5App }).__taroAppConfig
    const tabs = app?.tabBar.list.map((it) => bare(it.pagePath)) ?? []
    for (const route of app?.routes ?? []) {
      // What cannot be fetched now is fetched when it is opened.
      if (tabs.includes(bare(route.path))) void Promise.resolve(route.load()[0]).catch(() => undefined)
    }
  }
  setTimeout(load, WHEN_QUIET)
}

// Taro's router puts a slash before some of them.
function bare(path: string): string {
  return path.replace(/^\//, '')
}

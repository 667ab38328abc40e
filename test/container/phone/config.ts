interface TabConfig {
  pagePath: string
  text: string
  iconPath: string
  selectedIconPath: string
}

interface AppConfig {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
  window: {
    navigationBarTitleText: string
    navigationBarBackgroundColor: string
    navigationBarTextStyle: string
  }
  tabBar: {
    color: string
    selectedColor: string
    backgroundColor: string
    borderStyle: string
    list: TabConfig[]
  }
}

interface PageConfig {
  navigationBarTitleText?: string
  usingComponents?: Record<string, string>
}

interface Configs {
  app: AppConfig
  theme: { light: Record<string, string>; dark: Record<string, string> }
  [page: string]: PageConfig | unknown
}

declare global {
  interface Window {
    /** the JSON files of the mini-program, by path */
    configs: Configs
  }
}

export const app = window.configs.app

export const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches

/** `@name` stands for the value that theme.json gives it. */
export function themed(value: string): string {
  const { light, dark } = window.configs.theme
  return value.startsWith('@') ? ((isDark ? dark : light)[value.slice(1)] ?? value) : value
}

export function titleOf(route: string): string {
  const { navigationBarTitleText } = window.configs[route] as PageConfig
  return navigationBarTitleText ?? app.window.navigationBarTitleText
}

export function isTab(route: string): boolean {
  return app.tabBar.list.some(({ pagePath }) => pagePath === route)
}

/** The sub-package a page is in; '' for the main one. */
export function rootOf(route: string): string {
  return app.subPackages.find(({ root }) => route.startsWith(`${root}/`))?.root ?? ''
}

export function isPage(route: string): boolean {
  const packaged = app.subPackages.flatMap(({ root, pages }) => pages.map((it) => `${root}/${it}`))
  return [...app.pages, ...packaged].includes(route)
}

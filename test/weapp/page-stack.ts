import type { OpenPage, Query } from './open-page'
import { readUrl } from './page-url'

const MOST_PAGES = 10

/** What of app.json the way between pages depends on. */
export interface Routes {
  /** of the main package and of all others, the first is the home page */
  pages: string[]
  tabs: string[]
}

/** WeChat's pages on top of each other, and the tabs that stay alive beneath them. */
export class PageStack {
  private stack: OpenPage[] = []
  private readonly tabs = new Map<string, OpenPage>()

  constructor(
    readonly routes: Routes,
    private readonly open: (route: string, query: Query) => OpenPage,
  ) {}

  /** The page on the screen. */
  get top(): OpenPage {
    const page = this.stack.at(-1)
    if (!page) throw new Error('no page is open')
    return page
  }

  get instances(): unknown[] {
    return this.stack.map((page) => page.instance)
  }

  navigateTo({ url = '' }): void {
    const { route, query } = this.find(url)
    if (this.routes.tabs.includes(route)) throw new Error('can not navigateTo a tabbar page')
    if (this.stack.length >= MOST_PAGES) throw new Error(`webview count limit exceed`)
    this.stack.at(-1)?.hide()
    this.push(route, query)
  }

  redirectTo({ url = '' }): void {
    const { route, query } = this.find(url)
    if (this.routes.tabs.includes(route)) throw new Error('can not redirectTo a tabbar page')
    this.unload(this.stack.splice(-1))
    this.push(route, query)
  }

  reLaunch({ url = '' }): void {
    const { route, query } = this.find(url)
    this.start(route, query)
  }

  /** This page alone, as after an entrance. */
  start(route: string, query: Query): void {
    this.closeAll()
    this.push(route, query)
  }

  switchTab({ url = '' }): void {
    const { route } = this.find(url)
    if (!this.routes.tabs.includes(route)) throw new Error('can not switch to no-tabBar page')
    this.stack.at(-1)?.hide()
    this.unload(this.stack.filter((page) => !this.isTab(page)))
    const alive = this.tabs.get(route)
    this.stack = alive ? [alive] : []
    if (alive) alive.show()
    else this.push(route, {})
  }

  navigateBack({ delta = 1 }): void {
    if (this.stack.length < 2) throw new Error('cannot navigate back at first page')
    this.unload(this.stack.splice(Math.max(1, this.stack.length - delta)))
    this.top.show()
  }

  closeAll(): void {
    this.unload([...this.stack.filter((page) => !this.isTab(page)), ...this.tabs.values()])
    this.stack = []
    this.tabs.clear()
  }

  private push(route: string, query: Query): void {
    const page = this.open(route, query)
    this.stack.push(page)
    if (this.routes.tabs.includes(route)) this.tabs.set(route, page)
    page.show()
  }

  private isTab(page: OpenPage): boolean {
    return this.tabs.get(page.route) === page
  }

  private unload(pages: OpenPage[]): void {
    for (const page of pages.reverse()) page.unload()
  }

  private find(url: string): { route: string; query: Query } {
    const { path: route, query } = readUrl(url)
    if (!this.routes.pages.includes(route)) throw new Error(`page "${route}" is not found`)
    return { route, query }
  }
}

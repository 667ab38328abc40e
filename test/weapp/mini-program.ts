import { readFileSync } from 'node:fs'
import path from 'node:path'
import simulate from 'miniprogram-simulate'
import { pagesOf, type AppJson } from './artefact'
import {
  ASKING,
  fakeWx,
  type CallFunction,
  type Enter,
  type Failures,
  type NetworkListener,
  type PrivacyListener,
  type Work,
} from './fake-wx'
import { OpenPage, type Query } from './open-page'
import { PageStack, type Routes } from './page-stack'
import { writeUrl } from './page-url'
import { eventually, settle } from './waiting'

const DIST = path.resolve(__dirname, '../../dist/weapp')

/** Scenes that bring the app back as it was left; all others open the page they name. */
const RESUMING = [1001, 1089]

type Hooks = Record<string, ((argument?: unknown) => unknown) | undefined>

const scope = globalThis as unknown as Record<string, unknown>

/** Every page of app.json. */
export function readRoutes(): Routes {
  const app = JSON.parse(readFileSync(path.join(DIST, 'app.json'), 'utf8')) as AppJson
  return { pages: pagesOf(app), tabs: app.tabBar?.list.map((tab) => tab.pagePath) ?? [] }
}

let phone: Phone | undefined

/** The mini-program freshly installed on a phone, with nothing in its storage. */
export class Phone {
  private readonly toasts: string[] = []
  /** what was put before the person so far, of {@link ASKING} */
  get asked(): string[] {
    return this.called.filter((name) => ASKING.includes(name))
  }
  private readonly called: string[] = []
  /** how it answers to functions of wx, by name: what is not here it agrees to */
  readonly answers: Record<string, Work> = {}
  private readonly loaded = new Map<string, string>()
  private readonly pages = new PageStack(readRoutes(), (route, query) => this.render(route, query))
  private readonly missingPage: ((result: object) => void)[] = []
  /** what of the app hears what nothing else has caught */
  readonly failures: Failures = { error: [], rejection: [] }
  private readonly network: NetworkListener[] = []
  private readonly privacy: PrivacyListener[] = []
  private app: Hooks = {}
  private enter: Enter

  private constructor(
    enter: Partial<Enter>,
    callFunction: CallFunction,
    private readonly stored = new Map<string, unknown>(),
  ) {
    this.enter = this.complete(enter)
    const { pages, called, toasts, answers, missingPage, failures, network, privacy, stored: kept } = this
    const edge = { pages, called, toasts, answers, missingPage, failures, network, privacy, kept }
    scope.wx = fakeWx({ callFunction, ...edge, enter: () => this.enter })
    scope.App = (options: Hooks) => void (this.app = options)
    scope.getApp = () => this.app
    scope.getCurrentPages = () => pages.instances
    scope.Page = ({ data, ...methods }: Record<string, unknown>) =>
      (scope.Component as (options: object) => void)({ data, methods })
  }

  static putAway(): void {
    phone?.pages.closeAll()
    phone = undefined
  }

  /** Cold start: loads dist/weapp/app.js anew and enters. The phone before it is put away. */
  static launch(enter: Partial<Enter>, callFunction: CallFunction): Promise<Phone> {
    return Phone.start(() => new Phone(enter, callFunction))
  }

  /** The same on this phone, with what the app has stored on it, after WeChat had closed it. */
  closeAndLaunch(enter: Partial<Enter>, callFunction: CallFunction): Promise<Phone> {
    return Phone.start(() => new Phone(enter, callFunction, this.stored))
  }

  private static async start(take: () => Phone): Promise<Phone> {
    Phone.putAway()
    jest.resetModules()
    phone = take()
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- it runs by being loaded
    require(path.join(DIST, 'app.js'))
    phone.app.onLaunch?.(phone.enter)
    phone.app.onShow?.(phone.enter)
    phone.openEntered()
    await settle()
    return phone
  }

  /** Something private is about to be used. @returns what the mini-program answers, which its sheet asks for */
  needPrivacy(): Promise<{ event: string; buttonId?: string }> {
    return new Promise((resolve) => {
      for (const listener of this.privacy)
        listener((answer) => {
          if (answer.event !== 'exposureAuthorization') resolve(answer)
        })
    })
  }

  /** Keys of what lies in the phone's storage. */
  get kept(): string[] {
    return [...this.stored.keys()]
  }

  /** The page on the screen. */
  get page(): OpenPage {
    return this.pages.top
  }

  /** Home button, and later back by another way: the app has stayed alive. */
  async wake(enter: Partial<Enter>): Promise<void> {
    const resumes = RESUMING.includes(this.enter.scene)
    this.comeBack(enter)
    if (resumes && RESUMING.includes(this.enter.scene)) this.page.show()
    else this.openEntered()
    await settle()
  }

  /** The same, where the client keeps the page that stands there although the entrance names one. */
  async wakeInPlace(enter: Partial<Enter>): Promise<void> {
    this.comeBack(enter)
    this.page.show()
    await settle()
  }

  /** Goes to a page by the way the app itself would. */
  async open(route: string, query: Query = {}): Promise<OpenPage> {
    const url = writeUrl(route, query)
    if (this.pages.routes.tabs.includes(route)) this.pages.switchTab({ url })
    else this.pages.navigateTo({ url })
    await settle()
    return this.page
  }

  /** The arrow at the upper left. */
  async back(): Promise<void> {
    this.pages.navigateBack({})
    await settle()
  }

  /** The phone has a network again, and says so. */
  async networkBack(): Promise<void> {
    for (const listener of [...this.network]) listener({ isConnected: true, networkType: 'wifi' })
    await settle()
  }

  /** Waits for a toast. */
  async says(words: string): Promise<void> {
    const said = () => this.toasts.includes(words)
    await eventually(said, () => `No toast says "${words}", but: ${this.toasts.join(' | ')}`)
  }

  private comeBack(enter: Partial<Enter>): void {
    this.page.hide()
    this.app.onHide?.()
    this.enter = this.complete(enter)
    this.app.onShow?.(this.enter)
  }

  private complete({ scene = 1001, path: page = '', query = {} }: Partial<Enter>): Enter {
    return { scene, path: page || (this.pages.routes.pages[0] ?? ''), query }
  }

  private openEntered(): void {
    const { path: route, query } = this.enter
    if (this.pages.routes.pages.includes(route)) return this.pages.start(route, query)
    this.pages.closeAll()
    const result = { path: route, query, isEntryPage: true }
    this.app.onPageNotFound?.(result)
    for (const listener of this.missingPage) listener(result)
  }

  private render(route: string, query: Query): OpenPage {
    const options = { compiler: 'official', rootPath: DIST, compilerOptions: { maxBuffer: 1 << 26 } }
    const id = this.loaded.get(route) ?? simulate.load(path.join(DIST, route), options)
    this.loaded.set(route, id)
    return new OpenPage(route, query, simulate.render(id))
  }
}

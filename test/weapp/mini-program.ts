import path from 'node:path'
import simulate from 'miniprogram-simulate'
import { fakeWx, type CallFunction } from './fake-wx'

const DIST = path.resolve(__dirname, '../../dist/weapp')

type Query = Record<string, string>
type Hooks = Record<string, (argument?: unknown) => unknown>

interface Instance extends Hooks {
  route: never
}

/** A page of the built mini-program, as it stands on the screen. */
export interface OpenPage {
  /** All text in it, blanks collapsed. */
  text(): string
  /** Taps the first node that matches, or a later one, and lets what follows settle. */
  tap(selector: string, at?: number): Promise<void>
  /** Waits until the page shows the text. */
  shows(text: string): Promise<void>
  /** Gives one of the page's own functions a call, as the platform would: `onPullDownRefresh`, `onShareAppMessage`. */
  call(hook: string, argument?: unknown): unknown
  close(): void
}

const scope = globalThis as unknown as Record<string, unknown>
const stack: unknown[] = []
const known = new Map<string, string>()
let launched = false
let answer: CallFunction = () => undefined

/** Loads dist/app.js once, with the platform's globals in place. */
function launch(route: string, query: Query) {
  if (launched) return
  launched = true
  let app: Hooks = {}
  // Taro takes hold of wx once, so wx stays and what answers behind it changes.
  scope.wx = fakeWx((request) => answer(request))
  scope.App = (options: Hooks) => void (app = options)
  scope.getApp = () => app
  scope.getCurrentPages = () => stack
  scope.Page = (options: Record<string, unknown>) => {
    const { data, ...methods } = options
    ;(scope.Component as (options: unknown) => void)({ data, methods })
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- it runs by being loaded
  require(path.join(DIST, 'app.js'))
  const start = { path: route, query, scene: 1001, shareTicket: '', referrerInfo: {} }
  app.onLaunch?.(start)
  app.onShow?.(start)
}

/**
 * Opens a page of dist/weapp as WeChat does: load, ready, show.
 * @param callFunction answers what the page sends through wx.cloud.callFunction
 */
export async function openPage(route: string, query: Query, callFunction: CallFunction): Promise<OpenPage> {
  answer = callFunction
  launch(route, query)
  const id =
    known.get(route) ??
    simulate.load(path.join(DIST, route), {
      compiler: 'official',
      rootPath: DIST,
      compilerOptions: { maxBuffer: 1 << 26 },
    })
  known.set(route, id)
  const component = simulate.render(id)
  const holder = document.createElement('div')
  document.body.append(holder)
  component.attach(holder)
  const instance = component.instance as Instance
  Object.assign(instance, { route })
  stack.push(instance)
  for (const [hook, argument] of [['onLoad', query], ['onShow'], ['onReady']] as const)
    instance[hook]?.(argument)
  await settle()

  const text = () => (holder.textContent ?? '').replace(/\s+/g, ' ').trim()
  return {
    text,
    tap: async (selector, at = 0) => {
      const node = component.querySelectorAll(selector)[at]
      if (!node) throw new Error(`No ${selector} on ${route}; it shows: ${text()}`)
      node.dispatchEvent('tap')
      await settle()
    },
    shows: async (wanted) => {
      for (let tries = 0; !text().includes(wanted); tries++) {
        if (tries > 60) throw new Error(`${route} does not show "${wanted}"; it shows: ${text()}`)
        await settle()
      }
    },
    call: (hook, argument) => instance[hook]?.(argument),
    close: () => {
      instance.onUnload?.()
      stack.splice(stack.indexOf(instance), 1)
      component.detach()
      holder.remove()
    },
  }
}

/** Longer than the platform gathers changes for one setData. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 50))

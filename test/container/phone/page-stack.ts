import { showBars } from './bars'
import { createPage } from './code-space'
import { isPage, isTab, rootOf } from './config'
import { loadPackage } from './modules'

type Query = Record<string, string>

export interface Instance {
  route: string
  [hook: string]: unknown
}

interface OpenPage {
  route: string
  frame: HTMLElement
  scroller: HTMLElement
  instance: Instance
  release(): void
  title?: string
}

const stack: OpenPage[] = []
const tabs = new Map<string, OpenPage>()

/** Told of a path that no page has; the app decides where that leads. */
let onMissing: (path: string, query: Query) => void = () => undefined

export function whenMissing(tell: typeof onMissing): void {
  onMissing = tell
}

export const instances = (): Instance[] => stack.map(({ instance }) => instance)
export const top = (): OpenPage | undefined => stack.at(-1)

/** What scrolls in a page, be it in front or not. */
export const scrollerOf = (page: Instance): HTMLElement | undefined =>
  [...stack, ...tabs.values()].find(({ instance }) => instance === page)?.scroller

export async function navigateTo(url: string): Promise<void> {
  const { route, query } = parse(url)
  if (!isPage(route)) return onMissing(route, query)
  await loadPackage(rootOf(route))
  hide(top())
  stack.push(open(route, query))
  showBars(stack)
}

export function navigateBack(delta = 1): void {
  for (let left = Math.min(delta, stack.length - 1); left > 0; left--) close(stack.pop())
  show(top())
}

export async function redirectTo(url: string): Promise<void> {
  close(stack.pop())
  await navigateTo(url)
}

/** Tab pages stay as they are until the app begins anew. */
export async function switchTab(url: string): Promise<void> {
  const { route } = parse(url)
  if (top()?.route === route) return
  hide(top())
  for (const page of stack.splice(0)) if (!isTab(page.route)) close(page)
  const known = tabs.get(route)
  stack.push(known ?? open(route, {}))
  if (known) show(known)
  else showBars(stack)
}

export async function reLaunch(url: string): Promise<void> {
  const all = new Set([...stack.splice(0), ...tabs.values()])
  tabs.clear()
  for (const page of all) close(page)
  await navigateTo(url)
}

export function setTitle(title: string): void {
  const page = top()
  if (page) page.title = title
  showBars(stack)
}

/** Calls one of the page's own functions, when it has it. */
export function callHook(instance: Instance | undefined, hook: string, argument?: unknown): unknown {
  const own = instance?.[hook]
  return typeof own === 'function'
    ? (own as (argument?: unknown) => unknown).call(instance, argument)
    : undefined
}

function open(route: string, query: Query): OpenPage {
  const frame = document.createElement('div')
  const scroller = document.createElement('div')
  const placeholder = document.createElement('page')
  frame.className = isTab(route) ? 'frame tabbed' : 'frame'
  frame.dataset.route = route
  scroller.className = 'scroller'
  scroller.append(placeholder)
  frame.append(scroller)
  document.getElementById('pages')?.append(frame)
  const root = createPage(route, scroller, placeholder)
  const instance = Object.assign(root.get(), { route }) as unknown as Instance
  const page: OpenPage = { route, frame, scroller, instance, release: () => root.release() }
  if (isTab(route)) tabs.set(route, page)
  queueMicrotask(() => {
    for (const [hook, argument] of [['onLoad', query], ['onShow'], ['onReady']] as const) {
      callHook(instance, hook, argument)
    }
  })
  return page
}

function show(page: OpenPage | undefined): void {
  if (!page) return
  page.frame.hidden = false
  callHook(page.instance, 'onShow')
  showBars(stack)
}

function hide(page: OpenPage | undefined): void {
  if (!page) return
  page.frame.hidden = true
  callHook(page.instance, 'onHide')
}

function close(page: OpenPage | undefined): void {
  if (!page) return
  callHook(page.instance, 'onUnload')
  page.release()
  page.frame.remove()
}

function parse(url: string): { route: string; query: Query } {
  const { pathname, searchParams } = new URL(url, `package:///${top()?.route ?? ''}`)
  return { route: pathname.replace(/^\//, ''), query: Object.fromEntries(searchParams) }
}

import { asynchronous, type Options } from '../../weapp/fake-wx'
import { isDark } from './config'
import { createIntersectionObserver } from './intersection'
import {
  navigateBack,
  navigateTo,
  reLaunch,
  redirectTo,
  setTitle,
  switchTab,
  top,
  type Instance,
} from './page-stack'

/** What pages do with each other, as wx names it. */
export const pages = {
  navigateTo: ({ url = '' }: Options) => navigateTo(url),
  redirectTo: ({ url = '' }: Options) => redirectTo(url),
  reLaunch: ({ url = '' }: Options) => reLaunch(url),
  switchTab: ({ url = '' }: Options) => switchTab(url),
  navigateBack: ({ delta }: Options) => navigateBack(delta),
}

/** What this phone answers better than fakeWx: bars, words that go by, scrolling, measures. */
export function platformOf(): Record<string, unknown> {
  const { innerWidth, innerHeight } = window
  return {
    setNavigationBarTitle: asynchronous('setNavigationBarTitle', ({ title = '' }) => setTitle(title)),
    showToast: asynchronous('showToast', showToast),
    hideToast: asynchronous('hideToast', hideToast),
    pageScrollTo: asynchronous('pageScrollTo', scrollPage),
    createSelectorQuery: () =>
      (top()?.instance as Instance & { createSelectorQuery(): unknown }).createSelectorQuery(),
    createIntersectionObserver,
    getAppBaseInfo: () => ({ theme: isDark ? 'dark' : 'light', language: 'zh_CN', SDKVersion: '3.5.0' }),
    getWindowInfo: () => ({
      windowWidth: innerWidth,
      windowHeight: top()?.frame.clientHeight ?? innerHeight,
    }),
  }
}

const toast = document.getElementById('toast') as HTMLElement
let toastTimer = 0

function showToast({ title = '', duration = 1500 }: Options): void {
  toast.textContent = title
  toast.hidden = false
  clearTimeout(toastTimer)
  toastTimer = window.setTimeout(hideToast, duration)
}

function hideToast(): void {
  toast.hidden = true
}

function scrollPage({ selector, offsetTop, scrollTop }: Options): void {
  const scroller = top()?.scroller
  if (!scroller) return
  const target = typeof selector === 'string' ? scroller.querySelector(selector) : null
  const above = target ? target.getBoundingClientRect().top - scroller.getBoundingClientRect().top : 0
  const to = target ? scroller.scrollTop + above + Number(offsetTop ?? 0) : Number(scrollTop ?? 0)
  scroller.scrollTo({ top: to })
}

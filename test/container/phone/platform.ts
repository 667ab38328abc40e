import { succeed } from '../../weapp/fake-wx'
import { isDark } from './config'
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

interface EnterOptions {
  path: string
  query: Record<string, string>
  scene: number
}

type Options = Record<string, unknown> & { url: string; title: string; delta?: number; duration?: number }

/** What the phone itself answers: pages, bars, words that go by, scrolling. All else is fakeWx. */
export function platformOf(entered: EnterOptions): Record<string, unknown> {
  const { innerWidth, innerHeight } = window
  return {
    getEnterOptionsSync: () => entered,
    getLaunchOptionsSync: () => entered,
    navigateTo: doing(({ url }) => navigateTo(url)),
    redirectTo: doing(({ url }) => redirectTo(url)),
    reLaunch: doing(({ url }) => reLaunch(url)),
    switchTab: doing(({ url }) => switchTab(url)),
    navigateBack: doing(({ delta }) => navigateBack(delta)),
    setNavigationBarTitle: doing(({ title }) => setTitle(title)),
    showToast: doing(showToast),
    hideToast: doing(hideToast),
    pageScrollTo: doing(scrollPage),
    createSelectorQuery: () =>
      (top()?.instance as Instance & { createSelectorQuery(): unknown }).createSelectorQuery(),
    getAppBaseInfo: () => ({ theme: isDark ? 'dark' : 'light', language: 'zh_CN', SDKVersion: '3.5.0' }),
    getWindowInfo: () => ({
      windowWidth: innerWidth,
      windowHeight: top()?.frame.clientHeight ?? innerHeight,
    }),
  }
}

const doing =
  (work: (options: Options) => unknown) =>
  async (options: Options): Promise<unknown> => {
    await work(options)
    return succeed()(options as never)
  }

const toast = document.getElementById('toast') as HTMLElement
let toastTimer = 0

function showToast({ title, duration = 1500 }: Options): void {
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

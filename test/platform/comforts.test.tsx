import { renderHook } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { useKeepAwake } from '@/platform/keep-awake'
import { watchNearness } from '@/platform/nearness'
import { scrollTo, scrollToStart } from '@/platform/scroll'
import { setTitle } from '@/platform/title'
import { toast } from '@/platform/toast'

const place = process.env.TARO_ENV
afterEach(() => {
  process.env.TARO_ENV = place
  jest.useRealTimers()
})

function phone(wx: Record<string, unknown>): void {
  process.env.TARO_ENV = 'weapp'
  Object.assign(Taro, wx)
}
const refuses = jest.fn(() => Promise.reject(new Error('fail')))
/** What is not to be had is no trouble to anybody: nothing is thrown, now or later. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('the screen that stays lit', () => {
  it('is kept so while the page stands, and let go after it', async () => {
    const setKeepScreenOn = jest.fn().mockResolvedValue({})
    phone({ setKeepScreenOn })
    const { unmount } = renderHook(() => useKeepAwake())
    unmount()
    await settled()
    expect(setKeepScreenOn.mock.calls).toEqual([[{ keepScreenOn: true }], [{ keepScreenOn: false }]])
  })

  it.each([
    ['the phone will not', { setKeepScreenOn: refuses }],
    ['the phone has no such function', { setKeepScreenOn: undefined }],
  ])('dims where %s', async (_, wx) => {
    phone(wx)
    renderHook(() => useKeepAwake()).unmount()
    await settled()
  })

  it('is let go in a browser too, and dims in one that cannot', async () => {
    const release = jest.fn().mockResolvedValue(undefined)
    const browser = navigator as unknown as { wakeLock?: object }
    browser.wakeLock = { request: () => Promise.resolve({ release }) }
    renderHook(() => useKeepAwake()).unmount()
    await settled()
    expect(release).toHaveBeenCalledTimes(1)
    browser.wakeLock = { request: refuses }
    renderHook(() => useKeepAwake()).unmount()
    delete browser.wakeLock
    renderHook(() => useKeepAwake()).unmount()
    await settled()
  })
})

describe('what is scrolled to', () => {
  it('comes into view on a phone, once what unfolds is drawn', () => {
    jest.useFakeTimers()
    const pageScrollTo = jest.fn().mockResolvedValue({})
    phone({ pageScrollTo })
    scrollTo('fault')
    expect(pageScrollTo).not.toHaveBeenCalled()
    jest.runAllTimers()
    scrollToStart('page')
    expect(pageScrollTo.mock.calls).toMatchObject([[{ selector: '#fault' }], [{ scrollTop: 0 }]])
  })

  it.each([
    ['the phone will not', { pageScrollTo: refuses }],
    ['the phone has no such function', { pageScrollTo: undefined }],
  ])('stays where it is where %s', async (_, wx) => {
    phone(wx)
    scrollToStart('page')
    await settled()
  })

  it('comes into view in a browser, and is missed by nobody when it is gone', () => {
    const there = document.createElement('div')
    there.id = 'there'
    there.scrollIntoView = jest.fn()
    document.body.append(there)
    scrollToStart('there')
    scrollToStart('gone')
    expect(there.scrollIntoView).toHaveBeenCalledTimes(1)
  })
})

describe('nearness', () => {
  type Seen = { intersectionRatio?: number; boundingClientRect?: { height: number } }
  const onPhone = () => {
    const heard: ((seen: Seen) => void)[] = []
    const disconnect = jest.fn()
    const observe = (_: string, hear: (seen: Seen) => void) => heard.push(hear)
    phone({ createIntersectionObserver: () => ({ relativeToViewport: () => ({ observe }), disconnect }) })
    return { hear: (seen: Seen) => heard.forEach((it) => it(seen)), disconnect }
  }

  it('is told on a phone, but not of a page that is hidden', () => {
    const { hear, disconnect } = onPhone()
    const tell = jest.fn()
    const stop = watchNearness({ uid: 'row', _root: { ctx: {} } }, tell)
    hear({ intersectionRatio: 0.2, boundingClientRect: { height: 80 } })
    hear({ intersectionRatio: 0, boundingClientRect: { height: 80 } })
    hear({ intersectionRatio: 0, boundingClientRect: { height: 0 } })
    hear({})
    expect(tell.mock.calls).toEqual([
      [true, 80],
      [false, 80],
    ])
    stop()
    expect(disconnect).toHaveBeenCalledTimes(1)
  })

  it('is never told of an element on no page, nor in a browser that cannot', () => {
    onPhone()
    watchNearness({ uid: 'row' }, fail)()
    process.env.TARO_ENV = place
    expect(typeof IntersectionObserver).toBe('undefined')
    watchNearness(document.createElement('div'), fail)()
  })
  const fail = () => {
    throw new Error('told')
  }
})

const nothing = () => undefined
it.each<[string, Record<string, unknown>]>([
  ['will not', { setNavigationBarTitle: refuses, showToast: refuses }],
  ['answers nothing', { setNavigationBarTitle: nothing, showToast: nothing }],
])('a title and a short word are no trouble where the phone %s', async (_, wx) => {
  phone(wx)
  setTitle('海报')
  toast('好了')
  await settled()
})

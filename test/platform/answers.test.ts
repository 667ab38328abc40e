import Taro from '@tarojs/taro'
import { keepInCalendar } from '@/platform/calendar'
import { copyText } from '@/platform/clipboard'
import { openFile } from '@/platform/file'
import { prefersLargeText } from '@/platform/font-size'
import { wechatCode } from '@/platform/login'
import { onNetworkBack } from '@/platform/network'
import { scan } from '@/platform/scan'
import { forget, recall, remember } from '@/platform/storage'

// What is chosen when the module is loaded is chosen for a phone.
jest.mock('@/platform/scan', () => {
  const before = process.env.TARO_ENV
  process.env.TARO_ENV = 'weapp'
  const loaded: object = jest.requireActual('@/platform/scan')
  process.env.TARO_ENV = before
  return loaded
})

const place = process.env.TARO_ENV
afterEach(() => {
  process.env.TARO_ENV = place
})

/** A phone whose wx answers so; undefined: it is an old one, and has no such function. */
function phone(wx: Record<string, unknown>): void {
  process.env.TARO_ENV = 'weapp'
  Object.assign(Taro, wx)
}

type Callbacks = { success(result: object): void; fail(error: object): void }
const event = {
  ...{ id: 'a', title: '护学岗', place: '东门', notes: '', url: '' },
  ...{ startsAt: 0, endsAt: 3_600_000, alarm: 60 },
}
const calendar = () => keepInCalendar(event as never, 0)
const file = () => openFile({ url: 'https://linli.example.org/a.xlsx' }, 'a.xlsx')
const fails = (errMsg: string) => () => Promise.reject(Object.assign(new Error(errMsg), { errMsg }))
const env = { USER_DATA_PATH: 'wxfile://usr' }
const came = () => Promise.resolve({ statusCode: 200 })

type Row = [string, () => Promise<unknown>, Record<string, unknown>, object]
const calls = (how: 'success' | 'fail', said: object) => (it: Callbacks) => it[how](said)

const ROWS: Row[] = [
  [
    'the calendar takes it',
    calendar,
    { addPhoneCalendar: calls('success', { errMsg: 'ok' }) },
    { ok: true, how: 'calendar' },
  ],
  [
    'the calendar may not be written',
    calendar,
    { addPhoneCalendar: calls('fail', { errMsg: 'addPhoneCalendar:fail auth deny' }) },
    { ok: false, reason: 'not_allowed' },
  ],
  [
    'the person goes back from the calendar',
    calendar,
    { addPhoneCalendar: calls('fail', { errMsg: 'addPhoneCalendar:fail cancel' }) },
    { ok: false, reason: 'cancelled' },
  ],
  ['there is no calendar', calendar, { addPhoneCalendar: undefined }, { ok: false, reason: 'failed' }],
  [
    'the clipboard takes it',
    () => copyText('x'),
    { setClipboardData: () => Promise.resolve({}) },
    { ok: true },
  ],
  [
    'the clipboard does not',
    () => copyText('x'),
    { setClipboardData: fails('fail') },
    { ok: false, reason: 'failed' },
  ],
  [
    'there is no clipboard',
    () => copyText('x'),
    { setClipboardData: undefined },
    { ok: false, reason: 'failed' },
  ],
  ['a code is read', scan, { scanCode: () => Promise.resolve({ result: 'x' }) }, { ok: true, text: 'x' }],
  [
    'something else is read',
    scan,
    { scanCode: () => Promise.resolve({}) },
    { ok: false, reason: 'unavailable' },
  ],
  [
    'the person goes back',
    scan,
    { scanCode: fails('scanCode:fail cancel') },
    { ok: false, reason: 'cancelled' },
  ],
  [
    'the camera may not be used',
    scan,
    { scanCode: fails('scanCode:fail auth deny') },
    { ok: false, reason: 'denied' },
  ],
  ['there is no camera', scan, { scanCode: undefined }, { ok: false, reason: 'unavailable' }],
  [
    'a file is shown',
    file,
    { env, downloadFile: came, openDocument: () => Promise.resolve({}) },
    { ok: true },
  ],
  [
    'its link is over',
    file,
    { env, downloadFile: () => Promise.resolve({ statusCode: 403 }) },
    { ok: false, reason: 'link_over' },
  ],
  ['it does not come', file, { env, downloadFile: fails('fail') }, { ok: false, reason: 'unreachable' }],
  [
    'it cannot be shown',
    file,
    { env, downloadFile: came, openDocument: fails('fail') },
    { ok: false, reason: 'cannot_open' },
  ],
  [
    'WeChat says who it is',
    wechatCode,
    { login: () => Promise.resolve({ code: 'c' }) },
    { ok: true, code: 'c' },
  ],
  ['it gives no code', wechatCode, { login: () => Promise.resolve({}) }, { ok: false, reason: 'failed' }],
  ['it does not say', wechatCode, { login: fails('login:fail') }, { ok: false, reason: 'failed' }],
]

it.each(ROWS)('says plainly when %s', async (_, act, wx, expected) => {
  phone(wx)
  expect(await act()).toEqual(expected)
})

it('signs nobody in by WeChat in a browser', async () => {
  expect(await wechatCode()).toEqual({ ok: false, reason: 'unsupported' })
})

it.each([
  [{ fontSizeSetting: 23 }, true],
  [{ fontSizeSetting: 17 }, false],
  [{}, false],
])('reads from %j whether large text is liked', (said, large) => {
  phone({ getSystemInfoSync: () => said })
  expect(prefersLargeText()).toBe(large)
})

it('takes ordinary text where the phone does not tell', () => {
  phone({ getSystemInfoSync: undefined })
  expect(prefersLargeText()).toBe(false)
})

it('calls back when the network is there again, and not when it goes, until it is stopped', () => {
  const listeners = new Set<(state: object) => void>()
  phone({
    onNetworkStatusChange: (listener: (state: object) => void) => listeners.add(listener),
    offNetworkStatusChange: (listener: (state: object) => void) => listeners.delete(listener),
  })
  const back = jest.fn()
  const stop = onNetworkBack(back)
  const change = (isConnected: boolean) => listeners.forEach((listener) => listener({ isConnected }))
  change(false)
  expect(back).not.toHaveBeenCalled()
  change(true)
  stop()
  change(true)
  expect(back).toHaveBeenCalledTimes(1)
})

describe('what is stored', () => {
  const full = () => {
    throw new Error('setStorageSync:fail exceed storage max size')
  }

  it('comes back, and is forgotten by how its name begins', () => {
    const kept = new Map<string, string>()
    phone({
      getStorageSync: (key: string) => kept.get(key) ?? '',
      setStorageSync: (key: string, value: string) => kept.set(key, value),
      removeStorageSync: (key: string) => kept.delete(key),
      getStorageInfoSync: () => ({ keys: [...kept.keys()] }),
    })
    remember('kept:a', [1])
    remember('other', 2)
    forget('kept:')
    expect([recall('kept:a'), recall('other')]).toEqual([null, 2])
  })

  it('is nothing, and no failure, where storage is full or forbidden or holds no JSON', () => {
    phone({ setStorageSync: full, getStorageSync: full, getStorageInfoSync: full })
    remember('a', 1)
    forget('a')
    expect(recall('a')).toBeNull()
    phone({ getStorageSync: () => '{half' })
    expect(recall('a')).toBeNull()
  })
})

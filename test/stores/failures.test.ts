import Taro from '@tarojs/taro'
import type { PhoneError } from '@/domain/phone-error'

jest.mock('@/api/call')
const place = process.env.TARO_ENV

/** The app as it has just been opened. */
async function opened() {
  jest.resetModules()
  const { tell } = jest.mocked(await import('@/api/call'))
  const { reportFailure } = await import('@/stores/failures')
  tell.mockReset()
  return {
    tell,
    reportFailure,
    said: () => tell.mock.calls.map(([, error]) => error as unknown as PhoneError),
  }
}

beforeEach(() => window.history.pushState({}, '', '/pages/session/index?s=abcdef1234&name=%E6%9E%97'))
afterEach(() => void (process.env.TARO_ENV = place))

describe('what went wrong on a phone', () => {
  it('is told with its page and what it ran on, and without what the page was asked', async () => {
    const { tell, reportFailure, said } = await opened()
    reportFailure('error', new TypeError("Cannot read properties of undefined (reading 'slots')"))
    expect(tell.mock.calls[0]?.[0]).toBe('reportError')
    expect(said()).toEqual([
      expect.objectContaining({
        kind: 'error',
        message: "TypeError: Cannot read properties of undefined (reading 'slots')",
        stack: expect.stringContaining('failures.test.ts'),
        page: 'pages/session/index',
        platform: 'h5',
      }),
    ])
    expect(JSON.stringify(said())).not.toContain('abcdef1234')
  })

  it.each<[string, unknown, string]>([
    ['a telephone number', new Error('no 13800138000 here'), 'Error: no … here'],
    ['one in groups', new Error('no 138-0013 8000 here'), 'Error: no … here'],
    ['a name', new Error('林晓雯 is not there'), 'Error: … is not there'],
    [
      'what could not be read',
      new Error(`Unexpected token 'W', "Wei Zhang" is not JSON`),
      `Error: Unexpected token 'W', … is not JSON`,
    ],
    [
      'a query',
      new Error('GET https://linli.example.org/files/a?token=abc&who=me failed'),
      'Error: GET https://linli.example.org/files/a… failed',
    ],
    ['a token', new Error(`Bearer ${'a1'.repeat(20)}.x`), 'Error: Bearer ….x'],
    ['a failure of wx', { errMsg: 'request:fail timeout', errno: 5 }, 'request:fail timeout'],
    [
      'wx’s own text',
      'MiniProgramError\nx is not a function\n    at Object.a (app.js:1:2)',
      'MiniProgramError\nx is not a function',
    ],
    ['nothing at all', undefined, 'undefined'],
  ])('leaves people out, and keeps the rest: %s', async (_, failure, message) => {
    const { reportFailure, said } = await opened()
    reportFailure('rejection', failure)
    expect(said()).toMatchObject([{ kind: 'rejection', message }])
  })

  it('is told once, and no more than five things while the app is open', async () => {
    const { tell, reportFailure } = await opened()
    const same = new Error('the same')
    for (let time = 0; time < 3; time += 1) reportFailure('error', same)
    expect(tell).toHaveBeenCalledTimes(1)
    for (let one = 0; one < 20; one += 1) reportFailure('error', `another ${'x'.repeat(one)}`)
    expect(tell).toHaveBeenCalledTimes(5)
  })

  it('is short, however long it was', async () => {
    const { reportFailure, said } = await opened()
    const long = Object.assign(new Error('a b '.repeat(9_000)), { stack: 'at x (y.js:1:2)\n'.repeat(9_000) })
    reportFailure('error', long)
    expect(said()[0]?.message.length).toBe(300)
    expect(said()[0]?.stack.length).toBe(1500)
  })

  it('never makes anything else go wrong', async () => {
    const { tell, reportFailure } = await opened()
    tell.mockImplementation(() => {
      throw new Error('no network')
    })
    expect(() => reportFailure('error', new Error('a'))).not.toThrow()
    const nasty = new Proxy(
      {},
      {
        get: () => {
          throw new Error('not even that')
        },
      },
    )
    expect(() => reportFailure('error', nasty)).not.toThrow()
    process.env.TARO_ENV = 'weapp'
    Object.assign(Taro, {
      getCurrentPages: () => {
        throw new Error('too early')
      },
    })
    expect(() => reportFailure('error', new Error('b'))).not.toThrow()
  })
})

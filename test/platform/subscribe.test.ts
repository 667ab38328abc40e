import Taro from '@tarojs/taro'
import { alwaysRefused, askLeave, canAskLeave } from '@/platform/subscribe'

const place = process.env.TARO_ENV
/** A phone that answers so; what is not given, it does not have. */
function phone(wx: object): void {
  process.env.TARO_ENV = 'weapp'
  Object.assign(Taro, { canIUse: () => true, requestSubscribeMessage: undefined, getSetting: undefined }, wx)
}
afterEach(() => {
  process.env.TARO_ENV = place
})

type Asked = { tmplIds: string[]; success(result: object): void; fail(error: object): void }
const says = (result: object) => ({ requestSubscribeMessage: (it: Asked) => it.success(result) })
const ids = ['one', 'two', 'three']

describe('leave to bring messages', () => {
  it('is answered for each template, as it was', async () => {
    phone(says({ errMsg: 'requestSubscribeMessage:ok', one: 'accept', two: 'reject', three: 'ban' }))
    expect(await askLeave(ids)).toEqual({
      ok: true,
      answers: { one: 'accept', two: 'reject', three: 'ban' },
    })
  })

  it('is given with a sound as well', async () => {
    phone(says({ errMsg: 'requestSubscribeMessage:ok', one: 'acceptWithAudio' }))
    expect(await askLeave(['one'])).toEqual({ ok: true, answers: { one: 'accept' } })
  })

  it('is answered by a promise where Taro gives one', async () => {
    phone({ requestSubscribeMessage: () => Promise.resolve({ one: 'filter' }) })
    expect(await askLeave(['one'])).toEqual({ ok: true, answers: { one: 'filter' } })
  })

  it('is asked for three at most', async () => {
    const asked: string[][] = []
    phone({
      requestSubscribeMessage: ({ tmplIds, success }: Asked) => {
        asked.push(tmplIds)
        success({ one: 'accept' })
      },
    })
    await askLeave([...ids, 'four'])
    expect(asked).toEqual([ids])
  })

  it('is asked for before anything is awaited: the phone shows it within a tap alone', () => {
    let asked = false
    phone({ requestSubscribeMessage: () => (asked = true) })
    void askLeave(ids)
    expect(asked).toBe(true)
  })

  it.each<[string, object, string]>([
    [
      'the phone fails',
      { requestSubscribeMessage: (it: Asked) => it.fail({ errMsg: 'fail 20004', errCode: 20004 }) },
      'failed',
    ],
    [
      'it was closed',
      { requestSubscribeMessage: (it: Asked) => it.fail({ errMsg: 'fail cancel' }) },
      'cancelled',
    ],
    ['it answers something else', says({ errMsg: 'requestSubscribeMessage:ok' }), 'unsupported'],
    ['it answers nothing', says(undefined as never), 'unsupported'],
    ['it does not know this', { canIUse: () => false }, 'unsupported'],
    ['it is so old that it says it knows', {}, 'failed'],
  ])('is not had when %s', async (_, wx, reason) => {
    phone(wx)
    expect(await askLeave(ids)).toEqual({ ok: false, reason })
  })

  it('is not to be had in a browser', async () => {
    Object.assign(Taro, says({ one: 'accept' }), { canIUse: () => true })
    expect(canAskLeave()).toBe(false)
    expect(await askLeave(['one'])).toEqual({ ok: false, reason: 'unsupported' })
  })
})

describe('what is refused for good', () => {
  const setting = (subscriptionsSetting?: object) => ({
    getSetting: () => Promise.resolve({ authSetting: {}, subscriptionsSetting }),
  })
  it.each<[string, object, string[]]>([
    ['one by one', setting({ mainSwitch: true, itemSettings: { one: 'reject', two: 'accept' } }), ['one']],
    ['all at once', setting({ mainSwitch: false }), ids],
    ['nothing that was not said for good', setting({ mainSwitch: true }), []],
    ['nothing where the phone does not say', setting(), []],
    ['nothing where it cannot', {}, []],
  ])('is %s', async (_, wx, refused) => {
    phone(wx)
    expect(await alwaysRefused(ids)).toEqual(refused)
  })
})

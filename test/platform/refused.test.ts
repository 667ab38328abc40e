import Taro from '@tarojs/taro'
import { keepInCalendar } from '@/platform/calendar'
import { copyText } from '@/platform/clipboard'
import { paint } from '@/platform/image'
import { answerPrivacy, listenForPrivacy, openPrivacyGuide } from '@/platform/privacy'
import { readPrivacySetting } from '@/platform/privacy-setting'
import { sendFile } from '@/platform/sent-file'
import { askLeave } from '@/platform/subscribe'
import { ringUp } from '@/platform/telephone'
import { whyNot } from '@/platform/why-not'

const place = process.env.TARO_ENV
/** A phone that answers so; what is not given, it does not have. */
function phone(wx: object): void {
  process.env.TARO_ENV = 'weapp'
  Object.assign(Taro, { onNeedPrivacyAuthorization: undefined, getPrivacySetting: undefined }, wx)
}
afterEach(() => {
  process.env.TARO_ENV = place
})

/** How phones say no: the privacy guide, a permission, in words alone, by number alone, and by a plain cancel. */
const REFUSALS = [
  [{ errMsg: 'x:fail privacy permission is not authorized', errno: 104 }, 'not_allowed'],
  [{ errMsg: 'x:fail', errno: 104 }, 'not_allowed'],
  [{ errMsg: 'x:fail auth deny', errno: 103 }, 'not_allowed'],
  [{ errMsg: 'x:fail', errno: 103 }, 'not_allowed'],
  [{ errMsg: 'x:fail:auth denied' }, 'not_allowed'],
  [{ errMsg: 'x:fail authorize no response' }, 'not_allowed'],
  [{ errMsg: 'x:fail cancel' }, 'cancelled'],
  [{ errMsg: 'x:fail system error', errno: 1 }, 'failed'],
  [new Error('broken'), 'failed'],
  [null, 'failed'],
  [{ errMsg: 7 }, 'failed'],
] as const

it.each(REFUSALS)('reads %j', (error, reason) => {
  expect(whyNot(error)).toBe(reason)
})

const event = { uid: 'u', title: 't', place: 'p', notes: '', startsAt: 0, endsAt: 1, alarm: 60 }
const failing =
  (error: unknown) =>
  ({ fail }: { fail: (error: unknown) => void }) =>
    fail(error)

describe.each(REFUSALS)('where it is refused with %j', (error, reason) => {
  it.each<[string, object, () => Promise<unknown>]>([
    ['the clipboard', { setClipboardData: () => Promise.reject(error) }, () => copyText('x')],
    ['the calendar', { addPhoneCalendar: failing(error) }, () => keepInCalendar(event, 0)],
    ['the telephone', { makePhoneCall: () => Promise.reject(error) }, () => ringUp('13812345678')],
    ['messages', { canIUse: () => true, requestSubscribeMessage: failing(error) }, () => askLeave(['one'])],
  ])('%s gives a reason, and never throws', async (_, wx, act) => {
    phone(wx)
    expect(await act()).toEqual({ ok: false, reason })
  })

  it('the album gives a reason, and never throws', async () => {
    const canvas = { width: 0, height: 0, getContext: () => ({}), createImage: () => ({}) }
    const query = {
      select: () => query,
      fields: (_: object, told: (found: object) => void) => (told({ node: canvas }), query),
      exec: () => undefined,
    }
    phone({
      createSelectorQuery: () => query,
      canvasToTempFilePath: () => Promise.resolve({ tempFilePath: 'x' }),
      saveImageToPhotosAlbum: () => Promise.reject(error),
    })
    const picture = await paint('canvas', { width: 1, height: 1 }, () => undefined)
    expect(await picture?.keep('name')).toEqual({ ok: false, reason })
  })

  it('sending a file gives no', async () => {
    phone({ shareFileMessage: () => Promise.reject(error) })
    expect(await sendFile({ filePath: 'x', name: 'y' })).toEqual({ ok: false })
  })
})

describe('the privacy guide', () => {
  type Listener = (resolve: (answer: object) => void) => void
  function asking() {
    let listener: Listener = () => undefined
    const told = jest.fn()
    phone({ onNeedPrivacyAuthorization: (it: Listener) => (listener = it) })
    listenForPrivacy(told)
    return {
      told,
      need: () =>
        new Promise<object>((done) =>
          listener((answer) => 'event' in answer && answer.event !== 'exposureAuthorization' && done(answer)),
        ),
    }
  }

  it('lets what waits go on once it is agreed to, by the id of the button that was tapped', async () => {
    const { told, need } = asking()
    const both = Promise.all([need(), need()])
    expect(told).toHaveBeenCalledTimes(2)
    answerPrivacy(true)
    expect(await both).toEqual([1, 2].map(() => ({ event: 'agree', buttonId: 'privacy-agree' })))
  })

  it('has what waits fail once it is refused, and asks anew the next time', async () => {
    const { told, need } = asking()
    const first = need()
    answerPrivacy(false)
    expect(await first).toEqual({ event: 'disagree' })
    void need()
    expect(told).toHaveBeenCalledTimes(2)
    answerPrivacy(false)
  })

  it('is not asked for by a WeChat that does not know of it', () => {
    phone({})
    expect(() => listenForPrivacy(() => undefined)).not.toThrow()
  })

  it('opens, or says that it does not', async () => {
    phone({ openPrivacyContract: ({ success }: { success(): void }) => success() })
    expect(await openPrivacyGuide()).toEqual({ ok: true })
    phone({ openPrivacyContract: failing({ errMsg: 'x:fail' }) })
    expect(await openPrivacyGuide()).toEqual({ ok: false })
  })

  it('is known to be agreed to or not', async () => {
    const says = (needAuthorization: boolean) => ({
      getPrivacySetting: ({ success }: { success(it: object): void }) =>
        success({ needAuthorization, privacyContractName: '《隐私保护指引》' }),
    })
    phone(says(true))
    expect(await readPrivacySetting()).toMatchObject({ ok: true, agreed: false })
    phone(says(false))
    expect(await readPrivacySetting()).toMatchObject({ ok: true, agreed: true })
    phone({ getPrivacySetting: failing({}) })
    expect(await readPrivacySetting()).toEqual({ ok: false, reason: 'failed' })
    phone({})
    expect(await readPrivacySetting()).toEqual({ ok: false, reason: 'unsupported' })
  })
})

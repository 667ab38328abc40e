import Taro from '@tarojs/taro'

type Resolve = (answer: { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string }) => void

/** Id of the button by which one agrees: the platform looks whether it was tapped. */
export const AGREE = 'privacy-agree'

let waiting: Resolve[] = []

/**
 * Called as the app is loaded. Until somebody has agreed to the platform's privacy guide, whatever it guards (the
 * clipboard, the album, the calendar) waits for an answer, which the sheet that `tell` opens asks for.
 */
export function listenForPrivacy(tell: () => void): void {
  // Older than 2.32.3 the platform asks for nothing.
  if (process.env.TARO_ENV !== 'weapp' || typeof Taro.onNeedPrivacyAuthorization !== 'function') return
  Taro.onNeedPrivacyAuthorization((resolve) => {
    waiting.push(resolve as Resolve)
    answerAll({ event: 'exposureAuthorization' })
    tell()
  })
}

/** Lets all that waits go on, or fail as not allowed. */
export function answerPrivacy(agreed: boolean): void {
  answerAll(agreed ? { event: 'agree', buttonId: AGREE } : { event: 'disagree' })
  waiting = []
}

function answerAll(answer: Parameters<Resolve>[0]): void {
  for (const resolve of waiting) resolve(answer)
}

/** The platform's own page with what this mini-program has declared. */
export function openPrivacyGuide(): Promise<{ ok: boolean }> {
  return new Promise((resolve) => {
    if (process.env.TARO_ENV !== 'weapp' || typeof Taro.openPrivacyContract !== 'function')
      return resolve({ ok: false })
    Taro.openPrivacyContract({ success: () => resolve({ ok: true }), fail: () => resolve({ ok: false }) })
  })
}

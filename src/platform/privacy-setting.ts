import Taro from '@tarojs/taro'

export type PrivacySetting =
  | { ok: true; agreed: boolean; name: string }
  /** a browser, or a WeChat that does not know of it */
  | { ok: false; reason: 'unsupported' | 'failed' }

/** Whether the platform's privacy guide has been agreed to, and what it is called. */
export function readPrivacySetting(): Promise<PrivacySetting> {
  return new Promise((resolve) => {
    if (process.env.TARO_ENV !== 'weapp' || typeof Taro.getPrivacySetting !== 'function')
      return resolve({ ok: false, reason: 'unsupported' })
    Taro.getPrivacySetting({
      success: ({ needAuthorization, privacyContractName }) =>
        resolve({ ok: true, agreed: !needAuthorization, name: privacyContractName }),
      fail: () => resolve({ ok: false, reason: 'failed' }),
    })
  })
}

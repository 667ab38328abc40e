import Taro from '@tarojs/taro'

export type Login = { ok: true; code: string } | { ok: false; reason: 'unsupported' | 'failed' }

/** WeChat's one-time code for this user; the server exchanges it. */
export async function wechatCode(): Promise<Login> {
  if (process.env.TARO_ENV !== 'weapp') return { ok: false, reason: 'unsupported' }
  try {
    const { code } = await Taro.login()
    return code ? { ok: true, code } : { ok: false, reason: 'failed' }
  } catch {
    return { ok: false, reason: 'failed' }
  }
}

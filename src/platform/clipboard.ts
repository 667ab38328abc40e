import Taro from '@tarojs/taro'
import { whyNot, type WhyNot } from './why-not'

export type Copied = { ok: true } | { ok: false; reason: WhyNot }

/** On H5 this needs a tap and a secure page; old browsers get a hidden field. */
export async function copyText(text: string): Promise<Copied> {
  try {
    if (process.env.TARO_ENV === 'h5' && navigator.clipboard) await navigator.clipboard.writeText(text)
    else await Taro.setClipboardData({ data: text })
    return { ok: true }
  } catch (error) {
    return { ok: false, reason: whyNot(error) }
  }
}

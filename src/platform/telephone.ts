import Taro from '@tarojs/taro'
import { whyNot, type WhyNot } from './why-not'

/** Hands a number to the telephone, which asks before it rings. */
export async function ringUp(phoneNumber: string): Promise<{ ok: true } | { ok: false; reason: WhyNot }> {
  if (process.env.TARO_ENV === 'h5') {
    window.location.href = `tel:${phoneNumber}`
    return { ok: true }
  }
  try {
    await Taro.makePhoneCall({ phoneNumber })
    return { ok: true }
  } catch (error) {
    return { ok: false, reason: whyNot(error) }
  }
}

import Taro from '@tarojs/taro'
import { whyNot } from './why-not'

export type Scanned =
  | { ok: true; text: string }
  /** `cancelled`: the person went back. `denied`: may not use the camera. `unavailable`: there is none to be had. */
  | { ok: false; reason: 'cancelled' | 'denied' | 'unavailable' }

/** In a browser the phone's own camera reads the code and opens its page. */
export const SCANS = process.env.TARO_ENV === 'weapp'

/** Opens the camera on a QR code; never throws. */
export async function scan(): Promise<Scanned> {
  if (!SCANS) return { ok: false, reason: 'unavailable' }
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })
    return typeof result === 'string' ? { ok: true, text: result } : { ok: false, reason: 'unavailable' }
  } catch (error) {
    return { ok: false, reason: REASONS[whyNot(error)] }
  }
}

const REASONS = { cancelled: 'cancelled', not_allowed: 'denied', failed: 'unavailable' } as const

import Taro from '@tarojs/taro'
import type { Picture } from './image'
import { whyNot, type WhyNot } from './why-not'

/** A browser keeps a picture; sending it is the person's own. */
export const SHARES_PICTURES = process.env.TARO_ENV === 'weapp'

/** Opens the platform's menu that sends a picture to friends. */
export async function sharePicture(picture: Picture): Promise<{ ok: true } | { ok: false; reason: WhyNot }> {
  const path = await picture.file()
  if (path === null) return { ok: false, reason: 'failed' }
  try {
    await showMenu(path)
    return { ok: true }
  } catch (error) {
    return { ok: false, reason: whyNot(error) }
  }
}

// Taro makes no promise of this one.
function showMenu(path: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    void Taro.showShareImageMenu({ path, success: resolve, fail: reject })
  })
}

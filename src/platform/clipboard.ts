import Taro from '@tarojs/taro'

/** On H5 this needs a tap and a secure page; old browsers get a hidden field. */
export async function copyText(text: string): Promise<{ ok: boolean }> {
  try {
    if (process.env.TARO_ENV === 'h5' && navigator.clipboard) await navigator.clipboard.writeText(text)
    else await Taro.setClipboardData({ data: text })
    return { ok: true }
  } catch {
    return { ok: false }
  }
}

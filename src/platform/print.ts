/** Only a browser prints. */
export const PRINTS = process.env.TARO_ENV === 'h5'

export function print(): { ok: boolean } {
  if (!PRINTS || typeof window.print !== 'function') return { ok: false }
  window.print()
  return { ok: true }
}

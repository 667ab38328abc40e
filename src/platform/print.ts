/** A page can be printed where there is a browser; on the phone it is read out or shown. */
export const PRINTS = process.env.TARO_ENV === 'h5'

export function printPage(): void {
  if (process.env.TARO_ENV === 'h5') window.print()
}

/** Opens an address of the same server beside the app; only browsers have tabs. */
export function openNewTab(address: string): void {
  if (process.env.TARO_ENV === 'h5') window.open(address, '_blank', 'noopener')
}

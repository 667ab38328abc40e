/** In a browser, Enter and the space bar do what a tap does, on whatever says it is a button, a choice or a tick. */
export function listenForKeys(): void {
  if (process.env.TARO_ENV !== 'h5') return
  document.addEventListener('keydown', (event) => {
    const { target, key } = event
    if ((key !== 'Enter' && key !== ' ') || !(target instanceof HTMLElement) || target.tabIndex !== 0) return
    if (!target.matches('[role=button], [role=radio], [role=checkbox], [role=tab]')) return
    event.preventDefault()
    target.click()
  })
}

const BAR = { back: '.taro-navigation-bar-back', home: '.taro-navigation-bar-home' }

/**
 * In a browser, Enter and the space bar do what a tap does, on whatever says it is a button, a choice or a tick; and
 * the buttons of Taro's bar, which has none of WeChat's to show, say what they are.
 */
export function listenForKeys(names: { back: string; home: string }): void {
  if (process.env.TARO_ENV !== 'h5') return
  document.addEventListener('keydown', (event) => {
    const { target, key } = event
    if ((key !== 'Enter' && key !== ' ') || !(target instanceof HTMLElement) || target.tabIndex !== 0) return
    if (!target.matches('[role=button], [role=radio], [role=checkbox], [role=tab]')) return
    event.preventDefault()
    target.click()
  })
  const watch = new MutationObserver(() => {
    const back = document.querySelector(BAR.back)
    const home = document.querySelector(BAR.home)
    if (!back || !home) return
    watch.disconnect()
    asButton(back, names.back)
    asButton(home, names.home)
  })
  watch.observe(document.body, { childList: true, subtree: true })
}

function asButton(element: Element, name: string): void {
  for (const [key, value] of Object.entries({ role: 'button', tabindex: '0', 'aria-label': name })) {
    element.setAttribute(key, value)
  }
}

import { app, isTab, themed, titleOf } from './config'

interface Shown {
  route: string
  title?: string
}

/** Where the bars lead. */
interface Ways {
  back(): void
  home(): void
  tab(route: string): void
}

const at = (id: string) => document.getElementById(id) as HTMLElement

/** The navigation bar with its title and the way back, or home for who came by a card, and the tabs when a tab is in front. */
export function showBars(stack: Shown[]): void {
  const front = stack.at(-1)
  if (!front) return
  at('bar-title').textContent = front.title ?? titleOf(front.route)
  at('bar-back').hidden = stack.length < 2
  at('bar-home').hidden = stack.length > 1 || isTab(front.route)
  at('tabs').hidden = !isTab(front.route)
  for (const tab of document.querySelectorAll<HTMLElement>('#tabs button')) {
    mark(tab, tab.dataset.route === front.route)
  }
}

export function drawBars({ back, home, tab }: Ways): void {
  const { window: bar, tabBar } = app
  document.body.style.background = themed(bar.navigationBarBackgroundColor)
  at('bar').style.color = themed(bar.navigationBarTextStyle)
  at('bar-back').onclick = back
  at('bar-home').onclick = home
  Object.assign(at('tabs').style, {
    background: themed(tabBar.backgroundColor),
    borderColor: themed(tabBar.borderStyle) === 'black' ? '#0002' : '#fff2',
  })
  at('tabs').append(...tabBar.list.map((it) => drawTab(it, tab)))
}

function drawTab({ pagePath, text }: (typeof app.tabBar.list)[number], open: Ways['tab']): HTMLElement {
  const tab = document.createElement('button')
  tab.dataset.route = pagePath
  tab.append(document.createElement('img'), text)
  tab.onclick = () => open(pagePath)
  mark(tab, false)
  return tab
}

function mark(tab: HTMLElement, active: boolean): void {
  const config = app.tabBar.list.find(({ pagePath }) => pagePath === tab.dataset.route)
  const image = tab.querySelector('img')
  if (!config || !image) return
  image.src = `/${themed(active ? config.selectedIconPath : config.iconPath)}`
  tab.style.color = themed(active ? app.tabBar.selectedColor : app.tabBar.color)
  tab.setAttribute('aria-selected', String(active))
}

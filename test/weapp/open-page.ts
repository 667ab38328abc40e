import type { Node, Rendered } from 'miniprogram-simulate'

export type Query = Record<string, string>
type Instance = Record<string, (argument?: unknown) => unknown>

/** A page of the built mini-program, as it stands on the screen. */
export class OpenPage {
  readonly instance: Instance
  private readonly holder = document.createElement('div')
  private ready = false

  constructor(
    readonly route: string,
    readonly query: Query,
    private readonly component: Rendered,
  ) {
    document.body.append(this.holder)
    component.attach(this.holder)
    this.instance = component.instance as Instance
    Object.assign(this.instance, { route, options: query })
  }

  /** All text in it, blanks collapsed. */
  text(): string {
    return (this.holder.textContent ?? '').replace(/\s+/g, ' ').trim()
  }

  /** Text of each node that matches. */
  texts(selector: string): string[] {
    return this.component.querySelectorAll(selector).map((node) => textOf(node))
  }

  /** Waits until the page shows the text. */
  async shows(wanted: string): Promise<void> {
    await this.comes(`"${wanted}"`, () => this.text().includes(wanted))
  }

  /**
   * Waits for a node that matches, taps it and lets what follows settle.
   * @param which of several: its place, or words in it; the first by default
   */
  async tap(selector: string, which: number | string = 0): Promise<void> {
    const node = await this.comes(`${selector} (${which})`, () => this.find(selector, which))
    node.dispatchEvent('tap')
    await settle()
  }

  /** Types into a field, as a whole. */
  async type(selector: string, value: string): Promise<void> {
    const node = await this.comes(selector, () => this.find(selector, 0))
    node.dispatchEvent('input', { detail: { value } })
    await settle()
  }

  /** Gives one of the page's own functions a call, as the platform would: `onPullDownRefresh`, `onShareAppMessage`. */
  call(hook: string, argument?: unknown): unknown {
    return this.instance[hook]?.(argument)
  }

  show(): void {
    if (!this.ready) this.call('onLoad', this.query)
    this.call('onShow')
    if (!this.ready) this.call('onReady')
    this.ready = true
  }

  hide(): void {
    this.call('onHide')
  }

  unload(): void {
    this.call('onUnload')
    this.component.detach()
    this.holder.remove()
  }

  private find(selector: string, which: number | string): Node | undefined {
    const nodes = this.component.querySelectorAll(selector)
    return typeof which === 'number' ? nodes[which] : nodes.find((it) => textOf(it).includes(which))
  }

  private async comes<Found>(what: string, look: () => Found | undefined): Promise<Found> {
    for (let tries = 0; tries < PATIENCE; tries++) {
      const found = look()
      if (found) return found
      await settle()
    }
    throw new Error(`There is no ${what} on ${this.route}; it shows: ${this.text()}`)
  }
}

// Enough for a busy machine, and over before the test’s own time is.
const PATIENCE = 400

/** Longer than the platform gathers changes for one setData. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, 50))

const textOf = ({ dom }: Node) => (dom.textContent ?? '').replace(/\s+/g, ' ').trim()

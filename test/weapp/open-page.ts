import type { Node, Rendered } from 'miniprogram-simulate'
import { eventually, settle } from './waiting'

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

  /** Waits until so many nodes match. */
  async counts(selector: string, number: number): Promise<void> {
    await this.comes(`${selector} × ${number}`, () => this.texts(selector).length === number)
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

  /** What the platform tells a node beside taps: of a button by which one agrees, say. */
  async fire(selector: string, event: string): Promise<void> {
    const node = await this.comes(selector, () => this.find(selector, 0))
    node.dispatchEvent(event)
    await settle()
  }

  /** Types into a field, as a whole. */
  async type(selector: string, value: string): Promise<void> {
    const node = await this.comes(selector, () => this.find(selector, 0))
    node.dispatchEvent('input', { detail: { value } })
    await settle()
  }

  /**
   * The card it becomes when it is shared from the menu or by a button.
   * @returns undefined when it leaves title and path to WeChat, which takes the app's name and the page itself
   */
  card(from: 'menu' | 'button'): { title: string; path: string; imageUrl?: string } | undefined {
    return this.call('onShareAppMessage', {
      from,
      target: from === 'button' ? { dataset: {} } : undefined,
    }) as ReturnType<OpenPage['card']>
  }

  /** Does WeChat offer to share it? It does where the page has the function. */
  shares(how: 'onShareAppMessage' | 'onShareTimeline'): boolean {
    return typeof this.instance[how] === 'function'
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

  private call(hook: string, argument?: unknown): unknown {
    return this.instance[hook]?.(argument)
  }

  private find(selector: string, which: number | string): Node | undefined {
    const nodes = this.component.querySelectorAll(selector)
    return typeof which === 'number' ? nodes[which] : nodes.find((it) => textOf(it).includes(which))
  }

  private comes<Found>(what: string, look: () => Found | undefined): Promise<NonNullable<Found>> {
    return eventually(look, () => `There is no ${what} on ${this.route}; it shows: ${this.text()}`)
  }
}

const textOf = ({ dom }: Node) => (dom.textContent ?? '').replace(/\s+/g, ' ').trim()

declare module 'miniprogram-simulate' {
  export interface Node {
    dom: HTMLElement
    dispatchEvent(name: string, options?: object): void
  }

  export interface Rendered {
    instance: unknown
    attach(parent: HTMLElement): void
    detach(): void
    querySelector(selector: string): Node | undefined
    querySelectorAll(selector: string): Node[]
  }

  const simulate: {
    load(path: string, options?: object): string
    render(id: string): Rendered
  }
  export default simulate
}

type Require = (request: string) => unknown
type Factory = (require: Require, module: { exports: unknown }, exports: unknown) => void

declare global {
  interface Window {
    /** Called by the scripts of the packages, once for each file. */
    define(name: string, factory: Factory): void
  }
}

const factories = new Map<string, Factory>()
const loaded = new Map<string, { exports: unknown }>()
const packages = new Map<string, Promise<void>>()

window.define = (name, factory) => void factories.set(name, factory)

/** Fetches a package's script when it is first needed, as the platform does with sub-packages. */
export function loadPackage(root: string): Promise<void> {
  const known = packages.get(root)
  if (known) return known
  const loading = new Promise<void>((resolve, reject) => {
    const script = document.createElement('script')
    script.src = `/package/${root || 'main'}.js`
    script.onload = () => resolve()
    script.onerror = () => reject(new Error(`no package ${root}`))
    document.head.append(script)
  })
  packages.set(root, loading)
  return loading
}

/** Runs a file of the mini-program once. @param name its path without `.js` */
export function requireFile(name: string): unknown {
  const known = loaded.get(name)
  if (known) return known.exports
  const factory = factories.get(name)
  if (!factory) throw new Error(`No file ${name}.js in the packages that are loaded`)
  const module = { exports: {} as unknown }
  loaded.set(name, module)
  factory((request) => requireFile(resolveFrom(name, request)), module, module.exports)
  return module.exports
}

function resolveFrom(name: string, request: string): string {
  const base = new URL(name, 'package:///')
  return new URL(request, base).pathname.replace(/^\//, '').replace(/\.js$/, '')
}

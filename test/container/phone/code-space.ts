import { glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { writeAttributes } from './attributes'
import { dispatch } from './events'
import { requireFile } from './modules'

type Templates = Record<string, glassEasel.template.ComponentTemplate['content']>

declare global {
  interface Window {
    templates: Templates
  }
}

const env = new MiniProgramEnv()
const context = new glassEasel.CurrentWindowBackendContext()
context.onEvent(dispatch)
const backend = env.associateBackend(context)
const space = env.createCodeSpace('linli', true)
writePlainIds()
writeAttributes()

for (const [path, content] of Object.entries(window.templates)) {
  space.addCompiledTemplate(path, { content, groupList: window.templates } as never)
  space.addComponentStaticConfig(path, (window.configs[path] ?? {}) as never)
}

/** The framework keeps ids to itself or puts a prefix before them; styles of the mini-program name them as they are. */
function writePlainIds(): void {
  type Prepare = (...given: unknown[]) => [glassEasel.ComponentOptions, unknown]
  const preparing = space as unknown as { prepareComponentOptions: Prepare }
  const prepare = preparing.prepareComponentOptions.bind(space)
  preparing.prepareComponentOptions = (...given) => {
    const [{ idPrefixGenerator: _, ...options }, isolation] = prepare(...given)
    return [{ ...options, writeIdToDOM: true }, isolation]
  }
}

const defined = new Set<string>()

/** Runs the script of a page or component, in which it registers itself. */
function define(path: string): void {
  if (defined.has(path)) return
  defined.add(path)
  space.globalComponentEnv(window, path, () => requireFile(path))
}

/** Puts a new instance of a page in the place of `placeholder`. */
export function createPage(route: string, parent: HTMLElement, placeholder: HTMLElement) {
  define('comp')
  define(route)
  const root = backend.createRoot('page', space, route)
  root.attach(parent as never, placeholder as never)
  return root
}

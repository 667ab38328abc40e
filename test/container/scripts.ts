import { textsOf } from './package-files'

/** The folder of a sub-package, or '' for the main package. */
export type PackageRoot = string

/** One script for each package, as the platform loads them: every file a module that runs when it is required. */
export function wrapScripts(files: Map<string, Buffer>, roots: PackageRoot[]): Map<PackageRoot, string> {
  const packages = new Map<PackageRoot, string[]>(['', ...roots].map((root) => [root, []]))
  for (const [name, script] of textsOf(files, '.js')) {
    const root = roots.find((it) => name.startsWith(`${it}/`)) ?? ''
    const module = `define(${JSON.stringify(name)}, function (require, module, exports) {\n${script}\n})`
    packages.get(root)?.push(module)
  }
  return new Map([...packages].map(([root, modules]) => [root, modules.join('\n')]))
}

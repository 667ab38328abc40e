import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** What every bundle of server code has in common: migrations as text, `@/`, maps beside the file. */
export const serverSide = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  loader: { '.sql': 'text' },
  alias: { '@': path.join(root, 'src') },
  sourcemap: true,
  logLevel: 'warning',
  metafile: true,
}

/** A program run from this folder, beside node_modules: packages stay outside. */
export const local = {
  ...serverSide,
  format: 'esm',
  target: 'node20',
  packages: 'external',
}

// run.mjs FILE [arguments]: runs one TypeScript program in this very process, so that signals reach it.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { local, root } from './bundle.mjs'

const [file, ...rest] = process.argv.slice(2)
if (!file) {
  console.error('Usage: node config/run.mjs FILE [arguments]')
  process.exit(1)
}

const outfile = path.join(root, 'dist/run', `${path.basename(file).replace(/\.\w+$/, '')}.mjs`)
await build({ ...local, entryPoints: [path.resolve(file)], outfile })
process.argv = [process.argv[0], outfile, ...rest]
process.setSourceMapsEnabled(true)
await import(pathToFileURL(outfile))

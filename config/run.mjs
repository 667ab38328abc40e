// run.mjs FILE [arguments]: runs one TypeScript program in this very process, so that signals reach it.
import { mkdir, rename, writeFile } from 'node:fs/promises'
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
const built = await build({ ...local, entryPoints: [path.resolve(file)], outfile, write: false })
await mkdir(path.dirname(outfile), { recursive: true })
// Renamed into place: another run of the same program must not load half of it.
for (const { path: target, contents } of built.outputFiles) {
  const own = `${target}.${process.pid}`
  await writeFile(own, contents)
  await rename(own, target)
}
process.argv = [process.argv[0], outfile, ...rest]
process.setSourceMapsEnabled(true)
await import(pathToFileURL(outfile))

// npm start: builds what is missing or stale, then is the server.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './bundle.mjs'
import { ensureBuilt } from './ensure-built.mjs'

process.chdir(root)

const stop = () => process.exit(130)
process.on('SIGINT', stop)
process.on('SIGTERM', stop)

try {
  await ensureBuilt(['server', 'h5'])
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

// From here on the server answers signals itself: it finishes what it has begun.
process.off('SIGINT', stop)
process.off('SIGTERM', stop)
process.setSourceMapsEnabled(true)
await import(pathToFileURL(path.join(root, 'dist/server/server.mjs')))

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './bundle.mjs'

const everybody = ['package.json', 'package-lock.json', 'tsconfig.json', 'config', 'types']
const client = [...everybody, 'babel.config.js', 'src', 'project.config.json']
const bare = [...everybody, 'babel.config.js', 'project.config.json']
const cloud = [...everybody, 'src/cloud', 'src/contract', 'src/copy', 'src/domain']
// Those that config/index.ts compiles into the client.
const buildSettings = ['LINLI_TRANSPORT', 'LINLI_CLOUD_ENV', 'LINLI_SERVICE', 'LINLI_API_BASE']
const notClient = path.join('src', 'cloud') + path.sep

/** Each target: what it is made of, and the file that is there when it is built. */
const targets = {
  weapp: { sources: client, output: 'dist/weapp/app.js' },
  hello: { sources: bare, output: 'dist/hello/app.js' },
  h5: { sources: client, output: 'dist/h5/index.html' },
  server: { sources: cloud, output: 'dist/server/server.mjs' },
  function: { sources: cloud, output: 'dist/cloud/api/index.js' },
}

const recordOf = (target) => path.join(root, `dist/.built-${target}.json`)

/** Is the target built from the sources as they are now? */
export function isFresh(target) {
  if (!existsSync(path.join(root, targets[target].output)) || !existsSync(recordOf(target))) return false
  return JSON.parse(readFileSync(recordOf(target), 'utf8')).sources === fingerprint(target)
}

/**
 * Call before a build: until the returned function is called, the target does not count as built.
 * The fingerprint is of the sources at the start, so that a change during the build makes it stale.
 */
export function recordBuild(target) {
  const sources = fingerprint(target)
  rmSync(recordOf(target), { force: true })
  return () => {
    mkdirSync(path.dirname(recordOf(target)), { recursive: true })
    writeFileSync(recordOf(target), JSON.stringify({ sources }))
  }
}

function fingerprint(target) {
  const isClient = targets[target].sources !== cloud
  const files = targets[target].sources
    .flatMap(filesUnder)
    .filter((file) => !isClient || !file.startsWith(notClient))
  const hash = createHash('sha256').update(process.version)
  for (const [name, value] of Object.entries(process.env).sort()) {
    if (isClient && buildSettings.includes(name)) hash.update(`${name}=${value}\0`)
  }
  for (const file of files.sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

function filesUnder(place) {
  const full = path.join(root, place)
  if (!existsSync(full)) return []
  if (path.extname(place)) return [place]
  // The release's own packages lie in config/release and are no source of anything.
  return readdirSync(full, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) => {
      const inside = path.join(place, entry.name)
      return entry.isDirectory() ? filesUnder(inside) : [inside]
    })
}

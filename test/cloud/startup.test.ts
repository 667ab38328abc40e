import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openPostgres } from '@/cloud/db/postgres'
import { migrate } from '@/cloud/db/migrate'
import { createDatabase } from './deployment'

const folders: string[] = []
const children: ChildProcess[] = []
const folder = () => {
  const made = mkdtempSync(path.join(tmpdir(), 'linli-startup-'))
  folders.push(made)
  return made
}
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit')
  }
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
})

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ['dist/server/server.mjs'], {
    env: {
      PATH: process.env.PATH,
      LINLI_DEMO_SEED: 'none',
      PORT: '0',
      ...env,
    } as unknown as NodeJS.ProcessEnv,
  })
  children.push(child)
  const output = { text: '' }
  child.stdout.on('data', (chunk) => (output.text += String(chunk)))
  child.stderr.on('data', (chunk) => (output.text += String(chunk)))
  return { child, output }
}

async function refuses(env: Record<string, string>): Promise<string> {
  const { child, output } = start(env)
  const [code] = (await once(child, 'close')) as [number | null]
  expect(code).toBe(1)
  // One sentence: no stack, no second line.
  expect(
    output.text
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('Seeding')),
  ).toHaveLength(1)
  return output.text.trim()
}

async function listening(env: Record<string, string>) {
  const { child, output } = start(env)
  while (!output.text.includes('http://')) {
    if (child.exitCode !== null) throw new Error(output.text)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return { child, output }
}

describe('a server that cannot start says why in one sentence and ends with 1', () => {
  it('when another process has the data folder', async () => {
    const DATA_DIR = folder()
    const first = await listening({ DATA_DIR })
    expect(await refuses({ DATA_DIR })).toMatch(/in use by process \d+/)
    first.child.kill('SIGTERM')
    expect(await once(first.child, 'exit')).toEqual([0, null])
  })

  it('when the data folder cannot be made', async () => {
    const file = path.join(folder(), 'a-file')
    writeFileSync(file, '')
    expect(await refuses({ DATA_DIR: path.join(file, 'below') })).toMatch(/cannot be made/)
  })

  it('when the database cannot be reached', async () => {
    const env = { DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/none', LINLI_MODE: 'gateway' }
    const sentence = await refuses({ ...env, DOOR_KEY: 'k'.repeat(32) })
    expect(sentence).toMatch(/database cannot be reached/)
    expect(sentence).not.toMatch(/nothing/)
  })

  it('when the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo
    expect(await refuses({ DATA_DIR: folder(), PORT: String(port) })).toMatch(`Port ${port}`)
    taken.close()
  })

  it.each<[string, Record<string, string>, RegExp]>([
    [
      'when demo mode is asked for in production',
      { LINLI_MODE: 'demo', NODE_ENV: 'production' },
      /production/,
    ],
    [
      'when demo mode meets a real database',
      { LINLI_MODE: 'demo', DATABASE_URL: 'postgres://x/y' },
      /LINLI_DEMO_DATABASE/,
    ],
    ['when a secret is missing', { LINLI_MODE: 'login' }, /TOKEN_SECRET/],
    ['when a secret is too short', { LINLI_MODE: 'gateway', DOOR_KEY: 'short' }, /32 characters/],
    [
      'when DATABASE_URL is no URL',
      { DATABASE_URL: 'postgres://u:secret@[bad/x' },
      /^DATABASE_URL is not a URL; special characters in a password must be escaped\.$/,
    ],
    ['when the mode is unknown', { LINLI_MODE: 'open' }, /LINLI_MODE/],
    ['when the time to stop is none', { STOP_WITHIN: 'soon' }, /STOP_WITHIN must be a number of seconds/],
    ['when the port is no port', { PORT: 'http' }, /PORT/],
  ])('%s', async (_, env, sentence) => {
    expect(await refuses(env)).toMatch(sentence)
  })
})

describe('migrations', () => {
  async function onServer(url: string, sql: string) {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(sql)
    await client.end()
  }

  it('that cannot be finished are taken back whole and named', async () => {
    const { url, drop } = await createDatabase()
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const connection = {
      query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
        (await client.query(sql, parameters as unknown[])).rows as Row[],
      run: async (sql: string) => void (await client.query(sql)),
    }
    const broken = [
      { version: 1, name: '0001_good', sql: 'CREATE TABLE good (id text)' },
      { version: 2, name: '0002_bad', sql: 'CREATE TABLE half (id text); SELECT nonsense' },
    ]
    await expect(migrate(connection, broken)).rejects.toThrow(/Migration 0002_bad could not be finished/)
    const { rows } = await client.query("SELECT to_regclass('good') AS good, to_regclass('half') AS half")
    expect(rows).toEqual([{ good: null, half: null }])
    await client.end()
    await drop()
  })

  it('run once when two servers start at the same moment', async () => {
    const { url, drop } = await createDatabase()
    const open = () => openPostgres({ url, migrationUrl: url, connections: 1 })
    const servers = await Promise.all([open(), open(), open()])
    for (const server of servers) await server.close()
    await drop()
  })

  it('of a newer program are refused politely', async () => {
    const { url, drop } = await createDatabase()
    await (await openPostgres({ url, migrationUrl: url, connections: 1 })).close()
    await onServer(url, "INSERT INTO schema_migration VALUES (999, '0999_future')")
    await expect(openPostgres({ url, migrationUrl: url, connections: 1 })).rejects.toThrow(
      /newer.*0999_future/,
    )
    await drop()
  })

  it('that are lacking are named by a function that does not migrate', async () => {
    const { url, drop } = await createDatabase()
    await expect(openPostgres({ url, migrationUrl: null, connections: 1 })).rejects.toThrow(
      /lacks migration 0001_house/,
    )
    await drop()
  })
})

describe('the role of the application', () => {
  const onlyAddedTo = [
    ...['points_movement', 'points_entry', 'points_allocation', 'points_debt'],
    ...['service_record', 'service_correction', 'audit_entry'],
  ]
  const tampering = (table: string) => [
    `UPDATE ${table} SET created_at = 0`,
    `DELETE FROM ${table}`,
    `TRUNCATE ${table} CASCADE`,
  ]

  it('may only add to what is never changed', async () => {
    const { url, drop } = await createDatabase()
    const database = await openPostgres({ url, migrationUrl: url, connections: 1 })
    const forbidden = [...onlyAddedTo, 'schema_migration'].flatMap((table) =>
      table === 'points_allocation'
        ? ['UPDATE points_allocation SET amount = 1', ...tampering(table).slice(1)]
        : tampering(table),
    )
    for (const sql of forbidden.filter((it) => !/UPDATE schema_migration/.test(it)))
      await expect(database.transaction((tx) => tx.query(sql))).rejects.toThrow(/permission denied/)
    await database.close()
    await drop()
  })

  it('may not bring a balance or a debt below zero', async () => {
    const { url, drop } = await createDatabase()
    const database = await openPostgres({ url, migrationUrl: url, connections: 1 })
    await database.transaction(async (tx) => {
      await tx.query(`INSERT INTO community (id, name, created_at) VALUES ('c', 'c', 0)`)
      await tx.query(`INSERT INTO household (community_id, id, created_at) VALUES ('c', 'h', 0)`)
    })
    for (const column of ['balance', 'owed']) {
      const sql = `UPDATE household SET ${column} = ${column} - 1`
      await expect(database.transaction((tx) => tx.query(sql))).rejects.toThrow(/violates check constraint/)
    }
    await database.close()
    await drop()
  })
})

it('lets the application work as a user of its own, which owns nothing', async () => {
  const { url, drop } = await createDatabase()
  const user = `app_${Date.now()}`
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query(`CREATE ROLE ${user} LOGIN PASSWORD 'a-password'`)
  const own = new URL(url)
  own.username = user
  own.password = 'a-password'
  const database = await openPostgres({ url: own.href, migrationUrl: url, connections: 1 })
  const rows = await database.transaction((tx) => tx.query<{ role: string }>('SELECT current_user AS role'))
  expect(rows).toEqual([{ role: 'linli_app' }])
  await database.close()
  await owner.query(`DROP OWNED BY ${user}; DROP ROLE ${user}`)
  await owner.end()
  await drop()
})

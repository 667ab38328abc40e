import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { Database } from '@/cloud/db/database'
import { openPostgres } from '@/cloud/db/postgres'
import { createHttp } from '@/cloud/http'
import { createRateLimit } from '@/cloud/rate-limit'
import { createReadiness } from '@/cloud/readiness'
import { createDatabase, deploy, type TestDeployment } from './deployment'

const NOW = Date.UTC(2026, 10, 25, 2)
const PAGE = '<!doctype html><title>the app</title>'

const assets = mkdtempSync(path.join(tmpdir(), 'linli-readiness-'))
let linli: TestDeployment

beforeAll(async () => {
  writeFileSync(path.join(assets, 'index.html'), PAGE)
  linli = await deploy(NOW)
})
afterAll(async () => {
  await linli.close()
  rmSync(assets, { recursive: true, force: true })
})

const open = (database: Database, times: { within?: number; holdsFor?: number } = { holdsFor: 0 }) => {
  const readiness = createReadiness(database, times)
  const none = createRateLimit({ atOnce: 0, perSecond: 0.1 })
  const app = createHttp({
    deployment: { ...linli, database },
    trustGateway: false,
    limits: { person: none, address: none },
    readiness,
    assets,
  })
  const ask = async (target: string) => {
    const answer = await app.request(target)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    return [answer.status, await answer.json()] as const
  }
  return { ask, readiness }
}
const READY = [200, { ok: true }]
const unready = (reason: string) => [503, { ok: false, reason, message: expect.any(String) as string }]

const broken = (transaction: () => Promise<never>): Database => ({
  transaction,
  close: () => Promise.resolve(),
})
const away = broken(() => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7 password=secret')))
const silent = broken(() => new Promise(() => undefined))

it('answers before the app’s page, and to who may ask nothing else any more', async () => {
  const { ask } = open(linli.database)
  expect(await ask('/healthz')).toEqual(READY)
  expect(await ask('/readyz')).toEqual(READY)
})

it('is healthy without a database, but not ready, and keeps to itself why', async () => {
  const { ask } = open(away)
  expect(await ask('/healthz')).toEqual(READY)
  const answer = await ask('/readyz')
  expect(answer).toEqual(unready('database'))
  expect(JSON.stringify(answer)).not.toMatch(/secret|10\.0/)
})

it('does not wait for a database that says nothing', async () => {
  const { ask } = open(silent, { within: 20, holdsFor: 0 })
  expect(await ask('/readyz')).toEqual(unready('database'))
})

it('is ready again as soon as the database is', async () => {
  let database = away
  const { ask } = open({ ...away, transaction: (work) => database.transaction(work) })
  expect(await ask('/readyz')).toEqual(unready('database'))
  database = linli.database
  expect(await ask('/readyz')).toEqual(READY)
})

it('asks the database once for all who ask meanwhile', async () => {
  let times = 0
  const counting: Database = {
    ...linli.database,
    transaction: (work) => {
      times += 1
      return linli.database.transaction(work)
    },
  }
  const { ask } = open(counting, { holdsFor: 60_000 })
  await Promise.all(Array.from({ length: 20 }, () => ask('/readyz')))
  await ask('/readyz')
  expect(times).toBe(1)
})

it('says at once that it is going down, also to who was waiting', async () => {
  const { ask, readiness } = open(linli.database)
  const waiting = ask('/readyz')
  readiness.stop()
  expect(await waiting).toEqual(unready('stopping'))
  expect(await ask('/readyz')).toEqual(unready('stopping'))
  expect(await ask('/healthz')).toEqual(READY)
})

it.each([
  [
    'lacks a migration',
    'DELETE FROM schema_migration WHERE version = (SELECT max(version) FROM schema_migration)',
  ],
  ['is newer than this program', `INSERT INTO schema_migration (version, name) VALUES (9999, '9999_later')`],
  ['was never migrated', 'DROP TABLE schema_migration'],
])('is not ready while the database %s', async (_, sql) => {
  const { url, drop } = await createDatabase()
  const database = await openPostgres({ url, migrationUrl: url, connections: 1 })
  const { ask } = open(database)
  expect(await ask('/readyz')).toEqual(READY)
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query(sql)
  await owner.end()
  expect(await ask('/readyz')).toEqual(unready('migrations'))
  await database.close()
  await drop()
})

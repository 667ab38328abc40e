import pg from 'pg'
import { randomBytes } from 'node:crypto'
import type { Database } from '@/cloud/db/database'
import { openPostgres } from '@/cloud/db/postgres'

/** A database on the run's real PostgreSQL; `drop` removes it, whoever is still connected. */
export interface NewDatabase {
  url: string
  drop: () => Promise<void>
}

/** An empty database of its own, not migrated. */
export async function createDatabase(): Promise<NewDatabase> {
  return create('template1')
}

async function create(from: string): Promise<NewDatabase> {
  const name = `linli_${randomBytes(6).toString('hex')}`
  // Copying the files is several times as quick as writing them through the log.
  await asOwner(server(), (owner) =>
    owner.query(`CREATE DATABASE ${name} TEMPLATE ${from} STRATEGY file_copy`),
  )
  const drop = () => asOwner(server(), (owner) => owner.query(`DROP DATABASE ${name} WITH (FORCE)`))
  return { url: urlOf(name), drop: async () => void (await drop()) }
}

function server(): string {
  const url = process.env.TEST_DATABASE_URL
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run the tests by npm test')
  return url
}

function urlOf(name: string): string {
  const url = new URL(server())
  url.pathname = `/${name}`
  return url.href
}

async function asOwner<Result>(url: string, work: (owner: pg.Client) => Promise<Result>): Promise<Result> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}

/** A migrated database with nobody in it, open as the application. `close` gives it back. */
export interface OpenDatabase {
  url: string
  database: Database
  close: () => Promise<void>
}

interface Kept extends NewDatabase {
  database: Database
  connections: number
}

// Making one takes a hundred times as long as emptying one, so the tests of a file follow one another on it.
// Files share none.
const kept: Kept[] = []
let keeps = false
if ('afterAll' in globalThis) {
  keeps = true
  afterAll(async () => {
    keeps = false
    await Promise.all(kept.splice(0).map(discard))
  })
}

export async function openDatabase(connections: number): Promise<OpenDatabase> {
  const index = kept.findIndex((one) => one.connections === connections)
  const one = kept.splice(index, index < 0 ? 0 : 1)[0] ?? (await make(connections))
  return {
    url: one.url,
    database: one.database,
    close: async () => {
      if (keeps && (await emptied(one.url))) kept.push(one)
      else await discard(one)
    },
  }
}

async function make(connections: number): Promise<Kept> {
  // A server that is left as it is has no room for what outlives the tests of one file.
  const isOurs = !process.env.DATABASE_URL
  const created = await (isOurs ? create(await migrated()) : createDatabase())
  const { url } = created
  const database = await openPostgres({ url, migrationUrl: isOurs ? null : url, connections })
  return { ...created, database, connections }
}

const MIGRATED = 'linli_migrated'
// Any fixed number: the workers of a run must not both migrate.
const LOCK = 5_464_201

/** The run's one database that is only ever copied. */
async function migrated(): Promise<string> {
  await asOwner(server(), async (owner) => {
    await owner.query('SELECT pg_advisory_lock($1)', [LOCK])
    const { rowCount } = await owner.query('SELECT 1 FROM pg_database WHERE datname = $1', [MIGRATED])
    if (rowCount) return
    const { url } = await createDatabase()
    await (await openPostgres({ url, migrationUrl: url, connections: 1 })).close()
    // Only now has it the name: one that broke off half way is never copied.
    await owner.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} RENAME TO ${MIGRATED}`)
  })
  return MIGRATED
}

async function discard({ database, drop }: Kept): Promise<void> {
  await database.close()
  await drop()
}

/** @returns false while somebody still works on it: what they write then would meet the next test */
async function emptied(url: string): Promise<boolean> {
  return asOwner(url, async (owner) => {
    const { rowCount } = await owner.query(AT_WORK)
    if (!rowCount) await owner.query(EMPTY)
    return !rowCount
  })
}

const AT_WORK = `
  SELECT 1 FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid()
    AND backend_type = 'client backend' AND state <> 'idle'`

// As a replica no trigger guards the ledger, and no foreign key asks for an order.
const EMPTY = `
  SET session_replication_role = replica;
  DO $$ DECLARE name regclass; BEGIN
    FOR name IN SELECT oid FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'schema_migration'
    LOOP EXECUTE 'DELETE FROM ' || name; END LOOP;
    FOR name IN SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S'
    LOOP PERFORM setval(name, 1, false); END LOOP;
  END $$`

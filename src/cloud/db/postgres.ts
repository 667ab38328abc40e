import type { Writable } from 'node:stream'
import pg from 'pg'
import { StartupError } from '../startup-error'
import { isUnavailable, type Database, type Parameter, type Transaction } from './database'
import { checkVersion, migrate, type MigrationConnection } from './migrate'
import { watching, type QueryListener } from './told-query'

const INT8 = 20

// pg hands out bigint as text, because it may exceed what a double holds; ours are milliseconds and counts.
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return Number
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')
  },
} as pg.CustomTypesConfig

/** What every connection of the application says first: a role that cannot rewrite the ledger, and time limits. */
const SESSION = `
  SET ROLE linli_app;
  SET statement_timeout = '15s';
  SET lock_timeout = '10s';
  SET plan_cache_mode = force_generic_plan;
  SET idle_in_transaction_session_timeout = '15s'`

/**
 * Opens a PostgreSQL server, brings it up to date and steps down to the application's role.
 * @param options.url of the application
 * @param options.migrationUrl of the owner; null: do not migrate, only check that somebody has
 * @param options.connections most at a time; 1 in a cloud function, 4–10 in a server
 * @param options.listener hears of queries that are slow or fail
 * @throws StartupError when it cannot be reached or migrated
 */
export async function openPostgres(options: {
  url: string
  migrationUrl: string | null
  connections: number
  listener?: QueryListener
}): Promise<Database> {
  const { migrationUrl, listener } = options
  if (migrationUrl !== null) {
    await asOwner(migrationUrl, async (owner) => {
      await migrate(owner)
      await letActAsApplication(owner, new URL(options.url).username)
    })
  }
  if (migrationUrl === null) await asOwner(options.url, checkVersion)
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections,
    application_name: 'linli',
    // Statements that do not wait for one another's answers cross the wire together.
    pipeline: true,
    types,
    connectionTimeoutMillis: 10_000,
    // The pool waits for it before it hands the connection out; its types do not say so.
    // eslint-disable-next-line @typescript-eslint/no-misused-promises
    onConnect: async (client) => void (await client.query(SESSION)),
  })
  // An idle connection that breaks is replaced by the pool; unheard, the event would end the process.
  pool.on('error', () => undefined)
  await probe(pool)
  return {
    transaction: (work, requestIds) => inTransaction({ pool, listener, requestIds }, work),
    close: () => pool.end(),
    connections: () => ({
      inUse: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
  }
}

/** Where the application has a user of its own, it too must be able to take the application's role. */
async function letActAsApplication(owner: MigrationConnection, user: string): Promise<void> {
  const [row] = await owner.query<{ missing: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1) AND NOT pg_has_role($1::name, 'linli_app', 'MEMBER') AS missing`,
    [decodeURIComponent(user)],
  )
  if (row?.missing) await owner.run(`GRANT linli_app TO ${pg.escapeIdentifier(decodeURIComponent(user))}`)
}

/** One connection as all will be, so that what is wrong is said at the start and not to every request. */
async function probe(pool: pg.Pool): Promise<void> {
  try {
    await pool.query('SELECT 1')
  } catch (error) {
    await pool.end()
    throw new StartupError(
      `The application cannot work as the role linli_app: ${reasonOf(error)}. As the owner run: GRANT linli_app TO the user of DATABASE_URL.`,
    )
  }
}

interface Begun {
  pool: pg.Pool
  listener: QueryListener | undefined
  requestIds: (() => readonly string[]) | undefined
}

async function inTransaction<Result>(
  { pool, listener, requestIds }: Begun,
  work: (transaction: Transaction) => Promise<Result>,
) {
  const client = await pool.connect()
  let broken: Error | undefined
  let cause: unknown
  try {
    const ids = requestIds?.() ?? []
    const watched = watching(listener, ids)
    // Those sent together with one that fails fail after it, and may be heard of before it.
    const watch: typeof watched = (sql, query) =>
      watched(
        sql,
        query.catch((error: unknown) => {
          cause ??= error
          throw error
        }),
      )
    // Not waited for alone: it goes out with the first statement.
    gather(client)
    let committed: Promise<unknown> | undefined
    const commit = () => watch('COMMIT', client.query('COMMIT'))
    const last = async (statements: () => Promise<unknown>) => {
      gather(client)
      const done = statements()
      // After a statement that failed, this rolls back.
      committed = commit()
      await Promise.all([done, committed])
    }
    const [, result] = await Promise.all([
      client.query(beginFor(ids)),
      work({ ...queries(client, watch), last }),
    ])
    await (committed ?? commit())
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure
    })
    throw cause ?? error
  } finally {
    client.release(broken)
  }
}

/**
 * Until it ends, PostgreSQL's own log (`%a` in log_line_prefix) and pg_stat_activity show for whom a transaction is. Said
 * with BEGIN it costs no answer to be waited for; as a comment in every statement none could be planned once.
 */
function beginFor([first, ...others]: readonly string[]): string {
  if (first === undefined) return 'BEGIN'
  const name = others.length === 0 ? first : `${first} +${others.length}`
  return `BEGIN; SET LOCAL application_name = ${pg.escapeLiteral(name)}`
}

// A named statement is planned once a connection; ours are constants, so there are few of them.
const names = new Map<string, string>()

function nameOf(sql: string): string {
  const known = names.get(sql)
  if (known) return known
  const name = `linli_${names.size}`
  names.set(sql, name)
  return name
}

function queries(
  client: pg.ClientBase,
  watch: ReturnType<typeof watching> = watching(undefined, []),
): Pick<Transaction, 'query'> {
  return {
    query: async <Row>(sql: string, parameters: readonly Parameter[] = []) => {
      gather(client)
      const values = parameters as Parameter[]
      const answer = await watch(sql, client.query({ name: nameOf(sql), text: sql, values }))
      return answer.rows as Row[]
    },
  }
}

const gathering = new WeakSet<pg.ClientBase>()

/** Statements asked in one go leave in one write: on a small machine the system calls cost more than the SQL. */
function gather(client: pg.ClientBase): void {
  const { stream } = (client as pg.ClientBase & { connection: { stream: Writable } }).connection
  if (gathering.has(client)) return
  gathering.add(client)
  stream.cork()
  process.nextTick(() => {
    gathering.delete(client)
    stream.uncork()
  })
}

/** One connection of the database's owner. @throws StartupError when it cannot be reached */
export async function asOwner<Result>(
  url: string,
  work: (connection: MigrationConnection) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, types, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw new StartupError(
      `The database cannot be reached: ${reasonOf(error)}. Check DATABASE_URL and that PostgreSQL runs.`,
    )
  }
  try {
    return await work({ query: queries(client).query, run: async (sql) => void (await client.query(sql)) })
  } catch (error) {
    if (isUnavailable(error))
      throw new StartupError(`The database went away while starting: ${reasonOf(error)}.`)
    throw error
  } finally {
    await client.end()
  }
}

function reasonOf(error: unknown): string {
  // A host with two addresses gives an AggregateError without a message of its own.
  const first = error instanceof AggregateError ? error.errors[0] : error
  return first instanceof Error ? first.message : String(first)
}

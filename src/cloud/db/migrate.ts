import { StartupError } from '../startup-error'
import type { Transaction } from './database'
import { migrations as released } from './migrations'

/** A connection of the database's owner, outside any transaction. */
export interface MigrationConnection extends Pick<Transaction, 'query'> {
  /** several statements, without parameters */
  run(sql: string): Promise<void>
}

// Any fixed number: two starting servers must not both migrate.
const LOCK = 5_464_200

/**
 * Brings the database to the newest version, all in one transaction: a migration that fails or is
 * killed leaves nothing behind.
 * @returns names of the migrations that ran now
 * @throws StartupError when one fails, or the database is newer than this program
 */
export async function migrate(
  connection: MigrationConnection,
  migrations: { version: number; name: string; sql: string }[] = released,
): Promise<string[]> {
  await connection.run('BEGIN')
  try {
    await connection.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    const done = await appliedVersions(connection, migrations)
    const pending = migrations.filter((migration) => !done.has(migration.version))
    for (const migration of pending) await apply(connection, migration)
    await connection.run('COMMIT')
    return pending.map((migration) => migration.name)
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => undefined)
    throw error
  }
}

/**
 * @throws StartupError when the database is not at this program's version
 */
export async function checkVersion(connection: Pick<Transaction, 'query'>): Promise<void> {
  const [table] = await connection.query<{ name: string | null }>(HAS_TABLE)
  const done = table?.name ? await listApplied(connection, released) : new Set()
  const missing = released.find((migration) => !done.has(migration.version))
  if (missing)
    throw new StartupError(`The database lacks migration ${missing.name}; run npm run migrate first.`)
}

const HAS_TABLE = "SELECT to_regclass('schema_migration')::text AS name"

async function appliedVersions(
  connection: MigrationConnection,
  migrations: { version: number }[],
): Promise<Set<number>> {
  const [table] = await connection.query<{ name: string | null }>(HAS_TABLE)
  if (!table?.name) {
    await runOrSay(
      connection,
      'CREATE TABLE schema_migration (version integer PRIMARY KEY, name text NOT NULL)',
      'The first migration',
    )
    return new Set()
  }
  return listApplied(connection, migrations)
}

async function listApplied(
  connection: Pick<Transaction, 'query'>,
  migrations: { version: number }[],
): Promise<Set<number>> {
  const rows = await connection.query<{ version: number; name: string }>(
    'SELECT version, name FROM schema_migration',
  )
  const newest = Math.max(0, ...migrations.map((migration) => migration.version))
  const newer = rows.find((row) => row.version > newest)
  if (newer) {
    throw new StartupError(
      `The database is newer (migration ${newer.name}) than this program knows; start the newer version of Linli.`,
    )
  }
  return new Set(rows.map((row) => row.version))
}

async function apply(
  connection: MigrationConnection,
  { version, name, sql }: { version: number; name: string; sql: string },
): Promise<void> {
  await runOrSay(connection, sql, `Migration ${name}`)
  await connection.query('INSERT INTO schema_migration (version, name) VALUES ($1, $2)', [version, name])
}

async function runOrSay(connection: MigrationConnection, sql: string, what: string): Promise<void> {
  try {
    await connection.run(sql)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartupError(
      `${what} could not be finished and was taken back: ${reason}. MIGRATION_DATABASE_URL must be the owner of the database.`,
    )
  }
}

import { randomBytes } from 'node:crypto'
import type { Database } from '../db/database'
import { migrations } from '../db/migrations'
import { asOwner, openPostgres } from '../db/postgres'
import { StartupError } from '../startup-error'
import { checkProgram, connectionOf, run, start } from './postgres-programs'

/**
 * Dumps a server's database as it stands at one moment, while it is used.
 * @param url of its owner
 * @param draft an empty file
 */
export async function dumpServer(url: string, draft: string): Promise<void> {
  await checkProgram('pg_dump', await majorOf(url))
  const { address, env } = connectionOf(url)
  const what = ['--format=custom', '--schema=public', '--no-owner', '--lock-wait-timeout=60s']
  await run('pg_dump', [...what, `--file=${draft}`, `--dbname=${address}`], env)
}

/**
 * Puts a dump into a database in one transaction, after the whole file was read.
 * @param options.replace what is in the database may go
 * @throws StartupError, with nothing changed, when the file or the database is not fit
 */
export async function restoreServer(
  { url, file }: { url: string; file: string },
  { replace }: { replace: boolean },
): Promise<void> {
  await checkProgram('psql', await majorOf(url))
  await readWhole(file)
  await checkRoom(url, replace)
  const { address, env } = connectionOf(url)
  const psql = ['--no-psqlrc', '--quiet', '--output=/dev/null', '--set=ON_ERROR_STOP=1', '--file=-']
  const target = start('psql', [...psql, `--dbname=${address}`], env)
  const source = start('pg_restore', ['--no-owner', '--schema=public', '--file=-', file])
  target.child.stdin?.write(`${BEGIN}${replace ? CLEAR : ''}${ROLE}`)
  if (target.child.stdin) source.child.stdout?.pipe(target.child.stdin, { end: false })
  // Without the last word psql ends, and with it what it has begun.
  source.ended.then(
    () => target.child.stdin?.end('\nCOMMIT;\n'),
    () => target.child.kill(),
  )
  target.ended.catch(() => source.child.kill())
  await target.ended
  await source.ended
}

/** Puts a dump into a database that is gone afterwards, and has it looked at. */
export async function tryOut<Result>(
  { url, file }: { url: string; file: string },
  look: (database: Database) => Promise<Result>,
): Promise<Result> {
  const name = `linli_try_${randomBytes(6).toString('hex')}`
  const scratch = new URL(url)
  scratch.pathname = `/${name}`
  try {
    await asOwner(url, (owner) => owner.run(`CREATE DATABASE ${name}`))
  } catch (error) {
    throw new StartupError(
      `The backup is written, but cannot be tried out: ${(error as Error).message}. The owner needs CREATEDB.`,
    )
  }
  try {
    await restoreServer({ url: scratch.href, file }, { replace: false })
    const database = await openPostgres({ url: scratch.href, migrationUrl: scratch.href, connections: 1 })
    try {
      return await look(database)
    } finally {
      await database.close()
    }
  } finally {
    await asOwner(url, (owner) => owner.run(`DROP DATABASE ${name}`))
  }
}

async function majorOf(url: string): Promise<number> {
  const [row] = await asOwner(url, (owner) =>
    owner.query<{ version: number }>("SELECT current_setting('server_version_num')::int AS version"),
  )
  return Math.floor((row?.version ?? 0) / 10_000)
}

/** The list of contents stands first in the file: only who reads on to the end sees that it was cut off. */
async function readWhole(file: string): Promise<void> {
  let versions: string
  try {
    await run('pg_restore', ['--file=/dev/null', file])
    versions = await run('pg_restore', ['--data-only', '--table=schema_migration', '--file=-', file])
  } catch (error) {
    throw new StartupError(`${file} cannot be read to its end. ${(error as Error).message}`)
  }
  const found = [...versions.matchAll(/^(\d+)\t(\w+)$/gm)].map(([, version, name]) => ({
    version: Number(version),
    name,
  }))
  if (found.length === 0) throw new StartupError(`${file} is a dump of another database than Linli's.`)
  const known = Math.max(...migrations.map(({ version }) => version))
  const newer = found.find(({ version }) => version > known)
  if (newer)
    throw new StartupError(
      `${file} is newer (migration ${newer.name}) than this program knows; restore it with the newer version of Linli.`,
    )
}

async function checkRoom(url: string, replace: boolean): Promise<void> {
  const [row] = await asOwner(url, (owner) => owner.query<{ tables: number; others: number }>(ROOM))
  if (!row || row.tables === 0) return
  if (!replace)
    throw new StartupError(
      `The database is not empty (${row.tables} tables). To lose what is in it, say --replace; else name an empty one.`,
    )
  if (row.others > 0)
    throw new StartupError(
      `The database is in use (${row.others} connections): stop the servers before what is in it is replaced.`,
    )
}

const OURS = `relnamespace = 'public'::regnamespace AND NOT EXISTS
  (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')`

const ROOM = `
  SELECT (SELECT count(*) FROM pg_class c WHERE relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND ${OURS}) AS tables,
         (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
            AND pid <> pg_backend_pid() AND backend_type = 'client backend') AS others`

const BEGIN = `BEGIN;\nSET LOCAL lock_timeout = '30s';\nSET LOCAL client_min_messages = warning;\n`

/** Tables take their indexes, sequences and views along. */
const CLEAR = `
DO $$ DECLARE name regclass; BEGIN
  FOR name IN SELECT oid FROM pg_class c WHERE relkind = 'v' AND ${OURS}
  LOOP EXECUTE 'DROP VIEW ' || name || ' CASCADE'; END LOOP;
  FOR name IN SELECT oid FROM pg_class c WHERE relkind IN ('r', 'p', 'f') AND ${OURS}
  LOOP EXECUTE 'DROP TABLE ' || name || ' CASCADE'; END LOOP;
END $$;
`

/** A dump grants to the application's role and does not bring it along: it belongs to the whole server. */
const ROLE = `
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'linli_app') THEN CREATE ROLE linli_app NOLOGIN; END IF;
  IF NOT pg_has_role(current_user, 'linli_app', 'MEMBER') THEN
    EXECUTE format('GRANT linli_app TO %I', current_user);
  END IF;
END $$;
GRANT USAGE ON SCHEMA public TO linli_app;
`

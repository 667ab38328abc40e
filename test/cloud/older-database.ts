import pg from 'pg'
import { migrate, type MigrationConnection } from '@/cloud/db/migrate'
import { migrations } from '@/cloud/db/migrations'
import { createDatabase, type NewDatabase } from './database'

/** A connection of the owner, as a program that starts has it. */
export async function asOwner<Result>(
  url: string,
  work: (owner: pg.Client, connection: MigrationConnection) => Promise<Result>,
): Promise<Result> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  try {
    return await work(owner, {
      query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
        (await owner.query(sql, parameters as unknown[])).rows as Row[],
      run: async (sql) => void (await owner.query(sql)),
    })
  } finally {
    await owner.end()
  }
}

/**
 * A database as a program with the first migrations alone would have left it: full of what is in `source`, as far as
 * it had tables and columns for it then.
 * @param newest version it stands at
 */
export async function createOlder(source: string, newest: number): Promise<NewDatabase> {
  const older = await createDatabase()
  const known = migrations.filter(({ version }) => version <= newest)
  await asOwner(older.url, (owner, connection) =>
    asOwner(source, async (from) => {
      await migrate(connection, known)
      await owner.query('BEGIN; SET LOCAL session_replication_role = replica')
      const there = await columnsOf(from)
      for (const [table, columns] of await columnsOf(owner)) {
        const names = columns.filter((name) => there.get(table)?.includes(name)).join(', ')
        const { rows } = await from.query<{ all: string }>(
          `SELECT coalesce(json_agg(t), '[]')::text AS all FROM (SELECT ${names} FROM ${table}) t`,
        )
        await owner.query(
          `INSERT INTO ${table} (${names}) OVERRIDING SYSTEM VALUE
           SELECT ${names} FROM json_populate_recordset(NULL::${table}, $1::json)`,
          [rows[0]?.all],
        )
      }
      await owner.query(`COMMIT; ${NUMBER_ON}`)
    }),
  )
  return older
}

async function columnsOf(client: pg.Client): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT c.relname AS name, array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_migration'
     GROUP BY c.relname`,
  )
  return new Map(rows.map(({ name, columns }) => [name, columns]))
}

// Numbers that the table gives itself go on behind those that were copied.
const NUMBER_ON = `
  DO $$ DECLARE it record; BEGIN
    FOR it IN SELECT table_name AS t, column_name AS c FROM information_schema.columns
              WHERE table_schema = 'public' AND is_identity = 'YES'
    LOOP EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 1)) FROM %I', it.t, it.c, it.c, it.t);
    END LOOP;
  END $$`

/** Rows of each table. */
export async function countRows(url: string): Promise<Record<string, number>> {
  return asOwner(url, async (owner) => {
    const counted: Record<string, number> = {}
    for (const table of (await columnsOf(owner)).keys()) {
      const { rows } = await owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)
      counted[table] = rows[0]?.n ?? 0
    }
    return counted
  })
}

/** Foreign keys that some row does not keep, and constraints that were never looked at. */
export async function brokenReferences(url: string): Promise<string[]> {
  return asOwner(url, async (owner) => {
    const { rows } = await owner.query<{ name: string; valid: boolean; sql: string }>(REFERENCES)
    const broken: string[] = []
    for (const { name, valid, sql } of rows) {
      if (!valid || (await owner.query(sql)).rowCount) broken.push(name)
    }
    return broken
  })
}

const REFERENCES = `
  SELECT conrelid::regclass || ' ' || conname AS name, convalidated AS valid,
         CASE contype WHEN 'f' THEN format('SELECT FROM %s a WHERE %s AND NOT EXISTS (SELECT FROM %s b WHERE %s) LIMIT 1',
           conrelid::regclass,
           (SELECT string_agg(format('a.%I IS NOT NULL', attname), ' AND ') FROM pg_attribute
            WHERE attrelid = conrelid AND attnum = ANY(conkey)),
           confrelid::regclass,
           (SELECT string_agg(format('a.%I = b.%I', x.attname, y.attname), ' AND ')
            FROM unnest(conkey, confkey) AS k(mine, theirs)
            JOIN pg_attribute x ON x.attrelid = conrelid AND x.attnum = k.mine
            JOIN pg_attribute y ON y.attrelid = confrelid AND y.attnum = k.theirs))
         ELSE 'SELECT 1 WHERE false' END AS sql
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('f', 'c')`

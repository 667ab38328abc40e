import type { Database } from '@/cloud/db/database'

/** A fingerprint of every table by its name: two are equal when no row was added, changed or taken away between them. */
export function contentsOf(database: Database): Promise<Record<string, string>> {
  return database.transaction(async (tx) => {
    const tables = await tx.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
    )
    const contents: Record<string, string> = {}
    for (const { name } of tables) {
      const [row] = await tx.query<{ print: string }>(
        `SELECT count(*) || ' rows ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS print
         FROM ${name} t`,
      )
      contents[name] = row?.print ?? ''
    }
    return contents
  })
}

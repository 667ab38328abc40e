import pg from 'pg'

/** Sees, from outside the application, whether any row of the database was written. */
export interface Watch {
  /** the same as long as no row was added, changed or removed; rows that were only locked do not count */
  fingerprint: () => Promise<string>
  /** the same for the rows of one community */
  ofCommunity: (communityId: string) => Promise<string>
  close: () => Promise<void>
}

export async function watch(url: string): Promise<Watch> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string; owned: boolean }>(
    `SELECT oid::regclass::text AS name,
       EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = c.oid AND attname = 'community_id') AS owned
     FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  )
  // A row that is changed is a new one of a later transaction; one that is removed is missing.
  const select = ({ name }: { name: string }) =>
    `SELECT '${name}', count(*), max(xmin::text::bigint) FROM ${name}`
  const all = rows.map(select).join(' UNION ALL ')
  const owned = rows
    .filter((row) => row.owned)
    .map((row) => `${select(row)} WHERE community_id = $1`)
    .join(' UNION ALL ')
  const read = async (text: string, values: string[]) =>
    JSON.stringify((await client.query({ text, values, rowMode: 'array' })).rows)
  return {
    fingerprint: () => read(all, []),
    ofCommunity: (communityId) => read(owned, [communityId]),
    close: () => client.end(),
  }
}

import type { Database } from './database'
import { openPostgres } from './postgres'
import type { QueryListener } from './told-query'

/**
 * The database the environment names: a PostgreSQL server, or else a folder.
 * @param listener hears of a server's queries that are slow or fail
 * @throws StartupError when it cannot be opened or migrated
 */
export async function openDatabase(
  place: {
    databaseUrl: string | null
    migrationUrl: string
    dataDir: string
  },
  listener?: QueryListener,
): Promise<Database> {
  const { databaseUrl: url, migrationUrl } = place
  if (url) return openPostgres({ url, migrationUrl, connections: 8, listener })
  // Loaded only here, so that nothing that has a server carries the embedded database along.
  const { openPGlite } = await import('./pglite')
  return openPGlite(place.dataDir)
}

import type { Database } from './database'
import { openPostgres } from './postgres'

/**
 * The database the environment names: a PostgreSQL server, or else a folder.
 * @throws StartupError when it cannot be opened or migrated
 */
export async function openDatabase(place: {
  databaseUrl: string | null
  migrationUrl: string
  dataDir: string
}): Promise<Database> {
  if (place.databaseUrl) {
    return openPostgres({ url: place.databaseUrl, migrationUrl: place.migrationUrl, connections: 8 })
  }
  // Loaded only here, so that nothing that has a server carries the embedded database along.
  const { openPGlite } = await import('./pglite')
  return openPGlite(place.dataDir)
}

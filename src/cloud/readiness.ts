import { SECOND } from '@/domain/time'
import { askedOnce } from './asked-once'
import type { Database } from './db/database'
import { checkVersion } from './db/migrate'
import { StartupError } from './startup-error'

/** Why a server should be asked nothing just now. */
export type Unready = 'stopping' | 'database' | 'migrations'

/** Whether this server can answer people, for what shares requests out among servers. */
export interface Readiness {
  /** @returns null when it can */
  unready: () => Promise<Unready | null>
  /** From now on it cannot, whatever the database says. */
  stop: () => void
}

/** A database that takes longer is of no use to people either. */
const LIMIT = 2 * SECOND
const HOLDS_FOR = SECOND

/**
 * @param options.within milliseconds the database may take to answer
 * @param options.holdsFor milliseconds for which its answer is given again
 */
export function createReadiness(
  database: Database,
  { within = LIMIT, holdsFor = HOLDS_FOR }: { within?: number; holdsFor?: number } = {},
): Readiness {
  let stopping = false
  const ask = askedOnce(() => look(database), { within, holdsFor, late: 'database' as Unready | null })
  return {
    unready: async () => {
      const found = stopping ? null : await ask()
      return stopping ? 'stopping' : found
    },
    stop: () => {
      stopping = true
    },
  }
}

async function look(database: Database): Promise<Unready | null> {
  try {
    await database.transaction(checkVersion)
    return null
  } catch (error) {
    return error instanceof StartupError ? 'migrations' : 'database'
  }
}

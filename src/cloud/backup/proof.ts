import type { Database } from '../db/database'
import { verifyLedger } from '../ledger-check'

export interface Proof {
  /** what is there, and whether the ledger holds, a line each */
  lines: string[]
  holds: boolean
}

/** Counts what a database holds and walks its ledger. */
export async function prove(database: Database): Promise<Proof> {
  const [counts] = await database.transaction((tx) =>
    tx.query<{ communities: number; residents: number; bookings: number }>(
      `SELECT (SELECT count(*) FROM community) AS communities, (SELECT count(*) FROM resident) AS residents,
              (SELECT count(*) FROM booking) AS bookings`,
    ),
  )
  const { entries, accounts, broken } = await verifyLedger(database)
  const { communities = 0, residents = 0, bookings = 0 } = counts ?? {}
  return {
    lines: [
      `${communities} communities, ${residents} residents, ${bookings} bookings`,
      ...broken.map((fault) => `broken: ${fault}`),
      `ledger: ${entries} entries, ${accounts} accounts, ${broken.length} broken`,
    ],
    holds: broken.length === 0,
  }
}

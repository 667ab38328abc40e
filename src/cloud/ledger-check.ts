import { firstBrokenEntry, type AccountHead, type ChainedEntry } from '@/domain/ledger'
import type { Database } from './db/database'

const ACCOUNTS_AT_A_TIME = 200

/**
 * Walks every household's chain and adds up every movement.
 * @returns counts, and one line for each thing that does not hold: the first broken entry of an account,
 *   or a movement whose entries do not add up to zero
 */
export async function verifyLedger(
  database: Database,
): Promise<{ entries: number; accounts: number; broken: string[] }> {
  const broken = await unbalanced(database)
  let entries = 0
  let accounts = 0
  for (let after = ['', '']; ;) {
    const heads = await readHeads(database, after)
    for (const head of heads) {
      const chain = await readChain(database, head.communityId, head.id)
      const at = firstBrokenEntry(chain, head)
      if (at !== null) broken.push(`community ${head.communityId} account ${head.id} entry ${at}`)
      entries += chain.length
      accounts += 1
    }
    const last = heads.at(-1)
    if (!last) return { entries, accounts, broken }
    after = [last.communityId, last.id]
  }
}

type Head = AccountHead & { communityId: string; id: string }

function readHeads(database: Database, after: string[]): Promise<Head[]> {
  return database.transaction((tx) =>
    tx.query<Head>(
      `SELECT community_id AS "communityId", id, balance, seq, head_hash AS "headHash" FROM household
       WHERE (community_id, id) > ($1, $2) ORDER BY community_id, id LIMIT $3`,
      [...after, ACCOUNTS_AT_A_TIME],
    ),
  )
}

function readChain(database: Database, communityId: string, accountId: string) {
  return database.transaction((tx) =>
    tx.query<ChainedEntry & { hash: string }>(
      `SELECT e.community_id AS "communityId", e.account_id AS "accountId", e.seq, e.movement_id AS "movementId",
              m.kind, m.session_id AS "sessionId", m.booking_id AS "bookingId", m.attendee_id AS "attendeeId", m.reverses, e.amount, e.balance, e.expires_at AS "expiresAt", e.created_at AS "createdAt", e.hash
       FROM points_entry e JOIN points_movement m ON m.community_id = e.community_id AND m.id = e.movement_id
       WHERE e.community_id = $1 AND e.account_id = $2 ORDER BY e.seq`,
      [communityId, accountId],
    ),
  )
}

async function unbalanced(database: Database): Promise<string[]> {
  const rows = await database.transaction((tx) =>
    tx.query<{ communityId: string; movementId: string }>(
      `SELECT community_id AS "communityId", movement_id AS "movementId" FROM points_entry
       GROUP BY community_id, movement_id HAVING sum(amount) <> 0`,
    ),
  )
  return rows.map((row) => `community ${row.communityId} movement ${row.movementId} does not add up to zero`)
}

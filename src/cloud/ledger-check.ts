import { CHAIN_START, follow, isEnd, type AccountHead, type ChainedEntry } from '@/domain/ledger'
import type { Database } from './db/database'
import { LINK_COLUMNS } from './repositories/chain'

const ACCOUNTS_AT_A_TIME = 1000
const ENTRIES_AT_A_TIME = 5000

export interface LedgerReport {
  /** of household accounts */
  entries: number
  accounts: number
  /** one line for each thing that does not hold */
  broken: string[]
}

/**
 * Walks every household's chain, and adds up every movement, credit and debt of a database, in pages: its size
 * is no matter.
 * @param onProgress hears how many entries have been walked
 * @returns the first broken entry of each account that has one, and whatever does not add up
 */
export async function verifyLedger(
  database: Database,
  onProgress: (entries: number) => void = () => undefined,
): Promise<LedgerReport> {
  const report: LedgerReport = { entries: 0, accounts: 0, broken: [] }
  for (let after = ['', '']; ;) {
    const heads = await readHeads(database, after)
    const last = heads.at(-1)
    if (!last) break
    await walk(database, heads, report, onProgress)
    report.accounts += heads.length
    after = [last.communityId, last.accountId]
  }
  for (const { sql, says } of SUMS) {
    const rows = await database.transaction((tx) => tx.query<{ at: string }>(sql))
    report.broken.push(...rows.map(({ at }) => `${at} ${says}`))
  }
  return report
}

type Head = AccountHead & { communityId: string; accountId: string }
type EntryRow = ChainedEntry & { hash: string }

const keyOf = ({ communityId, accountId }: { communityId: string; accountId: string }) =>
  `community ${communityId} account ${accountId}`

/** The chains of one page of accounts; a chain that breaks is not walked further. */
async function walk(
  database: Database,
  heads: Head[],
  report: LedgerReport,
  onProgress: (entries: number) => void,
): Promise<void> {
  const walked = new Map<string, AccountHead>()
  const broken = new Map<string, number>()
  const [first, last] = [heads[0], heads.at(-1)]
  if (!first || !last) return
  for (let after = { communityId: first.communityId, accountId: first.accountId, seq: 0 }; ;) {
    const entries = await readEntries(database, after, last)
    for (const entry of entries) {
      const key = keyOf(entry)
      if (broken.has(key)) continue
      const followed = follow(walked.get(key) ?? CHAIN_START, [entry])
      if ('at' in followed) walked.set(key, followed.at)
      else broken.set(key, followed.brokenAt)
    }
    report.entries += entries.length
    onProgress(report.entries)
    const end = entries.at(-1)
    if (!end || entries.length < ENTRIES_AT_A_TIME) break
    after = end
  }
  for (const head of heads) {
    const key = keyOf(head)
    const chain = walked.get(key) ?? CHAIN_START
    const at = broken.get(key) ?? (isEnd(chain, head) ? null : chain.seq + 1)
    if (at !== null) report.broken.push(`${key} entry ${at}`)
  }
}

function readHeads(database: Database, after: string[]): Promise<Head[]> {
  return database.transaction((tx) =>
    tx.query<Head>(
      `SELECT community_id AS "communityId", id AS "accountId", balance, seq, head_hash AS "headHash" FROM household
       WHERE (community_id, id) > ($1, $2) ORDER BY community_id, id LIMIT $3`,
      [...after, ACCOUNTS_AT_A_TIME],
    ),
  )
}

function readEntries(
  database: Database,
  after: { communityId: string; accountId: string; seq: number },
  last: Head,
): Promise<EntryRow[]> {
  return database.transaction((tx) =>
    tx.query<EntryRow>(
      `SELECT e.community_id AS "communityId", e.account_id AS "accountId", ${LINK_COLUMNS}
       FROM (SELECT * FROM points_entry
             WHERE (community_id, account_id, seq) > ($1, $2, $3) AND (community_id, account_id) <= ($4, $5)
               AND seq IS NOT NULL
             ORDER BY community_id, account_id, seq LIMIT $6) e
       JOIN points_movement m ON m.community_id = e.community_id AND m.id = e.movement_id
       ORDER BY e.community_id, e.account_id, e.seq`,
      [after.communityId, after.accountId, after.seq, last.communityId, last.accountId, ENTRIES_AT_A_TIME],
    ),
  )
}

const ACCOUNT = `'community ' || community_id || ' account ' || account_id`

/** What has to add up beside the chains. */
const SUMS = [
  {
    says: 'does not add up to zero',
    sql: `SELECT 'community ' || community_id || ' movement ' || movement_id AS at FROM points_entry
          GROUP BY community_id, movement_id HAVING sum(amount) <> 0`,
  },
  {
    says: 'belongs to no household',
    sql: `SELECT DISTINCT ${ACCOUNT} AS at FROM points_entry e
          WHERE seq IS NOT NULL AND NOT EXISTS (SELECT 1 FROM household h
                                                WHERE h.community_id = e.community_id AND h.id = e.account_id)`,
  },
  {
    says: 'is spent beyond what it held',
    sql: `SELECT ${ACCOUNT} || ' credit ' || lot_seq AS at
          FROM (SELECT community_id, account_id, lot_seq, sum(amount) AS spent FROM points_allocation
                GROUP BY community_id, account_id, lot_seq) a
          WHERE NOT EXISTS (SELECT 1 FROM points_entry e WHERE e.community_id = a.community_id
                            AND e.account_id = a.account_id AND e.seq = a.lot_seq AND e.amount >= a.spent)`,
  },
  {
    says: 'is not what its credits gave',
    sql: `SELECT ${ACCOUNT} || ' debit ' || e.seq AS at FROM points_entry e
          WHERE e.amount < 0 AND e.seq IS NOT NULL AND -e.amount <> coalesce(
            (SELECT sum(a.amount) FROM points_allocation a WHERE a.community_id = e.community_id
             AND a.account_id = e.account_id AND a.debit_seq = e.seq), 0)`,
  },
  {
    says: 'owes other than its debt',
    sql: `SELECT 'community ' || h.community_id || ' account ' || h.id AS at FROM household h
          WHERE h.owed <> coalesce((SELECT sum(d.amount) FROM points_debt d
                                    WHERE d.community_id = h.community_id AND d.account_id = h.id), 0)`,
  },
]

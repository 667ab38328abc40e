import type { Transaction } from '../db/database'

/** Who else goes to a session, as its holders may know it. */
export interface Company {
  /** of other households, places of those from which nobody came anywhere before */
  firstTimers: number
  /** nobody of the own household came anywhere before */
  firstTime: boolean
  /** of residents who agreed to be named, at most {@link MOST_NAMED} */
  names: string[]
  /** who asks has agreed to it */
  named: boolean
}

const MOST_NAMED = 20
const NEVER_CAME = (household: string) => `
  NOT EXISTS (SELECT 1 FROM place o WHERE o.community_id = $1 AND o.household_id = ${household} AND o.outcome = 'present')`

export async function readCompany(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  resident: { id: string; householdId: string },
): Promise<Company> {
  const [row] = await tx.query<Omit<Company, 'names'> & { names: string[] | null }>(
    `SELECT (SELECT count(*)::int FROM place p
             WHERE p.community_id = $1 AND p.session_id = $2 AND p.cancelled_at IS NULL AND p.household_id <> $3
               AND ${NEVER_CAME('p.household_id')}) AS "firstTimers",
            ${NEVER_CAME('$3')} AS "firstTime",
            (SELECT json_agg(n.name) FROM (
               SELECT r.name FROM place p
               JOIN resident r ON r.community_id = p.community_id AND r.id = p.attendee_id
               WHERE p.community_id = $1 AND p.session_id = $2 AND p.cancelled_at IS NULL AND p.household_id <> $3
                 AND r.named_to_neighbours AND r.name IS NOT NULL
               ORDER BY p.created_at, r.id LIMIT ${MOST_NAMED}) n) AS names,
            (SELECT named_to_neighbours FROM resident WHERE community_id = $1 AND id = $4) AS named`,
    [communityId, sessionId, resident.householdId, resident.id],
  )
  const { firstTimers = 0, firstTime = false, names = null, named = false } = row ?? {}
  return { firstTimers, firstTime, names: names ?? [], named }
}

export async function saveNamedToNeighbours(
  tx: Transaction,
  communityId: string,
  residentId: string,
  named: boolean,
): Promise<void> {
  await tx.query('UPDATE resident SET named_to_neighbours = $3 WHERE community_id = $1 AND id = $2', [
    communityId,
    residentId,
    named,
  ])
}

import type { MovementKind } from '@/domain/ledger'
import type { Moved } from '@/domain/correction'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** A movement of one household's account. */
export interface MovementRow {
  id: string
  accountId: string
  kind: MovementKind
  sessionId: string | null
  bookingId: string | null
  attendeeId: string | null
}

export async function findMovement(
  tx: Transaction,
  communityId: string,
  id: string,
): Promise<MovementRow | null> {
  const [row] = await tx.query<MovementRow>(
    `SELECT m.id, e.account_id AS "accountId", m.kind, m.session_id AS "sessionId", m.booking_id AS "bookingId",
            m.attendee_id AS "attendeeId"
     FROM points_movement m
     JOIN points_entry e ON e.community_id = m.community_id AND e.movement_id = m.id AND e.seq IS NOT NULL
     WHERE m.community_id = $1 AND m.id = $2 LIMIT 1`,
    [communityId, id],
  )
  return row ?? null
}

/** What a service or a payment came to by now; read under the household's lock. */
export async function readMoved(
  tx: Transaction,
  communityId: string,
  { id, kind }: { id: string; kind: 'service' | 'booking' },
  now: Instant,
): Promise<Moved> {
  const points = await sumMoved(tx, communityId, id)
  if (kind === 'booking') {
    const parts = await listPaidFrom(tx, communityId, id)
    return { kind, points: -points, lots: [], expired: 0, parts }
  }
  const credits = await listCredits(tx, communityId, id, now)
  return {
    ...{ kind, points, lots: credits.map((it) => it.seq), parts: credits },
    expired: credits.reduce((sum, it) => sum + it.expired, 0),
  }
}

// What is owed of a correction counts as taken: it will be.
async function sumMoved(tx: Transaction, communityId: string, id: string): Promise<number> {
  const [row] = await tx.query<{ points: number }>(
    `WITH movement AS (
       SELECT m.id FROM points_movement m WHERE m.community_id = $1 AND (m.id = $2 OR m.reverses = $2))
     SELECT (coalesce((SELECT sum(e.amount) FROM points_entry e JOIN movement ON movement.id = e.movement_id
                       WHERE e.community_id = $1 AND e.seq IS NOT NULL), 0)
           - coalesce((SELECT sum(d.amount) FROM points_debt d JOIN movement ON movement.id = d.movement_id
                       WHERE d.community_id = $1), 0))::int AS points`,
    [communityId, id],
  )
  return row?.points ?? 0
}

/** What a payment and its corrections used, by expiry, the last first. */
function listPaidFrom(
  tx: Transaction,
  communityId: string,
  id: string,
): Promise<{ amount: number; expiresAt: Instant }[]> {
  return tx.query(
    `SELECT sum(a.amount)::int AS amount, lot.expires_at AS "expiresAt"
     FROM points_movement m
     JOIN points_entry debit ON debit.community_id = m.community_id AND debit.movement_id = m.id AND debit.seq IS NOT NULL
     JOIN points_allocation a ON a.community_id = debit.community_id AND a.account_id = debit.account_id
                             AND a.debit_seq = debit.seq
     JOIN points_entry lot ON lot.community_id = a.community_id AND lot.account_id = a.account_id AND lot.seq = a.lot_seq
     WHERE m.community_id = $1 AND (m.id = $2 OR m.reverses = $2)
     GROUP BY lot.expires_at ORDER BY lot.expires_at DESC`,
    [communityId, id],
  )
}

interface CreditRow {
  seq: number
  amount: number
  expiresAt: Instant
  /** ran out by now without having been spent */
  expired: number
}

function listCredits(tx: Transaction, communityId: string, id: string, now: Instant): Promise<CreditRow[]> {
  return tx.query<CreditRow>(
    `SELECT e.seq, e.amount, e.expires_at AS "expiresAt",
            CASE WHEN e.expires_at > $3 THEN 0 ELSE e.amount - coalesce(
              (SELECT sum(a.amount) FROM points_allocation a
               JOIN points_entry o ON o.community_id = a.community_id AND o.account_id = a.account_id AND o.seq = a.debit_seq
               JOIN points_movement x ON x.community_id = o.community_id AND x.id = o.movement_id
               WHERE a.community_id = e.community_id AND a.account_id = e.account_id AND a.lot_seq = e.seq
                 AND x.kind <> 'expiry'), 0)::int END AS expired
     FROM points_entry e
     JOIN points_movement m ON m.community_id = e.community_id AND m.id = e.movement_id
     WHERE m.community_id = $1 AND (m.id = $2 OR m.reverses = $2) AND e.seq IS NOT NULL AND e.amount > 0
     ORDER BY e.expires_at DESC, e.seq DESC`,
    [communityId, id, now],
  )
}

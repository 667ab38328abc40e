import type { ActivityKind } from '@/domain/activity'
import type { AgeBand } from '@/domain/age-band'
import type { Skill } from '@/domain/skill'
import type { SlotKind, SlotTerms } from '@/domain/slot'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** A session with what its activity says of it. */
export interface SessionRow {
  id: string
  activityId: string
  callId: string
  activityKind: ActivityKind
  title: string
  description: string
  bring: string
  riskNote: string
  insurance: string
  contact: string
  freeCancelHours: number
  place: string
  startsAt: Instant
  endsAt: Instant
  cancelledAt: Instant | null
  closedAt: Instant | null
  secret: string
}

export interface SlotRow {
  id: string
  sessionId: string
  title: string
  points: number
  held: number
  heldByWindow: number
  terms: SlotTerms & { ageBand: AgeBand | null; skill: Skill | null }
}

interface SlotColumns extends Omit<SlotRow, 'terms'> {
  kind: SlotKind
  capacity: number
  ageBand: AgeBand | null
  skill: Skill | null
  withChildren: boolean
  price: number | null
  share: number
  priorityOpensAt: Instant | null
  opensAt: Instant
  newcomersUntil: Instant | null
  allocation: 'booking' | 'draw'
  drawAt: Instant | null
  drawnAt: Instant | null
  householdLimit: number | null
}

/** Selects {@link SessionRow}s of community $1; a condition on `s` follows. */
const SESSION = `
  SELECT s.id, s.activity_id AS "activityId", s.call_id AS "callId", a.kind AS "activityKind", a.title,
         a.description, a.bring, a.risk_note AS "riskNote", a.insurance, a.contact,
         a.free_cancel_hours AS "freeCancelHours", s.place, s.starts_at AS "startsAt", s.ends_at AS "endsAt",
         s.cancelled_at AS "cancelledAt", s.closed_at AS "closedAt", s.secret
  FROM session s JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
  WHERE s.community_id = $1`

const SLOT = `
  SELECT id, session_id AS "sessionId", title, points, held, held_by_window AS "heldByWindow", kind, capacity,
         age_band AS "ageBand", skill, with_children AS "withChildren", price, share,
         priority_opens_at AS "priorityOpensAt", opens_at AS "opensAt", newcomers_until AS "newcomersUntil",
         allocation, draw_at AS "drawAt", drawn_at AS "drawnAt", household_limit AS "householdLimit"
  FROM slot`

function fromColumns(columns: SlotColumns): SlotRow {
  const { id, sessionId, title, points, held, heldByWindow, ...terms } = columns
  return { id, sessionId, title, points, held, heldByWindow, terms }
}

/** @param lock `share`: nobody cancels or closes it meanwhile; `update`: nobody books in it either */
export async function findSession(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  lock: 'none' | 'share' | 'update' = 'none',
): Promise<SessionRow | null> {
  const clause = { none: '', share: ' FOR SHARE OF s', update: ' FOR UPDATE OF s' }[lock]
  const [row] = await tx.query<SessionRow>(`${SESSION} AND s.id = $2${clause}`, [communityId, sessionId])
  return row ?? null
}

/** The session of a slot, so that nobody cancels or closes it meanwhile. */
export async function lockSessionOfSlot(
  tx: Transaction,
  communityId: string,
  slotId: string,
): Promise<SessionRow | null> {
  const [row] = await tx.query<SessionRow>(
    `${SESSION} AND s.id = (SELECT session_id FROM slot WHERE community_id = $1 AND id = $2) FOR SHARE OF s`,
    [communityId, slotId],
  )
  return row ?? null
}

/** Sessions by id. */
export async function findSessions(
  tx: Transaction,
  communityId: string,
  ids: string[],
): Promise<Map<string, SessionRow>> {
  const rows = await tx.query<SessionRow>(`${SESSION} AND s.id = ANY($2)`, [communityId, [...new Set(ids)]])
  return new Map(rows.map((row) => [row.id, row]))
}

export async function listSlots(tx: Transaction, communityId: string, sessionId: string): Promise<SlotRow[]> {
  const rows = await tx.query<SlotColumns>(
    `${SLOT} WHERE community_id = $1 AND session_id = $2 ORDER BY rank`,
    [communityId, sessionId],
  )
  return rows.map(fromColumns)
}

/** @param lock `update`: nobody else gives or takes its places meanwhile */
export async function findSlot(
  tx: Transaction,
  communityId: string,
  slotId: string,
  lock: 'none' | 'update' = 'none',
): Promise<SlotRow | null> {
  const clause = lock === 'update' ? ' FOR UPDATE' : ''
  const [row] = await tx.query<SlotColumns>(`${SLOT} WHERE community_id = $1 AND id = $2${clause}`, [
    communityId,
    slotId,
  ])
  return row ? fromColumns(row) : null
}

export const lockSlot = (tx: Transaction, communityId: string, slotId: string) =>
  findSlot(tx, communityId, slotId, 'update')

/** Writes back how many places are held; the slot must be locked. */
export async function saveHeld(tx: Transaction, communityId: string, slot: SlotRow): Promise<void> {
  await tx.query('UPDATE slot SET held = $3, held_by_window = $4 WHERE community_id = $1 AND id = $2', [
    communityId,
    slot.id,
    slot.held,
    slot.heldByWindow,
  ])
}

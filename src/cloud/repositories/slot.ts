import type { ActivityKind } from '@/domain/activity'
import type { AgeBand } from '@/domain/age-band'
import type { CancelCause } from '@/domain/cancellation'
import type { Cover } from '@/domain/cover'
import type { Skill } from '@/domain/skill'
import type { SlotTerms } from '@/domain/slot'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** A session with what its activity says of it. */
export interface SessionRow {
  id: string
  activityId: string
  callId: string
  activityKind: ActivityKind
  /** null: that of its kind */
  cover: Cover | null
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
  cancelCause: CancelCause | null
  cancelNote: string | null
  /** its time was last changed then; null: never */
  movedAt: Instant | null
  /** grows with every change */
  version: number
  closedAt: Instant | null
  /** its closed books were opened again; null: never */
  reopenedAt: Instant | null
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

type SlotColumns = Omit<SlotRow, 'terms'> & SlotRow['terms']

/** Of a session `s` and its activity `a`. */
const SESSION_COLUMNS = `
  s.id, s.activity_id AS "activityId", s.call_id AS "callId", a.kind AS "activityKind", a.cover, a.title,
  a.description, a.bring, a.risk_note AS "riskNote", a.insurance, a.contact,
  a.free_cancel_hours AS "freeCancelHours", s.place, s.starts_at AS "startsAt", s.ends_at AS "endsAt",
  s.cancelled_at AS "cancelledAt", s.cancel_cause AS "cancelCause", s.cancel_note AS "cancelNote",
  s.moved_at AS "movedAt", s.version, s.closed_at AS "closedAt", s.reopened_at AS "reopenedAt", s.secret`

/** Selects {@link SessionRow}s of community $1; a condition on `s` follows. */
const SESSION = `
  SELECT ${SESSION_COLUMNS}
  FROM session s JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
  WHERE s.community_id = $1`

const SLOT_COLUMNS: Record<keyof SlotColumns, string> = {
  id: 'id',
  sessionId: 'session_id',
  title: 'title',
  points: 'points',
  held: 'held',
  heldByWindow: 'held_by_window',
  kind: 'kind',
  capacity: 'capacity',
  ageBand: 'age_band',
  skill: 'skill',
  withChildren: 'with_children',
  price: 'price',
  share: 'share',
  priorityOpensAt: 'priority_opens_at',
  opensAt: 'opens_at',
  newcomersUntil: 'newcomers_until',
  teamsUntil: 'teams_until',
  teamIds: 'team_ids',
  allocation: 'allocation',
  drawAt: 'draw_at',
  drawnAt: 'drawn_at',
  householdLimit: 'household_limit',
}
const slotColumns = Object.entries(SLOT_COLUMNS)
const SLOT = `SELECT ${slotColumns.map(([name, column]) => `${column} AS "${name}"`).join(', ')} FROM slot`
const SLOT_OBJECT = slotColumns.map(([name, column]) => `'${name}', l.${column}`).join(', ')

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

/** Posts that bring points, are open, have places nobody waits for, and end by a time; the soonest first. */
export async function listOpenPosts(
  tx: Transaction,
  communityId: string,
  { now, endsBefore, limit }: { now: Instant; endsBefore: Instant; limit: number },
): Promise<{ session: SessionRow; slot: SlotRow }[]> {
  const rows = await tx.query<SessionRow & { slot: SlotColumns }>(
    `SELECT ${SESSION_COLUMNS}, json_build_object(${SLOT_OBJECT}) AS slot
     FROM session s
     JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
     JOIN slot l ON l.community_id = s.community_id AND l.session_id = s.id
     WHERE s.community_id = $1 AND s.starts_at > $2 AND s.starts_at < $3 AND s.ends_at <= $3 AND s.cancelled_at IS NULL
       AND l.kind = 'post' AND l.points > 0 AND l.opens_at <= $2 AND coalesce(l.teams_until, 0) <= $2 AND l.held < l.capacity
       AND NOT EXISTS (SELECT 1 FROM waitlist_entry w WHERE w.community_id = l.community_id AND w.slot_id = l.id
                       AND w.ended_at IS NULL)
     ORDER BY s.starts_at, s.id, l.rank LIMIT $4`,
    [communityId, now, endsBefore, limit],
  )
  return rows.map(({ slot, ...session }) => ({ session, slot: fromColumns(slot) }))
}

/** Slots by id. */
export async function findSlots(
  tx: Transaction,
  communityId: string,
  ids: string[],
): Promise<Map<string, SlotRow>> {
  const rows = await tx.query<SlotColumns>(`${SLOT} WHERE community_id = $1 AND id = ANY($2)`, [
    communityId,
    ids,
  ])
  return new Map(rows.map((row) => [row.id, fromColumns(row)]))
}

/**
 * A slot, locked against every other change of its places, behind its session, locked so that nobody
 * cancels or closes it meanwhile. Of rows that it waited for, the statement gives the newest version.
 */
export async function lockSlot(
  tx: Transaction,
  communityId: string,
  slotId: string,
): Promise<{ session: SessionRow; slot: SlotRow } | null> {
  const [row] = await tx.query<SessionRow & { slot: SlotColumns }>(
    `SELECT ${SESSION_COLUMNS}, json_build_object(${SLOT_OBJECT}) AS slot
     FROM slot l
     JOIN session s ON s.community_id = l.community_id AND s.id = l.session_id
     JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
     WHERE l.community_id = $1 AND l.id = $2 FOR SHARE OF s FOR UPDATE OF l`,
    [communityId, slotId],
  )
  if (!row) return null
  const { slot, ...session } = row
  return { session, slot: fromColumns(slot) }
}

/** Writes back how many places are held; the slot must be locked. */
export async function saveHeld(tx: Transaction, communityId: string, slot: SlotRow): Promise<void> {
  await tx.query('UPDATE slot SET held = $3, held_by_window = $4 WHERE community_id = $1 AND id = $2', [
    communityId,
    slot.id,
    slot.held,
    slot.heldByWindow,
  ])
}

import type { CallDraft, SlotDraft } from '@/domain/call'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

export async function insertActivity(
  tx: Transaction,
  communityId: string,
  activity: CallDraft['activity'] & { id: string; now: Instant },
): Promise<void> {
  await tx.query(
    `INSERT INTO activity (community_id, id, kind, title, description, bring, risk_note, insurance, contact,
                           free_cancel_hours, created_at, cover)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      communityId,
      activity.id,
      activity.kind,
      activity.title,
      activity.description,
      activity.bring,
      activity.riskNote,
      activity.insurance,
      activity.contact,
      activity.freeCancelHours,
      activity.now,
      activity.cover ?? null,
    ],
  )
}

export async function insertCall(
  tx: Transaction,
  communityId: string,
  call: { id: string; activityId: string; publishedBy: string; teamIds: string[]; now: Instant },
): Promise<void> {
  await tx.query(
    `INSERT INTO recruitment_call (community_id, id, activity_id, published_by, published_at, team_ids)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [communityId, call.id, call.activityId, call.publishedBy, call.now, call.teamIds],
  )
}

/** The cadre who published a call. */
export async function findPublisher(tx: Transaction, communityId: string, callId: string): Promise<string> {
  const [row] = await tx.query<{ publishedBy: string }>(
    'SELECT published_by AS "publishedBy" FROM recruitment_call WHERE community_id = $1 AND id = $2',
    [communityId, callId],
  )
  if (!row) throw new Error('a session without a call')
  return row.publishedBy
}

export async function insertSession(
  tx: Transaction,
  communityId: string,
  session: {
    id: string
    activityId: string
    callId: string
    place: string
    gridId: string | null
    startsAt: Instant
    endsAt: Instant
    secret: string
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO session (community_id, id, activity_id, call_id, place, grid_id, starts_at, ends_at, secret)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      communityId,
      session.id,
      session.activityId,
      session.callId,
      session.place,
      session.gridId,
      session.startsAt,
      session.endsAt,
      session.secret,
    ],
  )
}

export async function insertSlot(
  tx: Transaction,
  communityId: string,
  slot: Omit<SlotDraft, 'priorityOpensAt' | 'opensAt' | 'publicNumber'> & {
    id: string
    sessionId: string
    rank: number
    priorityOpensAt: Instant | null
    opensAt: Instant
    newcomersUntil: Instant | null
    teamsUntil: Instant | null
    teamIds: string[]
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO slot (community_id, id, session_id, rank, kind, title, capacity, age_band, skill, with_children,
                       points, price, share, priority_opens_at, opens_at, newcomers_until, household_limit, allocation,
                       draw_at, teams_until, team_ids)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
    [
      communityId,
      slot.id,
      slot.sessionId,
      slot.rank,
      slot.kind,
      slot.title,
      slot.capacity,
      slot.ageBand,
      slot.skill,
      slot.withChildren,
      slot.points,
      slot.price,
      slot.share,
      slot.priorityOpensAt,
      slot.opensAt,
      slot.newcomersUntil,
      slot.householdLimit,
      slot.allocation,
      slot.drawAt,
      slot.teamsUntil,
      slot.teamIds,
    ],
  )
}

import type { ActivityKind } from '@/domain/activity'
import type { SessionTime } from '@/domain/call'
import type { CallTexts } from '@/domain/call-texts'
import { coverOf, type Cover } from '@/domain/cover'
import type { PublishedSlot } from '@/domain/past-call'
import type { Instant } from '@/domain/time'
import type { PastCall } from '@/contract/list-past-calls'
import type { Transaction } from '../db/database'

/** A published call with the texts of its activity. */
export interface PublishedCall {
  id: string
  activityId: string
  kind: ActivityKind
  version: number
  freeCancelHours: number
  publishedAt: Instant
  activity: CallTexts
}

interface CallColumns extends Omit<PublishedCall, 'activity'>, Omit<CallTexts, 'cover'> {
  cover: Cover | null
}

/** @param lock nobody else changes its texts meanwhile; taken before the locks of sessions */
export async function findCall(
  tx: Transaction,
  communityId: string,
  callId: string,
  lock?: 'update',
): Promise<PublishedCall | null> {
  const [row] = await tx.query<CallColumns>(
    `SELECT c.id, c.activity_id AS "activityId", c.published_at AS "publishedAt", a.kind, a.version, a.cover, a.title,
            a.description, a.bring, a.risk_note AS "riskNote", a.insurance, a.contact,
            a.free_cancel_hours AS "freeCancelHours"
     FROM recruitment_call c JOIN activity a ON a.community_id = c.community_id AND a.id = c.activity_id
     WHERE c.community_id = $1 AND c.id = $2 ${lock ? 'FOR NO KEY UPDATE OF a' : ''}`,
    [communityId, callId],
  )
  if (!row) return null
  const { id, activityId, kind, version, freeCancelHours, publishedAt, ...texts } = row
  const activity = { ...texts, cover: coverOf(row) }
  return { id, activityId, kind, version, freeCancelHours, publishedAt, activity }
}

/** Latest first, older than `before`. */
export async function listPublished(
  tx: Transaction,
  communityId: string,
  before: { at: Instant; id: string },
  limit: number,
): Promise<PastCall[]> {
  const rows = await tx.query<
    Omit<PastCall, 'slots' | 'cover'> & { slots: PastCall['slots'] | null; cover: Cover | null }
  >(
    `SELECT c.id, a.kind, a.cover, a.title, c.published_at AS "publishedAt", n.sessions, n."firstAt", latest.place,
            (SELECT json_agg(json_build_object('kind', sl.kind, 'title', sl.title, 'capacity', sl.capacity)
                             ORDER BY sl.rank)
             FROM slot sl WHERE sl.community_id = c.community_id AND sl.session_id = latest.id) AS slots
     FROM recruitment_call c
     JOIN activity a ON a.community_id = c.community_id AND a.id = c.activity_id
     JOIN LATERAL (SELECT count(*) AS sessions, min(s.starts_at) AS "firstAt" FROM session s
                   WHERE s.community_id = c.community_id AND s.call_id = c.id) n ON true
     JOIN LATERAL (SELECT s.id, s.place FROM session s WHERE s.community_id = c.community_id AND s.call_id = c.id
                   ORDER BY s.starts_at DESC LIMIT 1) latest ON true
     WHERE c.community_id = $1 AND (c.published_at, c.id) < ($2, $3)
     ORDER BY c.published_at DESC, c.id DESC LIMIT $4`,
    [communityId, before.at, before.id, limit],
  )
  return rows.map((row) => ({ ...row, cover: coverOf(row), slots: row.slots ?? [] }))
}

export interface CallSession extends SessionTime {
  id: string
  place: string
  gridId: string | null
  cancelledAt: Instant | null
  movedAt: Instant | null
}

/** Its sessions in the order of their starts. */
export function listCallSessions(
  tx: Transaction,
  communityId: string,
  callId: string,
): Promise<CallSession[]> {
  return tx.query<CallSession>(
    `SELECT id, place, grid_id AS "gridId", starts_at AS "startsAt", ends_at AS "endsAt", cancelled_at AS "cancelledAt",
            moved_at AS "movedAt"
     FROM session WHERE community_id = $1 AND call_id = $2 ORDER BY starts_at, id`,
    [communityId, callId],
  )
}

/** The slots of one session as they were published, and what has been changed of them since. */
export function listPublishedSlots(
  tx: Transaction,
  communityId: string,
  sessionId: string,
): Promise<PublishedSlot[]> {
  return tx.query<PublishedSlot>(
    `SELECT sl.kind, sl.title, sl.capacity, sl.age_band AS "ageBand", sl.skill, sl.with_children AS "withChildren",
            sl.points, sl.price, sl.share, sl.priority_opens_at AS "priorityOpensAt", sl.opens_at AS "opensAt",
            sl.newcomers_until AS "newcomersUntil", sl.teams_until IS NOT NULL AS "teamsFirst", sl.household_limit AS "householdLimit", sl.allocation,
            sl.draw_at AS "drawAt", coalesce(d.wants_number, false) AS "publicNumber"
     FROM slot sl LEFT JOIN draw d ON d.community_id = sl.community_id AND d.slot_id = sl.id
     WHERE sl.community_id = $1 AND sl.session_id = $2 ORDER BY sl.rank`,
    [communityId, sessionId],
  )
}

/** Keeps its sessions from being booked meanwhile: who books is either told of the change or has read it. */
export async function lockComingSessions(
  tx: Transaction,
  communityId: string,
  callId: string,
  now: Instant,
): Promise<void> {
  await tx.query(
    `SELECT id FROM session WHERE community_id = $1 AND call_id = $2 AND starts_at > $3 AND cancelled_at IS NULL
     ORDER BY id FOR UPDATE`,
    [communityId, callId, now],
  )
}

/** Who has booked a session of it that is still to come, with the first of those. */
export function listBookedAhead(
  tx: Transaction,
  communityId: string,
  callId: string,
  now: Instant,
): Promise<{ residentId: string; sessionId: string }[]> {
  return tx.query<{ residentId: string; sessionId: string }>(
    `SELECT DISTINCT ON (b.booked_by) b.booked_by AS "residentId", s.id AS "sessionId"
     FROM session s
     JOIN place p ON p.community_id = s.community_id AND p.session_id = s.id AND p.cancelled_at IS NULL
     JOIN booking b ON b.community_id = p.community_id AND b.id = p.booking_id
     WHERE s.community_id = $1 AND s.call_id = $2 AND s.starts_at > $3 AND s.cancelled_at IS NULL
     ORDER BY b.booked_by, s.starts_at, s.id`,
    [communityId, callId, now],
  )
}

/** The activity must be locked. */
export async function saveTexts(
  tx: Transaction,
  communityId: string,
  activityId: string,
  texts: CallTexts,
): Promise<void> {
  await tx.query(
    `UPDATE activity SET cover = $3, title = $4, description = $5, bring = $6, risk_note = $7, insurance = $8,
                         contact = $9, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [
      communityId,
      activityId,
      texts.cover,
      texts.title,
      texts.description,
      texts.bring,
      texts.riskNote,
      texts.insurance,
      texts.contact,
    ],
  )
}

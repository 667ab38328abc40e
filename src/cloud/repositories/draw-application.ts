import type { DrawApplication } from '@/domain/draw'
import type { PassedOver } from '@/domain/draw-application'
import type { DrawnApplication } from '@/domain/draw-record'
import type { SlotKind } from '@/domain/slot'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** A household's application that was not withdrawn. */
export interface ApplicationRow {
  id: string
  slotId: string
  householdId: string
  appliedBy: string
  points: number
  attendees: { id: string; kind: 'resident' | 'child' }[]
  /** fixed when the list is frozen, null before, like the two after it */
  staked: number | null
  weight: number | null
  newcomer: boolean | null
  won: DrawnApplication['won']
  turn: number | null
  passedOver: PassedOver | null
}

const APPLICATION = `
  SELECT a.id, a.slot_id AS "slotId", a.household_id AS "householdId", a.applied_by AS "appliedBy", a.points,
         a.staked, a.weight, a.newcomer, a.won, a.turn, a.passed_over AS "passedOver",
         (SELECT json_agg(json_build_object('id', p.attendee_id, 'kind', p.attendee_kind) ORDER BY p.attendee_id)
          FROM draw_attendee p WHERE p.community_id = a.community_id AND p.application_id = a.id) AS attendees
  FROM draw_application a WHERE a.community_id = $1 AND a.withdrawn_at IS NULL`

export async function insertApplication(
  tx: Transaction,
  communityId: string,
  application: Pick<ApplicationRow, 'id' | 'slotId' | 'householdId' | 'appliedBy' | 'points' | 'attendees'>,
  now: Instant,
): Promise<void> {
  const { id, slotId, householdId, appliedBy, points, attendees } = application
  await tx.query(
    `INSERT INTO draw_application (community_id, id, slot_id, household_id, applied_by, points, applied_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [communityId, id, slotId, householdId, appliedBy, points, now],
  )
  await tx.query(
    `INSERT INTO draw_attendee (community_id, application_id, attendee_id, attendee_kind)
     SELECT $1, $2, who.id, who.kind FROM unnest($3::text[], $4::text[]) AS who (id, kind)`,
    [communityId, id, attendees.map((it) => it.id), attendees.map((it) => it.kind)],
  )
}

export async function findApplication(
  tx: Transaction,
  communityId: string,
  id: string,
): Promise<ApplicationRow | null> {
  const [row] = await tx.query<ApplicationRow>(`${APPLICATION} AND a.id = $2`, [communityId, id])
  return row ?? null
}

/** All for a slot, by id; read under its lock. */
export function listApplications(
  tx: Transaction,
  communityId: string,
  slotId: string,
): Promise<ApplicationRow[]> {
  return tx.query<ApplicationRow>(`${APPLICATION} AND a.slot_id = $2 ORDER BY a.id`, [communityId, slotId])
}

/** A household's own, for one session. */
export function listOwnApplications(
  tx: Transaction,
  communityId: string,
  householdId: string,
  sessionId: string,
): Promise<ApplicationRow[]> {
  return tx.query<ApplicationRow>(
    `${APPLICATION} AND a.household_id = $2 AND a.slot_id IN (SELECT id FROM slot
     WHERE community_id = $1 AND session_id = $3)`,
    [communityId, householdId, sessionId],
  )
}

/** A household's application for a draw that is not run yet, as it sees it. */
export interface AwaitedDraw {
  id: string
  slotId: string
  slotTitle: string
  kind: SlotKind
  sessionId: string
  points: number
  drawAt: Instant
  frozenAt: Instant | null
  wantsNumber: boolean
  attendees: { id: string; name: string }[]
}

/** Of sessions that have not begun, the soonest first. */
export function listAwaitedDraws(
  tx: Transaction,
  communityId: string,
  householdId: string,
  now: Instant,
): Promise<AwaitedDraw[]> {
  return tx.query<AwaitedDraw>(
    `SELECT a.id, a.slot_id AS "slotId", sl.title AS "slotTitle", sl.kind, sl.session_id AS "sessionId", a.points,
            sl.draw_at AS "drawAt", d.frozen_at AS "frozenAt", d.wants_number AS "wantsNumber",
            (SELECT json_agg(json_build_object('id', p.attendee_id, 'name', coalesce(r.name, c.nickname, '')) ORDER BY p.attendee_id)
             FROM draw_attendee p
             LEFT JOIN resident r ON r.community_id = p.community_id AND r.id = p.attendee_id AND p.attendee_kind = 'resident'
             LEFT JOIN child c ON c.community_id = p.community_id AND c.id = p.attendee_id AND p.attendee_kind = 'child'
             WHERE p.community_id = a.community_id AND p.application_id = a.id) AS attendees
     FROM draw_application a
     JOIN slot sl ON sl.community_id = a.community_id AND sl.id = a.slot_id
     JOIN draw d ON d.community_id = a.community_id AND d.slot_id = a.slot_id
     JOIN session s ON s.community_id = sl.community_id AND s.id = sl.session_id
     WHERE a.community_id = $1 AND a.household_id = $2 AND a.withdrawn_at IS NULL
       AND sl.drawn_at IS NULL AND s.starts_at > $3
     ORDER BY s.starts_at, a.id`,
    [communityId, householdId, now],
  )
}

/** @returns false when it was withdrawn before */
export async function withdraw(
  tx: Transaction,
  communityId: string,
  id: string,
  now: Instant,
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE draw_application SET withdrawn_at = $3
     WHERE community_id = $1 AND id = $2 AND withdrawn_at IS NULL RETURNING id`,
    [communityId, id, now],
  )
  return rows.length > 0
}

/** What the frozen list says of each application, and the points behind its weight. */
export async function saveChances(
  tx: Transaction,
  communityId: string,
  list: (Pick<DrawApplication, 'id' | 'weight' | 'newcomer'> & { staked: number })[],
): Promise<void> {
  await tx.query(
    `UPDATE draw_application a SET staked = l.staked, weight = l.weight, newcomer = l.newcomer
     FROM unnest($2::text[], $3::int[], $4::int[], $5::boolean[]) AS l (id, staked, weight, newcomer)
     WHERE a.community_id = $1 AND a.id = l.id`,
    [
      communityId,
      list.map((it) => it.id),
      list.map((it) => it.staked),
      list.map((it) => it.weight),
      list.map((it) => it.newcomer),
    ],
  )
}

export async function saveOutcomes(
  tx: Transaction,
  communityId: string,
  outcomes: Pick<DrawnApplication, 'id' | 'won' | 'turn' | 'passedOver'>[],
): Promise<void> {
  await tx.query(
    `UPDATE draw_application a SET won = o.won, turn = o.turn, passed_over = o.passed_over
     FROM unnest($2::text[], $3::text[], $4::int[], $5::text[]) AS o (id, won, turn, passed_over)
     WHERE a.community_id = $1 AND a.id = o.id`,
    [
      communityId,
      outcomes.map((it) => it.id),
      outcomes.map((it) => it.won),
      outcomes.map((it) => it.turn),
      outcomes.map((it) => it.passedOver),
    ],
  )
}

/** A page of the public record of a frozen list: no household, no person. */
export function listRecorded(
  tx: Transaction,
  communityId: string,
  slotId: string,
  after: string,
  limit: number,
): Promise<DrawnApplication[]> {
  return tx.query<DrawnApplication>(
    `SELECT a.id, a.weight, a.newcomer, a.won, a.turn, a.passed_over AS "passedOver",
            (SELECT count(*) FROM draw_attendee p WHERE p.community_id = a.community_id
             AND p.application_id = a.id) AS places
     FROM draw_application a
     WHERE a.community_id = $1 AND a.slot_id = $2 AND a.withdrawn_at IS NULL AND a.weight IS NOT NULL AND a.id > $3
     ORDER BY a.id LIMIT $4`,
    [communityId, slotId, after, limit],
  )
}

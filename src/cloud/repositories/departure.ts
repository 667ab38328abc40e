import type { SessionRef } from '@/domain/refusal'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import type { BookingSource } from './place'

export function listOthers(
  tx: Transaction,
  communityId: string,
  householdId: string,
  residentId: string,
): Promise<{ id: string; guardian: boolean }[]> {
  return tx.query(
    `SELECT id, guardian FROM resident
     WHERE community_id = $1 AND household_id = $2 AND id <> $3 ORDER BY joined_at, id`,
    [communityId, householdId, residentId],
  )
}

/** What goes on at `now` with one of these people checked in, or led by the resident; null: nothing. */
export async function findRunning(
  tx: Transaction,
  communityId: string,
  { residentId, people, now }: { residentId: string; people: string[]; now: Instant },
): Promise<SessionRef | null> {
  const [row] = await tx.query<SessionRef>(
    `SELECT s.id, a.title, s.starts_at AS "startsAt", s.ends_at AS "endsAt"
     FROM session s JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
     WHERE s.community_id = $1 AND s.starts_at <= $4 AND s.ends_at > $4 AND s.cancelled_at IS NULL AND s.closed_at IS NULL
       AND (s.leader_id = $2 OR EXISTS (
         SELECT 1 FROM place p WHERE p.community_id = s.community_id AND p.session_id = s.id AND p.attendee_id = ANY($3)
           AND p.cancelled_at IS NULL AND p.checked_in_at IS NOT NULL AND p.checked_out_at IS NULL))
     ORDER BY s.ends_at, s.id LIMIT 1`,
    [communityId, residentId, people, now],
  )
  return row ?? null
}

interface OfSlot {
  slotId: string
  title: string
  startsAt: Instant
}
/** What people hold, wait for and applied for in sessions that have not begun, the soonest first. */
export interface Stakes {
  bookings: (OfSlot & {
    id: string
    sessionId: string
    source: BookingSource
    createdAt: Instant
    attendees: string[]
  })[]
  waiting: (OfSlot & { id: string; offered: boolean })[]
  applications: (OfSlot & { id: string; points: number; frozen: boolean })[]
}

export async function readStakes(
  tx: Transaction,
  communityId: string,
  people: string[],
  now: Instant,
): Promise<Stakes> {
  const asked = [communityId, people, now]
  const bookings = await tx.query<Stakes['bookings'][number]>(
    `SELECT p.booking_id AS id, p.slot_id AS "slotId", p.session_id AS "sessionId", a.title, p.starts_at AS "startsAt",
            b.source, b.created_at AS "createdAt", array_agg(p.attendee_id ORDER BY p.attendee_id) AS attendees
     FROM place p
     JOIN booking b ON b.community_id = p.community_id AND b.id = p.booking_id
     JOIN activity a ON a.community_id = p.community_id AND a.id = p.activity_id
     WHERE p.community_id = $1 AND p.attendee_id = ANY($2) AND p.starts_at > $3 AND p.cancelled_at IS NULL
     GROUP BY p.booking_id, p.slot_id, p.session_id, a.title, p.starts_at, b.source, b.created_at
     ORDER BY p.starts_at, p.booking_id`,
    asked,
  )
  const waiting = await tx.query<Stakes['waiting'][number]>(
    `SELECT w.id, w.slot_id AS "slotId", a.title, s.starts_at AS "startsAt",
            EXISTS (SELECT 1 FROM waitlist_offer o WHERE o.community_id = w.community_id AND o.entry_id = w.id
                    AND o.ended_at IS NULL AND o.expires_at > $3) AS offered
     FROM waitlist_entry w
     JOIN session s ON s.community_id = w.community_id AND s.id = w.session_id
     JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
     WHERE w.community_id = $1 AND w.ended_at IS NULL AND s.starts_at > $3 AND EXISTS (
       SELECT 1 FROM waitlist_attendee p
       WHERE p.community_id = w.community_id AND p.entry_id = w.id AND p.attendee_id = ANY($2))
     ORDER BY s.starts_at, w.id`,
    asked,
  )
  const applications = await tx.query<Stakes['applications'][number]>(
    `SELECT d.id, d.slot_id AS "slotId", a.title, s.starts_at AS "startsAt", d.points, w.frozen_at IS NOT NULL AS frozen
     FROM draw_application d
     JOIN draw w ON w.community_id = d.community_id AND w.slot_id = d.slot_id
     JOIN slot l ON l.community_id = d.community_id AND l.id = d.slot_id
     JOIN session s ON s.community_id = l.community_id AND s.id = l.session_id
     JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
     WHERE d.community_id = $1 AND d.withdrawn_at IS NULL AND l.drawn_at IS NULL AND s.cancelled_at IS NULL
       AND s.starts_at > $3 AND EXISTS (
         SELECT 1 FROM draw_attendee p
         WHERE p.community_id = d.community_id AND p.application_id = d.id AND p.attendee_id = ANY($2))
     ORDER BY s.starts_at, d.id`,
    asked,
  )
  return { bookings, waiting, applications }
}

export async function countRecords(
  tx: Transaction,
  communityId: string,
  residentId: string,
): Promise<number> {
  const [row] = await tx.query<{ records: number }>(
    'SELECT count(*) AS records FROM service_record WHERE community_id = $1 AND resident_id = $2',
    [communityId, residentId],
  )
  return row?.records ?? 0
}

/** What is still to come and was asked for by one goes over to another of the household, who then hears of it. */
export async function passOnAsked(
  tx: Transaction,
  communityId: string,
  { from, to, now }: { from: string; to: string; now: Instant },
): Promise<void> {
  await tx.query(
    `UPDATE booking b SET booked_by = $3 WHERE b.community_id = $1 AND b.booked_by = $2 AND EXISTS (
       SELECT 1 FROM place p WHERE p.community_id = b.community_id AND p.booking_id = b.id AND p.ends_at > $4
         AND p.cancelled_at IS NULL AND p.attendee_id <> $2)`,
    [communityId, from, to, now],
  )
  await tx.query(
    'UPDATE waitlist_entry SET joined_by = $3 WHERE community_id = $1 AND joined_by = $2 AND ended_at IS NULL',
    [communityId, from, to],
  )
  await tx.query(
    `UPDATE draw_application d SET applied_by = $3 FROM slot l
     WHERE d.community_id = $1 AND d.applied_by = $2 AND d.withdrawn_at IS NULL
       AND l.community_id = d.community_id AND l.id = d.slot_id AND l.drawn_at IS NULL`,
    [communityId, from, to],
  )
}

/** Who published the call of a session. */
export async function findPublisher(
  tx: Transaction,
  communityId: string,
  sessionId: string,
): Promise<string | null> {
  const [row] = await tx.query<{ publishedBy: string }>(
    `SELECT c.published_by AS "publishedBy" FROM session s
     JOIN recruitment_call c ON c.community_id = s.community_id AND c.id = s.call_id
     WHERE s.community_id = $1 AND s.id = $2`,
    [communityId, sessionId],
  )
  return row?.publishedBy ?? null
}

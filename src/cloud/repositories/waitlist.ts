import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import type { Offer } from './offer'
import { GIVEN_LATE, type GivenLate } from './place'

/** A party that waits for places in a slot. */
export interface WaitingParty {
  id: string
  householdId: string
  joinedBy: string
  usePoints: boolean
  joinedAt: Instant
  turn: number
  attendees: string[]
  /** what it has been offered and has not answered yet */
  offer: Offer | null
}

const WAITING = `
     SELECT w.id, w.household_id AS "householdId", w.joined_by AS "joinedBy", w.use_points AS "usePoints",
            w.joined_at AS "joinedAt", w.turn,
            CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'expiresAt', o.expires_at,
                                                              'places', o.places, 'price', o.price) END AS offer,
            ARRAY(SELECT attendee_id FROM waitlist_attendee p WHERE p.community_id = w.community_id
                  AND p.entry_id = w.id ORDER BY attendee_id) AS attendees
     FROM waitlist_entry w
     LEFT JOIN waitlist_offer o ON o.community_id = w.community_id AND o.entry_id = w.id AND o.ended_at IS NULL
     WHERE w.community_id = $1 AND w.slot_id = $2 AND w.ended_at IS NULL
     ORDER BY w.turn`

/** In the order of joining; read under the slot's lock. */
export function listWaiting(tx: Transaction, communityId: string, slotId: string): Promise<WaitingParty[]> {
  return tx.query<WaitingParty>(WAITING, [communityId, slotId])
}

const LINE = `
  SELECT (SELECT json_agg(it) FROM (${WAITING}) AS it) AS waiting,
         (SELECT json_agg(it) FROM (${GIVEN_LATE}) AS it) AS "givenLate"`

/** Who waits for a slot, and what was given back late there; after the slot's lock, in one statement. */
export async function readLine(
  tx: Transaction,
  communityId: string,
  slotId: string,
): Promise<{ waiting: WaitingParty[]; givenLate: GivenLate[] }> {
  const [row] = await tx.query<{ waiting: WaitingParty[] | null; givenLate: GivenLate[] | null }>(LINE, [
    communityId,
    slotId,
  ])
  return { waiting: row?.waiting ?? [], givenLate: row?.givenLate ?? [] }
}

export interface NewEntry {
  id: string
  householdId: string
  joinedBy: string
  usePoints: boolean
  attendees: { id: string; kind: 'resident' | 'child' }[]
}

const TURN = {
  last: 'e.place + (SELECT coalesce(max(turn), 0) FROM waitlist_entry WHERE community_id = $1 AND slot_id = $2)',
  first: `e.place - 1 - cardinality($5::text[]) + (SELECT coalesce(min(turn), 1) FROM waitlist_entry
          WHERE community_id = $1 AND slot_id = $2)`,
}

/** Puts parties at one end of a locked slot's line, in the given order. */
export async function insertEntries(
  tx: Transaction,
  communityId: string,
  { session, slot, now }: { session: { id: string }; slot: { id: string }; now: Instant },
  entries: NewEntry[],
  end: 'first' | 'last' = 'last',
): Promise<void> {
  if (entries.length === 0) return
  const people = entries.flatMap(({ id, attendees }) => attendees.map((it) => ({ ...it, entryId: id })))
  await Promise.all([
    tx.query(
      `INSERT INTO waitlist_entry (community_id, slot_id, session_id, joined_at, turn, id, household_id, joined_by, use_points)
       SELECT $1, $2, $3, $4::bigint, ${TURN[end]}, e.id, e.household, e.joiner, e.pays
       FROM unnest($5::text[], $6::text[], $7::text[], $8::boolean[])
            WITH ORDINALITY AS e (id, household, joiner, pays, place)`,
      [
        ...[communityId, slot.id, session.id, now],
        entries.map((it) => it.id),
        entries.map((it) => it.householdId),
        entries.map((it) => it.joinedBy),
        entries.map((it) => it.usePoints),
      ],
    ),
    tx.query(
      `INSERT INTO waitlist_attendee (community_id, entry_id, attendee_id, attendee_kind)
       SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[])`,
      [communityId, people.map((it) => it.entryId), people.map((it) => it.id), people.map((it) => it.kind)],
    ),
  ])
}

/** Takes some of a waiting party out of it; at least one stays. */
export async function dropAttendees(
  tx: Transaction,
  communityId: string,
  dropped: { entryId: string; attendeeId: string }[],
): Promise<void> {
  if (dropped.length === 0) return
  await tx.query(
    `DELETE FROM waitlist_attendee WHERE community_id = $1
     AND (entry_id, attendee_id) IN (SELECT * FROM unnest($2::text[], $3::text[]))`,
    [communityId, dropped.map((it) => it.entryId), dropped.map((it) => it.attendeeId)],
  )
}

export interface EndedEntry {
  id: string
  endedBy: 'booked' | 'left' | 'lapsed' | 'cancelled'
}

export async function endEntries(
  tx: Transaction,
  communityId: string,
  ended: EndedEntry[],
  now: Instant,
): Promise<void> {
  if (ended.length === 0) return
  await tx.query(
    `UPDATE waitlist_entry w SET ended_at = $2, ended_by = e.by FROM unnest($3::text[], $4::text[]) AS e (id, by)
     WHERE w.community_id = $1 AND w.id = e.id`,
    [communityId, now, ended.map((it) => it.id), ended.map((it) => it.endedBy)],
  )
}

export async function saveUsePoints(
  tx: Transaction,
  communityId: string,
  id: string,
  usePoints: boolean,
): Promise<void> {
  await tx.query('UPDATE waitlist_entry SET use_points = $3 WHERE community_id = $1 AND id = $2', [
    communityId,
    id,
    usePoints,
  ])
}

/** A party that waits, or that waited once. */
export type EntryRow = Pick<WaitingParty, 'id' | 'householdId' | 'joinedBy' | 'attendees'> & {
  slotId: string
}

const ENTRY = `
  SELECT w.id, w.slot_id AS "slotId", w.household_id AS "householdId", w.joined_by AS "joinedBy",
         ARRAY(SELECT attendee_id FROM waitlist_attendee p WHERE p.community_id = w.community_id
               AND p.entry_id = w.id ORDER BY attendee_id) AS attendees
  FROM waitlist_entry w`

/** Where an entry or an offer leads: its slot and its household never change. */
export async function findEntry(
  tx: Transaction,
  communityId: string,
  by: { entryId: string } | { offerId: string },
): Promise<EntryRow | null> {
  const [row] = await tx.query<EntryRow>(
    'entryId' in by
      ? `${ENTRY} WHERE w.community_id = $1 AND w.id = $2`
      : `${ENTRY} JOIN waitlist_offer o ON o.community_id = w.community_id AND o.entry_id = w.id
         WHERE w.community_id = $1 AND o.id = $2`,
    [communityId, 'entryId' in by ? by.entryId : by.offerId],
  )
  return row ?? null
}

/** A waiting party as its household sees it. */
export interface WaitingView {
  id: string
  slotId: string
  slotTitle: string
  slotKind: 'seat' | 'post'
  sessionId: string
  usePoints: boolean
  ahead: number
  payingAhead: number
  offer: { id: string; until: Instant; price: number | null } | null
  attendees: { id: string; name: string }[]
}

/** @param sessionId only of this session; null: of every session that has not started */
export async function listOwnWaiting(
  tx: Transaction,
  communityId: string,
  householdId: string,
  sessionId: string | null,
  now: Instant,
): Promise<WaitingView[]> {
  const rows = await tx.query<Omit<WaitingView, 'attendees'> & { ids: string[]; names: (string | null)[] }>(
    `SELECT w.id, w.slot_id AS "slotId", sl.title AS "slotTitle", sl.kind AS "slotKind", w.session_id AS "sessionId",
            w.use_points AS "usePoints",
            CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'until', o.expires_at, 'price', o.price)
            END AS offer,
            line.ahead, line."payingAhead",
            array_agg(p.attendee_id ORDER BY p.attendee_id) AS ids,
            array_agg(coalesce(r.name, c.nickname) ORDER BY p.attendee_id) AS names
     FROM waitlist_entry w
     JOIN slot sl ON sl.community_id = w.community_id AND sl.id = w.slot_id
     JOIN session s ON s.community_id = w.community_id AND s.id = w.session_id
     JOIN waitlist_attendee p ON p.community_id = w.community_id AND p.entry_id = w.id
     LEFT JOIN resident r ON r.community_id = p.community_id AND r.id = p.attendee_id AND p.attendee_kind = 'resident'
     LEFT JOIN child c ON c.community_id = p.community_id AND c.id = p.attendee_id AND p.attendee_kind = 'child'
     LEFT JOIN waitlist_offer o ON o.community_id = w.community_id AND o.entry_id = w.id AND o.ended_at IS NULL
                               AND o.expires_at > $4
     CROSS JOIN LATERAL (
       SELECT count(*) AS ahead, count(*) FILTER (WHERE e.use_points) AS "payingAhead" FROM waitlist_entry e
       WHERE e.community_id = w.community_id AND e.slot_id = w.slot_id AND e.ended_at IS NULL AND e.turn < w.turn) AS line
     WHERE w.community_id = $1 AND w.household_id = $2 AND w.ended_at IS NULL AND s.starts_at > $4
       AND ($3::text IS NULL OR w.session_id = $3)
     GROUP BY w.community_id, w.id, w.slot_id, sl.title, sl.kind, w.session_id, w.use_points, w.turn, o.id,
              o.expires_at, o.price, s.starts_at, line.ahead, line."payingAhead"
     ORDER BY s.starts_at, w.id`,
    [communityId, householdId, sessionId, now],
  )
  return rows.map(({ ids, names, ...view }) => ({
    ...view,
    attendees: ids.map((id, index) => ({ id, name: names[index] ?? '' })),
  }))
}

/** Slots where an offer is over, or where somebody waits while a place is free in a session to come; the soonest first. */
export async function listSlotsToSettle(
  tx: Transaction,
  communityId: string,
  now: Instant,
): Promise<string[]> {
  const rows = await tx.query<{ slotId: string }>(
    `SELECT w.slot_id AS "slotId"
     FROM waitlist_entry w
     JOIN slot sl ON sl.community_id = w.community_id AND sl.id = w.slot_id
     JOIN session s ON s.community_id = w.community_id AND s.id = w.session_id
     LEFT JOIN waitlist_offer o ON o.community_id = w.community_id AND o.entry_id = w.id AND o.ended_at IS NULL
     WHERE w.community_id = $1 AND w.ended_at IS NULL
       AND ((s.starts_at > $2 AND sl.held < sl.capacity) OR o.expires_at <= $2)
     GROUP BY w.slot_id, s.starts_at ORDER BY s.starts_at, w.slot_id`,
    [communityId, now],
  )
  return rows.map((row) => row.slotId)
}

/** Nobody waits for a session that has begun; an offer that was open then lapses with its slot's lock. */
export async function endStaleEntries(tx: Transaction, communityId: string, now: Instant): Promise<void> {
  // Whoever gave a place back just before may be offering it still, unseen until that is committed.
  await tx.query(
    `SELECT FROM slot l WHERE l.community_id = $1 AND l.id IN (
       SELECT w.slot_id FROM waitlist_entry w
       JOIN session s ON s.community_id = w.community_id AND s.id = w.session_id
       WHERE w.community_id = $1 AND w.ended_at IS NULL AND s.starts_at <= $2)
     ORDER BY l.id FOR UPDATE`,
    [communityId, now],
  )
  await tx.query(
    `UPDATE waitlist_entry w SET ended_at = $2, ended_by = 'lapsed'
     FROM session s
     WHERE w.community_id = $1 AND w.ended_at IS NULL AND s.community_id = w.community_id AND s.id = w.session_id
       AND s.starts_at <= $2
       AND NOT EXISTS (SELECT 1 FROM waitlist_offer o WHERE o.community_id = w.community_id AND o.entry_id = w.id
                       AND o.ended_at IS NULL)`,
    [communityId, now],
  )
}

import type { Instant } from '@/domain/time'
import type { Stage } from './stage'

interface PlaceRow {
  slotId: string
  bookingId: string
  householdId: string
  attendeeId: string
  paid: number
  inWindow: boolean
  source: string
  held: boolean
  missed: boolean
  absent: boolean
}

interface EntryRow {
  id: string
  slotId: string
  householdId: string
  attendees: string[]
  usePoints: boolean
  offer: { id: string; price: number | null; expiresAt: Instant } | null
}

/** What the database holds of a community, in plain SQL. */
export interface Rows {
  slots: { id: string; capacity: number; held: number; heldByWindow: number; version: number }[]
  places: PlaceRow[]
  /** in the order of joining */
  line: EntryRow[]
  points: { householdId: string; canPay: number }[]
}

export function readRows({ linli, communityId }: Stage): Promise<Rows> {
  return linli.database.transaction(async (tx) => {
    const [slots, places, line, points] = await Promise.all([
      tx.query<Rows['slots'][number]>(SLOTS, [communityId]),
      tx.query<PlaceRow>(PLACES, [communityId]),
      tx.query<EntryRow>(LINE, [communityId]),
      tx.query<Rows['points'][number]>(POINTS, [communityId, linli.clock.now]),
    ])
    return { slots, places, line, points }
  })
}

const SLOTS = `
  SELECT sl.id, sl.capacity, sl.held, sl.held_by_window AS "heldByWindow", s.version
  FROM slot sl JOIN session s ON s.community_id = sl.community_id AND s.id = sl.session_id
  WHERE sl.community_id = $1`

const PLACES = `
  SELECT p.slot_id AS "slotId", p.booking_id AS "bookingId", p.household_id AS "householdId",
         p.attendee_id AS "attendeeId", p.paid, p.in_window AS "inWindow", b.source, p.cancelled_at IS NULL AS held,
         coalesce(p.cancelled_late, false) AND p.retaken_at IS NULL AS missed,
         coalesce(p.outcome = 'absent', false) AS absent
  FROM place p JOIN booking b ON b.community_id = p.community_id AND b.id = p.booking_id
  WHERE p.community_id = $1 ORDER BY p.attendee_id`

const LINE = `
  SELECT w.id, w.slot_id AS "slotId", w.household_id AS "householdId", w.use_points AS "usePoints",
         ARRAY(SELECT attendee_id FROM waitlist_attendee a WHERE a.community_id = w.community_id
               AND a.entry_id = w.id ORDER BY attendee_id) AS attendees,
         CASE WHEN o.id IS NOT NULL
           THEN json_build_object('id', o.id, 'price', o.price, 'expiresAt', o.expires_at) END AS offer
  FROM waitlist_entry w
  LEFT JOIN waitlist_offer o ON o.community_id = w.community_id AND o.entry_id = w.id AND o.ended_at IS NULL
  WHERE w.community_id = $1 AND w.ended_at IS NULL ORDER BY w.slot_id, w.turn`

const POINTS = `
  SELECT e.account_id AS "householdId",
         sum(e.amount - coalesce((SELECT sum(a.amount) FROM points_allocation a
           WHERE a.community_id = e.community_id AND a.account_id = e.account_id AND a.lot_seq = e.seq), 0))::int AS "canPay"
  FROM points_entry e
  WHERE e.community_id = $1 AND e.seq IS NOT NULL AND e.amount > 0 AND e.expires_at > $2
  GROUP BY e.account_id`

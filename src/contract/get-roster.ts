import * as v from 'valibot'
import {
  checkInMethod,
  checkOutMethod,
  communityId,
  count,
  evaluation,
  instant,
  rowId,
  sessionId,
} from './fields'
import { sessionRef } from './session-view'

export const rosterRow = v.object({
  bookingId: rowId,
  attendeeId: rowId,
  kind: v.picklist(['resident', 'child']),
  /** masked until revealed; empty: gave none */
  name: v.string(),
  checkedInAt: v.nullable(instant),
  checkInMethod: v.nullable(checkInMethod),
  checkedOutAt: v.nullable(instant),
  checkOutMethod: v.nullable(checkOutMethod),
  outcome: v.nullable(v.picklist(['present', 'absent'])),
  /** hours are confirmed for it, and it may be evaluated */
  served: v.boolean(),
  evaluation: v.nullable(evaluation),
  /** in books that were opened again, since they were last closed */
  decidedAnew: v.boolean(),
  /** of the asking cadre: somebody else has to confirm it */
  ownHousehold: v.boolean(),
})
/** Somebody who waited, has a place or an offer now, and has not read it: to be rung up. */
export const callee = v.object({
  noticeId: rowId,
  residentId: rowId,
  /** masked until revealed; empty: gave none */
  name: v.string(),
  kind: v.picklist(['waitlist_offer', 'booked_from_waitlist']),
  /** an offer: until when it stands; a booked place: until when giving it back is free */
  until: instant,
  gridName: v.nullable(v.string()),
  building: v.nullable(v.string()),
  /** masked: revealPhone gives it; null: left none */
  phone: v.nullable(v.string()),
})
/** A party that waits for places of one slot, in its turn. */
export const waitingRow = v.object({
  entryId: rowId,
  /** masked until revealed; an empty name: gave none */
  people: v.array(v.object({ attendeeId: rowId, name: v.string() })),
  /** it has an offer, which stands until then; null: its turn has not come */
  offeredUntil: v.nullable(instant),
})
export const roster = v.object({
  session: v.object({
    ...sessionRef.entries,
    callId: rowId,
    place: v.string(),
    /** grows with every change */
    version: count,
    cancelledAt: v.nullable(instant),
    checkInOpensAt: instant,
    closedAt: v.nullable(instant),
    /** its closed books were opened again; null: never */
    reopenedAt: v.nullable(instant),
  }),
  revealed: v.boolean(),
  /** until when the roll call that was begun keeps the names open to who asks; null: none was */
  namesUntil: v.nullable(instant),
  /** who asks is here as its leader, no cadre: neither closes the books nor changes anything */
  leads: v.boolean(),
  /** masked like the others; null: nobody leads it */
  leader: v.nullable(v.object({ id: rowId, name: v.string() })),
  /** the most urgent first */
  toCall: v.array(callee),
  slots: v.array(
    v.object({
      id: rowId,
      kind: v.picklist(['seat', 'post']),
      title: v.string(),
      capacity: count,
      points: count,
      rows: v.array(rosterRow),
      waitlist: count,
      /** of those who wait, the next ones */
      waiting: v.array(waitingRow),
      /** its places are still to be drawn; null: they are not, or have been */
      draw: v.nullable(
        v.object({
          drawAt: instant,
          applications: count,
          frozenAt: v.nullable(instant),
          wantsNumber: v.boolean(),
        }),
      ),
    }),
  ),
  /** who came without being registered */
  walkIns: count,
})
export type Roster = v.InferOutput<typeof roster>
export type WaitingRow = v.InferOutput<typeof waitingRow>
export type RosterRow = v.InferOutput<typeof rosterRow>

export const request = v.strictObject({ communityId, sessionId })
export const response = roster

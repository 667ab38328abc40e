import * as v from 'valibot'
import { activityKind, communityId, count, instant, rowId, sessionId, shareId, skill } from './fields'
import { sessionRef, slotTerms } from './session-view'

/** How the places of one session fill. */
export const request = v.strictObject({ communityId, sessionId })

const slotFill = v.variant('is', [
  v.object({ is: v.literal('closed'), from: instant }),
  v.object({ is: v.literal('full'), after: v.nullable(count) }),
  v.object({ is: v.literal('filling'), lack: count }),
  v.object({ is: v.literal('stuck'), lack: count }),
  v.object({ is: v.literal('over'), lack: count }),
])

export const fillSlotView = v.object({
  id: rowId,
  kind: v.picklist(['seat', 'post']),
  title: v.string(),
  capacity: count,
  held: count,
  opensAt: slotTerms.entries.opensAt,
  drawAt: slotTerms.entries.drawAt,
  drawnAt: slotTerms.entries.drawnAt,
  skill: v.nullable(skill),
  /** parties that wait */
  waitlist: count,
  fill: slotFill,
  wave: v.object({
    /** how many residents a second wave would tell now; null: none may be sent */
    reach: v.nullable(count),
    /** null: none was sent yet */
    last: v.nullable(v.object({ sentAt: instant, told: count })),
  }),
})
export type FillSlotView = v.InferOutput<typeof fillSlotView>

export const response = v.object({
  session: v.object({
    ...sessionRef.entries,
    activityKind,
    place: v.string(),
    cancelledAt: v.nullable(instant),
  }),
  /** when people first heard of it: the first share, or else the publication; that too when somebody came before it was shared */
  heardAt: instant,
  /** from when the first of its places could be taken; minute 0 of the curve */
  from: instant,
  /** places taken from that minute on; empty: none could be taken yet */
  curve: v.array(v.object({ minute: count, taken: count })),
  slots: v.array(fillSlotView),
  /** what each share brought, the most first; who came otherwise is in `otherPlaces` */
  shares: v.array(
    v.object({
      id: shareId,
      /** null: the cadre gave none */
      group: v.nullable(v.string()),
      sharedAt: instant,
      opens: count,
      /** places still held of those booked by it */
      places: count,
    }),
  ),
  otherPlaces: count,
  /** chat groups that shares went to lately, in this community */
  groups: v.array(v.string()),
})
export type FillBoard = v.InferOutput<typeof response>

import * as v from 'valibot'
import { communityId, rowId, sessionId, text } from './fields'
import { sessionRef } from './session-view'

/** The sheet to be printed, with names: a reveal, logged with its reason. */
export const request = v.strictObject({ communityId, sessionId, why: text(100) })
export const response = v.object({
  session: v.object({ ...sessionRef.entries, place: v.string() }),
  slots: v.array(
    v.object({
      id: rowId,
      title: v.string(),
      rows: v.array(
        v.object({
          attendeeId: rowId,
          kind: v.picklist(['resident', 'child']),
          /** empty: gave none */
          name: v.string(),
          /** five digits, to be typed afterwards if this person came */
          code: v.string(),
        }),
      ),
    }),
  ),
})

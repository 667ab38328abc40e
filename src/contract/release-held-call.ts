import * as v from 'valibot'
import { communityId, rowId, sessionId } from './fields'
import { heldState } from './publish-call'

/** An admin has read it and publishes it. */
export const request = v.strictObject({ communityId, heldId: rowId })
export const response = v.object({
  sessionIds: v.array(sessionId),
  /** null: it is published */
  held: v.nullable(v.object({ id: rowId, state: heldState })),
})

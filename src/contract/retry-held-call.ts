import * as v from 'valibot'
import { communityId, rowId, sessionId } from './fields'
import { heldState } from './publish-call'

/** Asks the platform again, at once. */
export const request = v.strictObject({ communityId, heldId: rowId })
export const response = v.object({
  sessionIds: v.array(sessionId),
  /** null: it is published */
  held: v.nullable(v.object({ id: rowId, state: heldState })),
})

import * as v from 'valibot'
import { DRAW_POINTS } from '@/domain/draw-chance'
import { communityId, party, rowId } from './fields'
import { sessionView } from './session-view'

/** One application a household, until the draw. A visitor joins the community with it. */
export const request = v.strictObject({
  communityId,
  slotId: rowId,
  party,
  /** ready to pay, for the whole party, if drawn in the weighted part */
  points: v.picklist(DRAW_POINTS, `must be one of ${DRAW_POINTS.join(', ')}`),
})
export const response = v.object({ applicationId: rowId, session: sessionView })

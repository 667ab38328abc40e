import * as v from 'valibot'
import { communityId, count, rowId, sessionId } from './fields'

/** Most codes at once. */
export const MOST_CODES = 200

/** Who came, by the codes of the printed sheet. `dryRun`: only says who they are. */
export const request = v.strictObject({
  communityId,
  sessionId,
  codes: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^[0-9]{1,20}$/, 'must be digits'))),
    v.minLength(1, 'must name somebody'),
    v.maxLength(MOST_CODES, `must be at most ${MOST_CODES}`),
  ),
  dryRun: v.optional(v.boolean(), false),
})
export const paperRow = v.object({
  code: v.string(),
  /**
   * `found`: is marked, or would be. `here`: was there already. `gone`: has given the place back.
   * `own`: of the cadre's household. `decided`: the books are closed on it. `unknown`: a typo, or of another sheet.
   */
  is: v.picklist(['found', 'here', 'gone', 'own', 'decided', 'unknown']),
  attendeeId: v.nullable(rowId),
  /** masked */
  name: v.string(),
  slotTitle: v.string(),
})
export type PaperRow = v.InferOutput<typeof paperRow>
export const response = v.object({ rows: v.array(paperRow), marked: count })

import * as v from 'valibot'
import { DISPUTE_CAUSES, DISPUTE_STATES, KEEP_CAUSES, MOST_SAID } from '@/domain/dispute'
import { instant, optionalText, rowId } from './fields'

/** A sentence beside a cause. */
export const said = optionalText(MOST_SAID)

export const disputeCause = v.picklist(DISPUTE_CAUSES)
export const keepCause = v.picklist(KEEP_CAUSES)

/** What a household says of an entry, and what came of it. */
export const disputeView = v.object({
  id: rowId,
  state: v.picklist(DISPUTE_STATES),
  cause: disputeCause,
  /** in the resident's own words; may be empty */
  note: v.string(),
  createdAt: instant,
  /** answered or withdrawn; null: open */
  endedAt: v.nullable(instant),
  /** why it stays as it is; null: it does not, or is open */
  keepCause: v.nullable(keepCause),
  /** in the cadre's own words; may be empty */
  answerNote: v.string(),
})
export type DisputeView = v.InferOutput<typeof disputeView>

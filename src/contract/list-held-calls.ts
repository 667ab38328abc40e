import * as v from 'valibot'
import { CONTENT_LABELS } from '@/domain/content-check'
import { communityId, instant, rowId } from './fields'
import { activityDraft, heldState, slotDraft } from './publish-call'

export const MOST_HELD = 20

export const contentLabel = v.picklist(CONTENT_LABELS)
/** A call as a cadre wrote it. */
export const writtenCall = v.object({
  activity: activityDraft,
  teamIds: v.optional(v.array(rowId)),
  gridId: v.optional(rowId),
  sessions: v.array(v.object({ startsAt: instant, endsAt: instant })),
  slots: v.array(
    v.object({
      ...slotDraft.entries,
      priorityOpensAt: v.nullable(instant),
      opensAt: v.nullable(instant),
      drawAt: v.nullable(instant),
    }),
  ),
})

export const heldCall = v.object({
  id: rowId,
  state: heldState,
  /** what the platform finds in it; null: nothing was said */
  label: v.nullable(contentLabel),
  /** null: not asked again by itself */
  nextTryAt: v.nullable(instant),
  createdAt: instant,
  /** written by the asking cadre */
  own: v.boolean(),
  draft: writtenCall,
})
export type HeldCallView = v.InferOutput<typeof heldCall>

/** For a cadre: calls whose texts still have to be checked, latest first. */
export const request = v.strictObject({ communityId })
export const response = v.object({ calls: v.array(heldCall) })

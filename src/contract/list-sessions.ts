import * as v from 'valibot'
import { MOST_SEARCHED } from '@/domain/activity'
import { PARTS_OF_DAY } from '@/domain/time'
import { feedItem } from './feed-item'
import {
  activityKind,
  ageBand,
  communityId,
  cursor,
  instantInput,
  nextCursor,
  optionalText,
  rowId,
  skill,
} from './fields'

/** Sessions that have not ended, soonest first: those that meet every condition that is given. */
export const request = v.strictObject({
  communityId,
  cursor: v.optional(cursor),
  activityKind: v.optional(activityKind),
  slotKind: v.optional(v.picklist(['seat', 'post'])),
  gridId: v.optional(rowId),
  /** starts at or after, and before */
  from: v.optional(instantInput),
  until: v.optional(instantInput),
  partOfDay: v.optional(v.picklist(PARTS_OF_DAY)),
  /** a post that asks for it */
  skill: v.optional(skill),
  /** a seat for children of that age, or of any */
  ageBand: v.optional(ageBand),
  /** in its title or place */
  words: v.optional(optionalText(MOST_SEARCHED)),
})
export const response = v.object({ sessions: v.array(feedItem), nextCursor })

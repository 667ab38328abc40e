import * as v from 'valibot'
import { activityKind, ageBand, count, cover, instant, rowId, sessionId } from './fields'

/** A session in a list: enough for a row, without the household's own facts. */
export const feedItem = v.object({
  id: sessionId,
  title: v.string(),
  activityKind,
  cover,
  place: v.string(),
  startsAt: instant,
  endsAt: instant,
  slots: v.array(
    v.object({
      id: rowId,
      kind: v.picklist(['seat', 'post']),
      title: v.string(),
      capacity: count,
      held: count,
      ageBand: v.nullable(ageBand),
      points: count,
      price: v.nullable(count),
      share: count,
      priorityOpensAt: v.nullable(instant),
      opensAt: instant,
      /** its places are drawn then; null: they are not, or have been */
      drawAt: v.nullable(instant),
    }),
  ),
  /** somebody of this household holds a place */
  mine: v.boolean(),
})
export type FeedItem = v.InferOutput<typeof feedItem>

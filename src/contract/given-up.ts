import * as v from 'valibot'
import { count, instant, sessionId } from './fields'

/** Something to come that ends for somebody: a place, a wait, or an application for a draw. */
export const givenUp = v.object({
  kind: v.picklist(['booked', 'waiting', 'applied']),
  sessionId,
  title: v.string(),
  startsAt: instant,
  /** that come back to the household */
  points: count,
  /** too late to be free: what was paid is kept, as with any late cancel */
  late: v.boolean(),
})
export type GivenUp = v.InferOutput<typeof givenUp>

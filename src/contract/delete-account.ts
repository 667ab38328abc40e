import * as v from 'valibot'
import { communityId, count, instant } from './fields'

/** The asking resident leaves the community for good; a dry run only tells what would happen. */
export const request = v.strictObject({ communityId, dryRun: v.boolean() })

const ofSession = { title: v.string(), startsAt: instant }
export const response = v.object({
  /** given back, the soonest first; `late`: not free of charge any more */
  bookings: v.array(v.object({ ...ofSession, places: count, late: v.boolean() })),
  /** left; `offered`: places offered to it go on to the next */
  waiting: v.array(v.object({ ...ofSession, offered: v.boolean() })),
  /** withdrawn; `frozen`: its list stands already, and it is passed over in the draw */
  applications: v.array(v.object({ ...ofSession, frozen: v.boolean() })),
  /** to be led by somebody else */
  leading: v.array(v.object(ofSession)),
  household: v.picklist(['ends', 'goes_on']),
  /** of the household, that go along */
  children: count,
  /** of the household, that are gone with it */
  points: count,
  /** that stay without a name */
  records: count,
})
export type Farewell = v.InferOutput<typeof response>

import * as v from 'valibot'
import { communityId, count, countBetween, rowId, version } from './fields'
import { BOUNDS } from './publish-call'

/**
 * For a cadre, before the session begins. `version`: of the session as the cadre saw it.
 * `keepWindowPlaces`: places had with points stay beyond the share of a smaller capacity, though not beyond
 * the capacity. `dryRun`: only says what it would do.
 */
export const request = v.strictObject({
  communityId,
  slotId: rowId,
  version,
  capacity: countBetween(...BOUNDS.capacity),
  keepWindowPlaces: v.optional(v.boolean(), false),
  dryRun: v.optional(v.boolean(), false),
})
export const response = v.object({
  version: count,
  capacity: count,
  /** who gives places up: counts, not names */
  released: v.object({
    /** bookings; they wait at the head of the line from now on */
    parties: count,
    places: count,
    /** points that go back */
    points: count,
    /** open offers that are taken back */
    offers: count,
  }),
  /** of the window's places that are released or offered no more, those that would stay with `keepWindowPlaces` */
  ofWindow: count,
  /** parties from the waitlist that were given or offered places by it; 0 in a dry run */
  given: count,
})

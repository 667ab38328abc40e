import * as v from 'valibot'
import { communityId, rowId, text } from './fields'
import { response as cancelled } from './cancel-booking'

export const MOST_WHY = 60

/** For a cadre: cancels a booking for the resident who asked for it, by the same rules. */
export const request = v.strictObject({ communityId, bookingId: rowId, why: text(MOST_WHY) })
export const response = cancelled

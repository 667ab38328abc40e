import * as v from 'valibot'
import { communityId } from './fields'

/** The resident's own choice: service from now on counts in hours, and brings the household no points. */
export const request = v.strictObject({ communityId, hoursOnly: v.boolean() })
export const response = v.object({ hoursOnly: v.boolean() })

import * as v from 'valibot'
import { communityId, fileLink } from './fields'

/** All that is kept of the asking resident, as a file: a spreadsheet to read, or JSON to take elsewhere. */
export const request = v.strictObject({ communityId, format: v.picklist(['xlsx', 'json']) })
export const response = fileLink

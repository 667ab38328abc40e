import * as v from 'valibot'
import { communityId, fileFormat, fileLink, year } from './fields'

/** The asking resident's own record of one year, as a file. */
export const request = v.strictObject({ communityId, year, format: fileFormat })
export const response = fileLink

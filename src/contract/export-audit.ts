import * as v from 'valibot'
import { communityId, fileFormat, fileLink } from './fields'
import { auditFilter } from './list-audit'

/** What of the log is looked through, in one file. Audited. */
export const request = v.strictObject({ communityId, ...auditFilter, format: fileFormat })
export const response = fileLink

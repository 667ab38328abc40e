import * as v from 'valibot'
import { fileFormat, fileLink } from './fields'
import { honours } from './list-honours'

/** All three lists of a year or a month in one file. Audited. */
export const request = v.strictObject({ ...honours, format: fileFormat })
export const response = fileLink

import * as v from 'valibot'
import { fileFormat, fileLink } from './fields'
import { request as figures } from './get-figures'

/** A year's figures in one file, with no more in it than is shown. Audited. */
export const request = v.strictObject({ ...figures.entries, format: fileFormat })
export const response = fileLink

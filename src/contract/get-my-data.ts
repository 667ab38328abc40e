import * as v from 'valibot'
import { MY_SECTIONS } from '@/domain/my-data'
import { communityId, count } from './fields'

export const mySection = v.picklist(MY_SECTIONS)

/** What is kept of the asking resident: how much of each kind. */
export const request = v.strictObject({ communityId })
export const response = v.object({
  /** digits, whole: it is their own; null: left none */
  phone: v.nullable(v.string()),
  sections: v.array(v.object({ section: mySection, count })),
})

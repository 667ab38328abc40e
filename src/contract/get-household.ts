import * as v from 'valibot'
import { ageBand, communityId, instant, rowId } from './fields'
import { teamKind } from './list-teams'

export const request = v.strictObject({ communityId })
export const response = v.object({
  residentId: rowId,
  name: v.string(),
  /** confirmed: a cadre has checked that this resident lives here */
  confirmed: v.boolean(),
  /** only guardians add and consent for children */
  guardian: v.boolean(),
  address: v.nullable(v.object({ gridName: v.string(), building: v.string() })),
  grids: v.array(v.object({ id: rowId, name: v.string() })),
  members: v.array(v.object({ id: rowId, name: v.string(), guardian: v.boolean() })),
  children: v.array(v.object({ id: rowId, nickname: v.string(), ageBand, consentedAt: v.nullable(instant) })),
  skills: v.array(v.object({ skill: v.string(), confirmed: v.boolean() })),
  /** of the resident who asks */
  team: v.nullable(v.object({ name: v.string(), kind: teamKind })),
})

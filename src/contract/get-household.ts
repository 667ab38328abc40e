import * as v from 'valibot'
import { ageBand, communityId, familyRole, instant, rowId } from './fields'
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
  members: v.array(
    v.object({
      id: rowId,
      name: v.string(),
      guardian: v.boolean(),
      /** may use the household's points from then on; null: may already */
      pointsFrom: v.nullable(instant),
    }),
  ),
  children: v.array(
    v.object({
      id: rowId,
      nickname: v.string(),
      ageBand,
      /** null: no guardian agreed to the consent text as it is now */
      consentedAt: v.nullable(instant),
      /** set a year ago or longer */
      ageBandOld: v.boolean(),
    }),
  ),
  /** that are out, for guardians alone */
  invitations: v.array(
    v.object({
      id: rowId,
      role: familyRole,
      expiresAt: instant,
      /** waits for a guardian to confirm; null: nobody has accepted yet */
      accepted: v.nullable(v.object({ id: rowId, name: v.string() })),
    }),
  ),
  /** roles the household has room for */
  room: v.array(familyRole),
  skills: v.array(v.object({ skill: v.string(), confirmed: v.boolean() })),
  /** of the resident who asks */
  team: v.nullable(v.object({ name: v.string(), kind: teamKind })),
})

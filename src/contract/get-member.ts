import * as v from 'valibot'
import { communityId, count, instant, role, rowId } from './fields'
import { skillClaim } from './list-unconfirmed'
import { teamKind } from './list-teams'

/** For a cadre: one member's card. */
export const request = v.strictObject({ communityId, residentId: rowId })
export const response = v.object({
  id: rowId,
  name: v.string(),
  role,
  guardian: v.boolean(),
  joinedAt: instant,
  confirmedAt: v.nullable(instant),
  household: v.object({
    gridName: v.nullable(v.string()),
    building: v.nullable(v.string()),
    /** the others */
    residents: v.array(v.object({ id: rowId, name: v.string(), confirmed: v.boolean() })),
    children: count,
  }),
  skills: v.array(skillClaim),
  team: v.nullable(v.object({ name: v.string(), kind: teamKind })),
  /** null: may book */
  suspension: v.nullable(v.object({ until: instant, cause: v.string() })),
  /** of the last twelve months */
  services: v.object({ count, minutes: count }),
  /** no-shows of the household in the last 90 days */
  absences: count,
  upcoming: count,
  /** may the asking cadre suspend this member? */
  suspendable: v.boolean(),
})
export type Member = v.InferOutput<typeof response>

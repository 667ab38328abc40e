import * as v from 'valibot'
import { communityId, count, cursor, instant, nextCursor, role, rowId } from './fields'

export const skillClaim = v.object({ skill: v.string(), confirmed: v.boolean() })

/** Somebody behind a door, as a cadre sees them. */
export const doorResident = v.object({
  id: rowId,
  name: v.string(),
  role,
  confirmed: v.boolean(),
  joinedAt: instant,
  skills: v.array(skillClaim),
  /** of the same name, entered by a cadre without a phone: perhaps the same person; null: nobody */
  double: v.nullable(rowId),
})
/** All who gave one address, household by household; flats are shared, so look, do not refuse. */
export const door = v.object({
  gridName: v.nullable(v.string()),
  building: v.nullable(v.string()),
  households: v.array(v.object({ id: rowId, residents: v.array(doorResident), children: count })),
})
export type Door = v.InferOutput<typeof door>

/** For a cadre: doors behind which somebody waits to be confirmed, or says they have a skill; by grid and building. */
export const request = v.strictObject({ communityId, cursor: v.optional(cursor) })
export const response = v.object({ doors: v.array(door), nextCursor })

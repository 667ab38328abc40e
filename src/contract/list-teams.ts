import * as v from 'valibot'
import { TEAM_KINDS } from '@/domain/team'
import { communityId, count, cursor, nextCursor, rowId } from './fields'

export const teamKind = v.picklist(TEAM_KINDS)
export const team = v.object({ id: rowId, kind: teamKind, name: v.string(), members: count })
export type Team = v.InferOutput<typeof team>

/** The teams of a community, as they were made. `mine`: the team of who asks. */
export const request = v.strictObject({ communityId, cursor: v.optional(cursor) })
export const response = v.object({ teams: v.array(team), mine: v.nullable(rowId), nextCursor })

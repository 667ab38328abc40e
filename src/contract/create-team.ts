import * as v from 'valibot'
import { communityId, rowId, text } from './fields'
import { teamKind } from './list-teams'

export const MOST_TEAM_NAME = 20

export const request = v.strictObject({ communityId, kind: teamKind, name: text(MOST_TEAM_NAME) })
export const response = v.object({ teamId: rowId })

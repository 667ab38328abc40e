import * as v from 'valibot'
import { communityId, rowId } from './fields'

/** The parts of a community, for who looks for something close by. */
export const request = v.strictObject({ communityId })
export const response = v.object({ grids: v.array(v.object({ id: rowId, name: v.string() })) })

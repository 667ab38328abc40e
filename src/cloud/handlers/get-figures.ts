import type { MemberHandler } from '../handler'
import { readFigures } from '../views/figures-view'

export const getFigures: MemberHandler<'getFigures'> = ({ tx, resident, now }, { year }) =>
  readFigures(tx, resident.communityId, year, now)

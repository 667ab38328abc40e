import type { MemberHandler } from '../handler'
import { readTeamHonours } from '../views/honours-view'

export const listTeamHonours: MemberHandler<'listTeamHonours'> = async (
  { tx, resident },
  { year, month, order },
) => ({ teams: await readTeamHonours(tx, resident.communityId, { year, month }, order) })

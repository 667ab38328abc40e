import type { MemberHandler } from '../handler'
import { FIRST, PAGE, paged, positionOf } from '../page'
import { findTeamOf, listTeams as list } from '../repositories/team'

export const listTeams: MemberHandler<'listTeams'> = async ({ tx, resident }, { cursor }) => {
  const { communityId, id } = resident
  const rows = await list(tx, communityId, positionOf(cursor, FIRST), PAGE + 1)
  const { page, nextCursor } = paged(rows, (row) => ({ at: row.createdAt, id: row.id }))
  const teams = page.map(({ createdAt: _, ...team }) => team)
  return { teams, mine: (await findTeamOf(tx, communityId, id))?.id ?? null, nextCursor }
}

import type { MemberHandler } from '../handler'
import { FIRST, LAST, PAGE, paged, positionOf } from '../page'
import { countOpenDisputes, listDisputes as list } from '../repositories/dispute'
import { listDisputedMovements } from '../repositories/disputed-movement'
import { readLines } from '../repositories/statement-line'
import { caseOf } from '../views/dispute-view'

export const listDisputes: MemberHandler<'listDisputes'> = async (
  { tx, resident: cadre },
  { which, cursor },
) => {
  const { communityId } = cadre
  const from = positionOf(cursor, which === 'open' ? FIRST : LAST)
  const rows = await list(tx, communityId, which, from, PAGE + 1)
  const { page, nextCursor } = paged(rows, (row) => ({
    at: which === 'open' ? row.createdAt : (row.endedAt ?? 0),
    id: row.id,
  }))
  const movements = await listDisputedMovements(
    tx,
    communityId,
    page.map((row) => row.movementId),
  )
  const lines = await readLines(tx, communityId, page)
  const disputes = page.flatMap((row, index) => {
    const moved = movements.find((it) => it.movementId === row.movementId)
    const entry = lines[index]
    return moved && entry ? [caseOf(row, { moved, entry, cadre })] : []
  })
  return { disputes, nextCursor, open: await countOpenDisputes(tx, communityId) }
}

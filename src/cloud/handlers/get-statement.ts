import { yearStart } from '@/domain/time'
import { RequestFailure, type MemberHandler } from '../handler'
import { PAGE } from '../page'
import { findHoursOnly } from '../repositories/given-service'
import { findBalance, listMovements, sumMinutes } from '../repositories/statement'
import { readLines } from '../repositories/statement-line'
import { readPoints } from '../views/points-view'

export const getStatement: MemberHandler<'getStatement'> = async ({ tx, resident, now }, { cursor }) => {
  const { communityId, householdId, id } = resident
  const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(cursor)
  if (!Number.isSafeInteger(before))
    throw new RequestFailure('bad_input', 'cursor: not a cursor of this list')
  const rows = await listMovements(tx, communityId, householdId, before, PAGE + 1)
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  const lines = page.map((seq) => ({ accountId: householdId, seq }))
  return {
    ...(await findBalance(tx, communityId, householdId)),
    hoursOnly: await findHoursOnly(tx, communityId, id),
    ...(await readPoints(tx, communityId, householdId, now)),
    minutesThisYear: await sumMinutes(tx, communityId, id, yearStart(now)),
    entries: await readLines(tx, communityId, lines),
    nextCursor: rows.length > PAGE && last !== undefined ? String(last) : null,
  }
}

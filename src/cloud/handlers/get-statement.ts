import { yearStart } from '@/domain/time'
import { RequestFailure, type MemberHandler } from '../handler'
import { PAGE } from '../page'
import { findOwed } from '../repositories/points'
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
  const entries = rows.slice(0, PAGE)
  const last = entries.at(-1)
  const lines = entries.map(({ seq }) => ({ accountId: householdId, seq }))
  return {
    balance: await findBalance(tx, communityId, householdId),
    owed: (await findOwed(tx, communityId, householdId)).owed,
    hoursOnly: await findHoursOnly(tx, communityId, id),
    ...(await readPoints(tx, communityId, householdId, now)),
    minutesThisYear: await sumMinutes(tx, communityId, id, yearStart(now)),
    entries: await readLines(tx, communityId, lines),
    nextCursor: rows.length > PAGE && last ? String(last.seq) : null,
  }
}

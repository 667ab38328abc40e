import { checkHolidays } from '@/domain/holiday'
import { badInput } from '../bad-input'
import { Refused, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { findHolidayYear, saveHolidayYear } from '../repositories/holiday'

export const saveHolidays: MemberHandler<'saveHolidays'> = async (
  { tx, resident: admin, now },
  { year, version: seen, holidays: given },
) => {
  const { communityId } = admin
  const holidays = [...given].sort((a, b) => a.firstAt - b.firstAt)
  const faults = checkHolidays({ year, holidays: given })
  if (faults.length > 0) throw badInput(faults.map(({ path, fault }) => ({ path, message: fault })))
  const version = await saveHolidayYear(tx, communityId, { year, holidays, seen, now })
  if (version === null) {
    const was = await findHolidayYear(tx, communityId, year)
    return new Refused({
      reason: 'holidays_changed',
      version: was?.version ?? 0,
      holidays: was?.holidays ?? [],
    })
  }
  await insertAudit(tx, communityId, {
    ...{ actorId: admin.id, action: 'saveHolidays', sessionId: null, subjectId: null },
    ...{ why: JSON.stringify({ year, holidays }), now },
  })
  return { version }
}

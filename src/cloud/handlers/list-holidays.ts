import { yearOf } from '@/domain/time'
import type { MemberHandler } from '../handler'
import { listHolidayYears } from '../repositories/holiday'

export const listHolidays: MemberHandler<'listHolidays'> = async ({ tx, resident, now }) => ({
  years: await listHolidayYears(tx, resident.communityId, yearOf(now)),
})

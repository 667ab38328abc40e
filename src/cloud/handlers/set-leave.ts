import { leaveOf, withLeave } from '@/domain/resident-leave'
import { badInput } from '../bad-input'
import type { MemberHandler } from '../handler'
import { listLeaves, lockForLeave, saveLeaves } from '../repositories/resident-leave'
import { viewSeries } from '../views/series'

export const setLeave: MemberHandler<'setLeave'> = async ({ tx, resident, now }, days) => {
  const { communityId, id } = resident
  const leave = leaveOf(days, now)
  if (!leave) throw badInput([{ path: 'lastAt', message: 'must be a day from the first one, or today, on' }])
  await lockForLeave(tx, communityId, id)
  const leaves = withLeave(await listLeaves(tx, communityId, id), leave)
  await saveLeaves(tx, communityId, id, leaves, now)
  return viewSeries(tx, resident, leaves, now)
}

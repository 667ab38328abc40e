import { endedLeave } from '@/domain/resident-leave'
import { dayStart } from '@/domain/time'
import { Refused, type MemberHandler } from '../handler'
import { listLeaves, lockForLeave, saveLeaves } from '../repositories/resident-leave'
import { viewSeries } from '../views/series'

export const endLeave: MemberHandler<'endLeave'> = async ({ tx, resident, now }, { firstAt }) => {
  const { communityId, id } = resident
  await lockForLeave(tx, communityId, id)
  const had = await listLeaves(tx, communityId, id)
  const from = dayStart(firstAt)
  if (!had.some((it) => it.from === from && it.until > now)) return new Refused({ reason: 'already_ended' })
  const leaves = endedLeave(had, from, now)
  await saveLeaves(tx, communityId, id, leaves, now)
  return viewSeries(tx, resident, leaves, now)
}

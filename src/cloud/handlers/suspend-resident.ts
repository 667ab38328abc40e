import { maySuspend } from '@/domain/role'
import { DAY } from '@/domain/time'
import { notFound, RequestFailure, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { insertNotices } from '../repositories/notice'
import { findResident, saveSuspension } from '../repositories/resident'

const LONGEST = 366 * DAY

export const suspendResident: MemberHandler<'suspendResident'> = async (
  { tx, resident: cadre, now },
  { residentId, until, why },
) => {
  const { communityId, id: actorId } = cadre
  if (until <= now || until > now + LONGEST) {
    throw new RequestFailure('bad_input', 'until: must be in the future, and within a year')
  }
  const resident = await findResident(tx, communityId, residentId)
  if (!resident) throw notFound('resident')
  if (!maySuspend(cadre, resident)) {
    throw new RequestFailure(
      'forbidden',
      'a cadre suspends residents, an admin colleagues, and nobody themselves',
    )
  }
  await saveSuspension(tx, communityId, residentId, { until, cause: why })
  await insertAudit(tx, communityId, {
    ...{ actorId, action: 'suspendResident', sessionId: null, subjectId: residentId, why, now },
  })
  await insertNotices(tx, communityId, [
    { residentId, kind: 'suspended', sessionId: null, points: null, until, about: why, now },
  ])
  return {}
}

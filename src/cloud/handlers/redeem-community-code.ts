import { Refused, type VisitorHandler } from '../handler'
import { lockCode, redeemCode } from '../repositories/community'
import { findByOpenId, insertResident, makeAdmin } from '../repositories/resident'

export const redeemCommunityCode: VisitorHandler<'redeemCommunityCode'> = async (
  { tx, openId, now },
  payload,
) => {
  const code = await lockCode(tx, payload.code, openId)
  if (!code) return new Refused({ reason: 'code_unknown' })
  const { communityId, communityName } = code
  const known = await findByOpenId(tx, communityId, openId)
  const resident =
    known ??
    (await insertResident(tx, communityId, {
      openId,
      name: payload.name,
      role: 'admin',
      confirmed: true,
      now,
    }))
  if (!code.redeemed) {
    await makeAdmin(tx, communityId, resident.id, now)
    await redeemCode(tx, payload.code, openId, now)
  }
  return { communityId, communityName, residentId: resident.id }
}

import { notFound, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { insertNotices } from '../repositories/notice'
import { confirmSkills, deleteSkill, listSkills } from '../repositories/skill'

export const decideSkill: MemberHandler<'decideSkill'> = async ({ tx, resident: cadre, now }, payload) => {
  const { communityId, id: actorId } = cadre
  const { residentId, skill, confirmed } = payload
  const known = (await listSkills(tx, communityId, residentId)).find((it) => it.skill === skill)
  if (!known) throw notFound('skill of this resident')
  if (confirmed && known.confirmed) return {}
  if (confirmed) await confirmSkills(tx, communityId, residentId, [skill], now)
  else await deleteSkill(tx, communityId, residentId, skill)
  await insertAudit(tx, communityId, {
    ...{ actorId, action: confirmed ? 'confirmSkill' : 'declineSkill', sessionId: null },
    ...{ subjectId: residentId, why: skill, now },
  })
  const kind = confirmed ? 'skill_confirmed' : 'skill_declined'
  await insertNotices(tx, communityId, [
    { residentId, kind, sessionId: null, points: null, until: null, about: skill, now },
  ])
  return {}
}

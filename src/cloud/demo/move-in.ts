import { CONSENT_VERSION } from '@/domain/child'
import { DAY, type Instant } from '@/domain/time'
import { newCommunityCode, newRowId } from '../ids'
import { insertCommunity, insertGrid } from '../repositories/community'
import { insertResident } from '../repositories/resident'
import { COMMUNITY, GRIDS } from './neighbourhood'
import type { Cast, Family, Person } from './people'
import { openIdOf } from './personas'
import type { Stage } from './stage'

const CONFIRMS = 'cadre-2'
const JOINER_MAY_PAY_AFTER = 30 * DAY

/** Founds the community: what no action does is written as a command would write it. */
export async function found({ tx }: Stage, { staff }: Cast, at: Instant): Promise<string[]> {
  await insertCommunity(tx, { ...COMMUNITY, code: newCommunityCode(), now: at })
  const grids = GRIDS.map(({ name }) => ({ id: newRowId(), name }))
  for (const grid of grids) await insertGrid(tx, COMMUNITY.id, grid)
  for (const { code, name } of staff) {
    const role = code === 'admin' ? 'admin' : 'cadre'
    const openId = openIdOf(code) ?? ''
    await insertResident(tx, COMMUNITY.id, { openId, name, role, confirmed: true, now: at })
  }
  return grids.map((grid) => grid.id)
}

/** A family joins, gives its address and its children, and is confirmed by a cadre who knows it. */
export async function moveIn(stage: Stage, family: Family, gridId: string, now: Instant): Promise<void> {
  const [founder, ...others] = family.adults
  if (!founder) return
  stage.clock.now = now - family.joinedDaysAgo * DAY - DAY / 8
  const { code, name } = founder
  const { residentId } = await stage.act(code, 'joinCommunity', { name })
  await stage.act(code, 'setAddress', { gridId, building: family.building, door: family.door })
  for (const { nickname, ageBand } of family.children) {
    await stage.act(code, 'addChild', { nickname, ageBand, consentVersion: CONSENT_VERSION })
  }
  const members = [residentId]
  for (const other of others) members.push(await joinHousehold(stage, residentId, other))
  if (!family.confirmed) return
  stage.clock.now += DAY / 12
  for (const [index, id] of members.entries()) {
    const skills = family.adults[index]?.skills ?? []
    await stage.act(CONFIRMS, 'confirmResident', { residentId: id, skills })
  }
}

/** Written as it would stand after an invitation: a history of hundreds of families need not open their links. */
async function joinHousehold({ tx, clock }: Stage, founderId: string, person: Person): Promise<string> {
  const id = newRowId()
  await tx.query(
    `INSERT INTO resident (community_id, id, household_id, open_id, name, role, guardian, joined_at, points_usable_from)
     SELECT community_id, $3, household_id, $4, $5, 'resident', true, $6::bigint, $7::bigint
     FROM resident WHERE community_id = $1 AND id = $2`,
    [
      COMMUNITY.id,
      founderId,
      id,
      openIdOf(person.code),
      person.name,
      clock.now,
      clock.now + JOINER_MAY_PAY_AFTER,
    ],
  )
  return id
}

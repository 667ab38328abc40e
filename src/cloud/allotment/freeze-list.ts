import { listHash, type FrozenList } from '@/domain/draw'
import { stakedPoints, weightOf } from '@/domain/draw-chance'
import { isNewcomer, stakeable } from '@/domain/draw-application'
import { saveFrozen } from '../repositories/draw'
import { saveChances, type ApplicationRow } from '../repositories/draw-application'
import { applicantsOf, type OpenDraw } from './open-draw'

/** Closes the list: what each application weighs is fixed, and the hash of it all is published. */
export async function freezeList(open: OpenDraw): Promise<void> {
  const { tx, communityId, now, draw, slot } = open
  open.applications = open.applications.map((application) => ({
    ...application,
    ...chanceOf(open, application),
  }))
  draw.capacity = slot.terms.capacity
  draw.frozenAt = now
  draw.listHash = listHash(frozenList(open))
  await saveChances(
    tx,
    communityId,
    open.applications.map((application) => ({ ...application, ...frozen(application) })),
  )
  await saveFrozen(tx, communityId, slot.id, { now, listHash: draw.listHash, capacity: draw.capacity })
}

function chanceOf(open: OpenDraw, application: ApplicationRow) {
  const facts = applicantsOf(open, application)?.facts
  const staked = facts ? stakedPoints(application.points, stakeable(facts)) : 0
  return { staked, weight: weightOf(staked), newcomer: facts !== undefined && isNewcomer(facts) }
}

function frozen({ staked, weight, newcomer }: ApplicationRow) {
  if (staked === null || weight === null || newcomer === null) throw new Error('a list that is not frozen')
  return { staked, weight, newcomer }
}

/** The list as it was frozen, however the households and the slot have changed since. */
export function frozenList({ draw, applications }: OpenDraw): FrozenList {
  const { slotId, capacity } = draw
  if (capacity === null) throw new Error('a list that is not frozen')
  return {
    slotId,
    capacity,
    applications: applications.map((application) => ({
      id: application.id,
      places: application.attendees.length,
      ...frozen(application),
    })),
  }
}

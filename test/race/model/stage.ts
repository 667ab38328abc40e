import pg from 'pg'
import type { Transaction } from '@/cloud/db/database'
import { newRowId } from '@/cloud/ids'
import { insertChild } from '@/cloud/repositories/family'
import { insertPostings, lockAccount } from '@/cloud/repositories/points'
import { foundResident, insertResidents } from '@/cloud/repositories/resident'
import { credit, type Movement } from '@/domain/account'
import { CONSENT_VERSION } from '@/domain/child'
import { pictureBookClass, post, seat } from '../../cloud/calls'
import { done, settle, type TestDeployment } from '../../cloud/deployment'
import { PRIORITY_OPENS, START } from './plan'
import type { Home, Slot, World } from './world'

/** A world of the model, as a community of Linli. */
export interface Stage {
  linli: TestDeployment
  communityId: string
  /** ids in the database */
  slotIds: Map<Slot, string>
  sessionIds: Map<string, string>
}

/** Leaves no trace of communities before: only the owner of the tables may. */
export async function clear({ url }: TestDeployment): Promise<void> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query('TRUNCATE community, points_movement, points_allocation CASCADE')
  await owner.end()
}

export async function setStage(linli: TestDeployment, world: World): Promise<Stage> {
  linli.clock.now = START
  const { communityId } = await settle(linli)
  await linli.database.transaction(async (tx) => {
    for (const home of world.homes) await moveIn(tx, communityId, home)
  })
  const stage: Stage = { linli, communityId, slotIds: new Map(), sessionIds: new Map() }
  for (const session of new Set(world.slots.map((slot) => slot.session))) {
    await publish(
      stage,
      world.slots.filter((slot) => slot.session === session),
    )
  }
  return stage
}

export const householdId = ({ name }: Home) => `${name}family`

async function moveIn(tx: Transaction, communityId: string, home: Home): Promise<void> {
  const { name, confirmed, people, lots } = home
  const [id, household] = [`${name}parent`, householdId(home)]
  const resident = { openId: name, name: id, role: 'resident', confirmed, now: START } as const
  const row = { ...foundResident(communityId, resident), id, householdId: household }
  await insertResidents(tx, communityId, [{ openId: name, row }])
  for (const child of people.filter((person) => person.kind === 'child')) {
    await insertChild(tx, communityId, {
      ...{ id: child.id, householdId: household, guardianId: id, nickname: child.id, ageBand: '3-6' },
      ...{ consentVersion: CONSENT_VERSION, pointsUsableFrom: child.usableFrom, now: START },
    })
  }
  const movement: Movement = {
    ...{ communityId, id: newRowId(), accountId: household, kind: 'correction', sessionId: null },
    ...{ bookingId: null, attendeeId: null, reverses: null, createdAt: START },
  }
  const account = await lockAccount(tx, communityId, household, START)
  const credits = lots.map(({ left, expiresAt }) => ({ amount: left, expiresAt }))
  await insertPostings(tx, communityId, [credit(account, movement, credits).posting])
}

async function publish({ linli, communityId, slotIds, sessionIds }: Stage, slots: Slot[]): Promise<void> {
  const session = slots[0]?.session
  if (!session) return
  const { key, startsAt, freeCancelHours } = session
  const activity = { title: key, freeCancelHours }
  const call = pictureBookClass(communityId, startsAt, slots.map(draftOf), activity)
  const { sessionIds: made } = await done(linli, 'cadre', 'publishCall', call)
  const sessionId = made[0] ?? ''
  sessionIds.set(key, sessionId)
  const view = await done(linli, 'cadre', 'getSession', { communityId, sessionId })
  for (const [index, slot] of slots.entries()) slotIds.set(slot, view.slots[index]?.id ?? '')
}

const iso = (at: number) => new Date(at).toISOString()

function draftOf(slot: Slot): object {
  const { key: title, capacity, price, share, householdLimit, opensAt } = slot
  if (slot.kind === 'post') return post({ title, capacity })
  return seat({
    ...{ title, capacity, price, share, householdLimit, ageBand: slot.forChildren ? '3-6' : null },
    priorityOpensAt: price === null ? null : iso(PRIORITY_OPENS),
    opensAt: opensAt === START ? null : iso(opensAt),
    newcomersFirst: slot.newcomersUntil !== null,
  })
}

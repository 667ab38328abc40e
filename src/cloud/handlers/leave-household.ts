import { leaving } from '@/domain/leaving'
import { giveUp, lockSlots, toldOf, type SurrenderToTell } from '../allotment/give-up'
import type { LockedSlot } from '../allotment/open-slot'
import { Overtaken, type Transaction } from '../db/database'
import { Refused, type MemberHandler } from '../handler'
import { newRowId } from '../ids'
import { listChildren, listMembers, moveOut, promoteFamily } from '../repositories/family'
import { withdrawAllOf } from '../repositories/invitation'
import { listLots } from '../repositories/points'
import type { ResidentRow } from '../repositories/resident'
import { handOver, listBookingsToCome, listPartiesToCome } from '../repositories/to-come'

export const leaveHousehold: MemberHandler<'leaveHousehold'> = async ({ tx, resident, now }, { dryRun }) => {
  const { communityId, householdId } = resident
  let plan = await planOf(tx, resident, now)
  if (plan instanceof Refused) return plan
  let locked: Map<string, LockedSlot> | null = null
  if (!dryRun) {
    locked = await lockSlots(tx, communityId, plan.slots, [householdId])
    // Read again under the locks: somebody may have booked, joined or left meanwhile.
    plan = await planOf(tx, resident, now)
    if (plan instanceof Refused) return plan
    if (plan.slots.some((id) => !locked?.has(id))) throw new Overtaken()
  }
  const { surrender, taken, children, promotes } = plan
  const answer = {
    givenUp: toldOf(surrender, now),
    taken: taken.bookings.length + taken.entries.length,
    points: (await listLots(tx, communityId, [householdId], now)).reduce((sum, lot) => sum + lot.left, 0),
    children: children.map((child) => child.id),
  }
  if (locked === null) return answer
  await giveUp(tx, communityId, locked, surrender, now)
  const id = newRowId()
  const moving = { id, residentId: resident.id, children: children.map((child) => child.id), now }
  await moveOut(tx, communityId, moving)
  await handOver(tx, communityId, { ...taken, to: id })
  if (promotes > 0) await promoteFamily(tx, communityId, householdId, promotes)
  await withdrawAllOf(tx, communityId, resident.id, { accepted: false, now })
  return answer
}

/** Who moves, what goes along, and what is given up. */
async function planOf(tx: Transaction, { communityId, householdId, id, guardian }: ResidentRow, now: number) {
  const others = (await listMembers(tx, communityId, householdId)).filter((it) => it.id !== id)
  const guardians = others.filter((it) => it.guardian).length
  const all = await listChildren(tx, communityId, householdId)
  const home = { guardians, family: others.length - guardians }
  const how = leaving({ guardian, others: home, children: all.length })
  if ('reason' in how) return new Refused(how)
  const children = how.takesChildren ? all : []
  const attendees = [id, ...children.map((child) => child.id)]
  const bookings = await listBookingsToCome(tx, communityId, attendees, now)
  const parties = await listPartiesToCome(tx, communityId, attendees, now)
  // What the household's points paid for, or others share, is not theirs to take along.
  const goes = bookings.filter((it) => it.others === 0 && it.paidInAll === 0)
  const waits = parties.filter((it) => it.kind === 'waiting' && it.others === 0)
  const surrender: SurrenderToTell = {
    ...{ householdId, attendees },
    bookings: bookings.filter((it) => !goes.includes(it)),
    parties: parties.filter((it) => !waits.includes(it)),
  }
  return {
    ...{ surrender, children, promotes: how.promotes },
    taken: { bookings: goes.map((it) => it.id), entries: waits.map((it) => it.id) },
    slots: [...bookings, ...parties].map((it) => it.slotId),
  }
}

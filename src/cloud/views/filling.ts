import { fillsFrom, slotFill, type SlotFill } from '@/domain/fill'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { findHeardAt, listFilled } from '../repositories/fill'
import { listLastWaves, type WaveSent } from '../repositories/second-wave'
import { listSlots, type SessionRow, type SlotRow } from '../repositories/slot'

export interface FillingSlot {
  slot: SlotRow
  fill: SlotFill
  /** parties that wait */
  waitlist: number
  /** null: none was sent */
  lastWave: WaveSent | null
}

/** How the slots of a session fill, and from when on the first of them could. */
export async function readFilling(
  tx: Transaction,
  communityId: string,
  session: SessionRow,
  now: Instant,
): Promise<{ heardAt: Instant; from: Instant; slots: FillingSlot[] }> {
  const rows = await listSlots(tx, communityId, session.id)
  const heardAt = await findHeardAt(tx, communityId, session.id)
  const filled = await listFilled(tx, communityId, session.id)
  const waves = await listLastWaves(tx, communityId, session.id)
  const slots = rows.map((slot) => {
    const { waitlist = 0, fullAt = null } = filled.get(slot.id) ?? {}
    const from = fillsFrom(heardAt, slot.terms)
    const fill = slotFill({ from, capacity: slot.terms.capacity, held: slot.held, fullAt }, session, now)
    return { slot, fill, waitlist, lastWave: waves.find(({ slotId }) => slotId === slot.id) ?? null }
  })
  return { heardAt, from: Math.min(...slots.map(({ slot }) => fillsFrom(heardAt, slot.terms))), slots }
}

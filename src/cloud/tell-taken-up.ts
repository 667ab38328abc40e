import { takenUp, type GivenBack } from '@/domain/given-back'
import type { Instant } from '@/domain/time'
import type { Database, Transaction } from './db/database'
import {
  dropGivenBack,
  listSlotsGivenBack,
  lockGivenBack,
  markTakenUp,
  readTakenSince,
} from './repositories/given-back'
import { insertNotices } from './repositories/notice'

/**
 * Tells those who gave a place back in time that another household has it: each once, in the transaction that marks the
 * place as taken up. Nothing of it is asked while somebody books.
 */
export async function tellTakenUp(database: Database, communityId: string, now: Instant): Promise<void> {
  const slots = await database.transaction(async (tx) => {
    await dropGivenBack(tx, communityId, now)
    return listSlotsGivenBack(tx, communityId)
  })
  for (const slot of slots) await database.transaction((tx) => tellOfSlot(tx, communityId, slot, now))
}

async function tellOfSlot(
  tx: Transaction,
  communityId: string,
  { slotId, sessionId }: { slotId: string; sessionId: string },
  now: Instant,
): Promise<void> {
  const all = await lockGivenBack(tx, communityId, slotId)
  const given = all.filter((it) => !it.settled)
  const [first] = given
  const since = first && (await readTakenSince(tx, communityId, slotId, first.cancelledAt))
  if (!since) return
  const settled = takenUp(given, since.takings, since.free)
  if (settled.length === 0) return
  await markTakenUp(tx, communityId, settled)
  // Two children's places given back in one go are one kindness.
  const told = new Set(all.filter((it) => it.settled).map(onceFor))
  const news = settled.filter(({ given: it, byAnother }) => {
    const isNew = byAnother && !told.has(onceFor(it))
    if (isNew) told.add(onceFor(it))
    return isNew
  })
  await insertNotices(
    tx,
    communityId,
    news.map(({ given: { residentId } }) => ({
      ...{ residentId, kind: 'place_taken_up', sessionId, points: null, until: null, about: since.kind, now },
    })),
  )
}

function onceFor({ bookingId, cancelledAt }: GivenBack): string {
  return `${bookingId} ${cancelledAt}`
}

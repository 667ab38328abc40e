import { notFound, Refused, RequestFailure, type BatchResult, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { insertNotices } from '../repositories/notice'
import { listByIds } from '../repositories/resident'
import { findSlots } from '../repositories/slot'
import { bookSlot } from './book-slot'

export const bookFor: MemberHandler<'bookFor'> = async (
  { tx, services, resident: cadre, now },
  { slotId, residentIds, dryRun },
) => {
  const { communityId, id: actorId } = cadre
  const wanted = [...new Set(residentIds)]
  const known = new Map((await listByIds(tx, communityId, wanted)).map((row) => [row.id, row]))
  const people = wanted.map((id) => {
    const row = known.get(id)
    if (!row) throw notFound('resident')
    return row
  })
  const asked = people.map(({ openId, ...resident }) => ({
    ...{ openId, resident, payload: { communityId, slotId, party: [{ kind: 'self' as const }] } },
  }))
  const { results, write } = await bookSlot(
    { tx, now, services, communityId },
    slotId,
    Promise.resolve(asked),
  )
  const told = results.map((result, at) => ({ residentId: wanted[at] ?? '', ...outcomeOf(result) }))
  if (dryRun) return { results: told.map((it) => ({ ...it, bookingId: null })) }
  await write()
  const slot = (await findSlots(tx, communityId, [slotId])).get(slotId)
  const sessionId = slot?.sessionId ?? null
  const booked = people.filter((_, at) => told[at]?.bookingId)
  for (const { id } of booked) {
    await insertAudit(tx, communityId, {
      ...{ actorId, action: 'bookFor', sessionId, subjectId: id, why: null, now },
    })
  }
  await insertNotices(
    tx,
    communityId,
    booked
      .filter((it) => !it.withoutPhone && it.id !== actorId)
      .map(({ id: residentId }) => ({
        ...{ residentId, kind: 'booked_for_you' as const, sessionId, points: null, until: null, now },
      })),
  )
  return { results: told }
}

function outcomeOf(result: BatchResult<'bookSlot'>) {
  if (result instanceof RequestFailure) throw result
  return result instanceof Refused
    ? { bookingId: null, refusal: { ...result.reason } }
    : { bookingId: result.bookingId, refusal: null }
}

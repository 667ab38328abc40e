import { notFound, type VisitorHandler } from '../handler'
import { findDraw, listDraws } from '../repositories/draw'
import { listOwnApplications, listRecorded } from '../repositories/draw-application'
import { findSession, findSlots } from '../repositories/slot'

/** A record is repeated as a whole; so many keep an answer well below its limit. */
const PAGE = 500

export const getDrawRecord: VisitorHandler<'getDrawRecord'> = async ({ tx, resident }, payload) => {
  const { communityId, slotId, cursor = '' } = payload
  const draw = await findDraw(tx, communityId, slotId)
  const slot = (await findSlots(tx, communityId, [slotId])).get(slotId)
  const session = slot && (await findSession(tx, communityId, slot.sessionId))
  if (!draw || !slot || !session) throw notFound('draw')
  const { drawAt, drawnAt, capacity } = slot.terms
  const { seed, seedHash, listHash, frozenAt, wantsNumber, publicNumber } = draw
  const rows = await listRecorded(tx, communityId, slotId, cursor, PAGE + 1)
  const applications = rows.slice(0, PAGE)
  const own = resident && (await listOwnApplications(tx, communityId, resident.householdId, session.id))
  const draws = await listDraws(tx, communityId, session.id)
  const { id, title, startsAt, endsAt } = session
  return {
    ...{ slotId, slotTitle: slot.title, session: { id, title, startsAt, endsAt } },
    ...{ drawAt: drawAt ?? startsAt, frozenAt, drawnAt, capacity: draw.capacity ?? capacity },
    ...{ seedHash, listHash, wantsNumber, publicNumber, seed: drawnAt === null ? null : seed, applications },
    applicationsMade: draws.find((state) => state.slotId === slotId)?.applications ?? 0,
    mine: own?.find((application) => application.slotId === slotId)?.id ?? null,
    nextCursor: rows.length > PAGE ? (applications.at(-1)?.id ?? null) : null,
  }
}

import { paperCodes } from '@/domain/paper-code'
import { notFound, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { listPaperPlaces } from '../repositories/paper'
import { findSession, listSlots } from '../repositories/slot'
import { placeKey } from '../views/paper-sheet'

export const printRoster: MemberHandler<'printRoster'> = async (
  { tx, resident, now },
  { sessionId, why },
) => {
  const { id: actorId, communityId } = resident
  const session = await findSession(tx, communityId, sessionId)
  if (!session) throw notFound('session')
  const places = await listPaperPlaces(tx, communityId, sessionId)
  const codes = paperCodes(session.secret, places.map(placeKey))
  const rows = places.map((place, index) => ({ ...place, code: codes[index] ?? '' }))
  const held = rows.filter((row) => !row.cancelled)
  const slots = await listSlots(tx, communityId, sessionId)
  await insertAudit(tx, communityId, {
    actorId,
    action: 'printRoster',
    sessionId,
    subjectId: null,
    why,
    now,
  })
  const { id, title, startsAt, endsAt, place } = session
  return {
    session: { id, title, startsAt, endsAt, place },
    slots: slots.map((slot) => ({
      id: slot.id,
      title: slot.title,
      rows: held
        .filter((row) => row.slotId === slot.id)
        .map(({ attendeeId, kind, name, code }) => ({ attendeeId, kind, name: name ?? '', code })),
    })),
  }
}

import { fillCurve } from '@/domain/fill'
import { isCalledAgain, whyNoWave } from '@/domain/second-wave'
import { DAY } from '@/domain/time'
import { notFound, type MemberHandler } from '../handler'
import { listMoved } from '../repositories/fill'
import { countWaveFacts } from '../repositories/second-wave'
import { listGroups, listShares } from '../repositories/share'
import { findSession, type SessionRow } from '../repositories/slot'
import { readFilling, type FillingSlot } from '../views/filling'

const GROUPS_KNOWN_FOR = 180 * DAY

export const getFillBoard: MemberHandler<'getFillBoard'> = async (context, { sessionId }) => {
  const { tx, resident, now } = context
  const { communityId } = resident
  const session = await findSession(tx, communityId, sessionId)
  if (!session) throw notFound('session')
  const { heardAt, from, slots } = await readFilling(tx, communityId, session, now)
  const moved = await listMoved(tx, communityId, sessionId)
  const shares = await listShares(tx, communityId, sessionId)
  const reach = await readReach(context, session, slots)
  const taken = moved.reduce((sum, { places }) => sum + places, 0)
  const { id, title, startsAt, endsAt, activityKind, place, cancelledAt } = session
  return {
    session: { id, title, startsAt, endsAt, activityKind, place, cancelledAt },
    heardAt,
    from,
    curve: now < from ? [] : fillCurve(moved, from, Math.min(now, startsAt)),
    slots: slots.map(({ slot, fill, waitlist, lastWave }) => {
      const { kind, capacity, skill, opensAt, drawAt, drawnAt } = slot.terms
      const wave = { reach: reach.get(slot.id) ?? null, last: lastWave && sentOf(lastWave) }
      const { id, title, held } = slot
      return { id, title, kind, capacity, held, opensAt, drawAt, drawnAt, skill, waitlist, fill, wave }
    }),
    shares,
    otherPlaces: taken - shares.reduce((sum, { places }) => sum + places, 0),
    groups: await listGroups(tx, communityId, now - GROUPS_KNOWN_FOR),
  }
}

type Context = Parameters<MemberHandler<'getFillBoard'>>[0]

const sentOf = ({ sentAt, told }: { sentAt: number; told: number }) => ({ sentAt, told })

/** By slot, whom a second wave would reach now; of those for which one may be sent. */
async function readReach(
  { tx, resident, now }: Context,
  session: SessionRow,
  slots: FillingSlot[],
): Promise<Map<string, number>> {
  const open = slots.filter(
    ({ slot, fill, lastWave }) =>
      whyNoWave({ terms: slot.terms, fill, lastAt: lastWave?.sentAt ?? null }, session, now) === null,
  )
  if (open.length === 0) return new Map()
  const asked = { session, askedBy: resident.id, now }
  const known = await countWaveFacts(tx, resident.communityId, asked)
  return new Map(
    open.map(({ slot }) => {
      const called = known.filter((facts) => isCalledAgain(facts, slot, session, now))
      return [slot.id, called.reduce((sum, { residents }) => sum + residents, 0)]
    }),
  )
}

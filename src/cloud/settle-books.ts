import { settle, type Settlement } from '@/domain/closing'
import { correctService, firstPoints } from './correct-service'
import { creditAccounts } from './credit-accounts'
import type { MemberContext } from './handler'
import { newRowId } from './ids'
import { insertNotices } from './repositories/notice'
import { markSettled, type PresenceRow } from './repositories/presence'
import { insertServiceRecords, listGiven, type GivenRow } from './repositories/given-service'
import { listSlots, type SessionRow } from './repositories/slot'
import { tellMilestones } from './tell-milestones'

export type DecidedRow = PresenceRow & { outcome: 'present' | 'absent' }

interface Settled {
  row: DecidedRow
  settlement: Settlement
  given: GivenRow | null
}
type Gift = Settled & { settlement: Extract<Settlement, { is: 'give' }> }

/**
 * Hours to the persons, points to the households, for all whose outcome is decided: once, and corrected where
 * it was decided anew. The session and the households must be locked.
 * @returns points given for the first time, and what was corrected
 */
export async function settleBooks(
  context: MemberContext,
  session: SessionRow,
  rows: DecidedRow[],
): Promise<{ points: number; corrections: { people: number; given: number; taken: number } }> {
  const { tx, resident: cadre } = context
  const all = await settleAll(context, session, rows)
  const gifts = all.filter((it): it is Gift => it.settlement.is === 'give')
  await give(context, session, gifts)
  const changes: number[] = []
  for (const settled of all) {
    if (settled.settlement.is === 'correct') changes.push(await correct(context, session, settled))
  }
  const anew = rows.filter((row) => row.decidedAnew).map((row) => row.attendeeId)
  await markSettled(tx, cadre.communityId, session.id, anew)

  const pointsOf = (some: Gift[]) => some.map(({ settlement }) => settlement.points)
  changes.push(...pointsOf(gifts.filter(({ row }) => row.decidedAnew)))
  return {
    points: sum(pointsOf(gifts.filter(({ row }) => !row.decidedAnew))),
    corrections: {
      people: changes.length,
      given: sum(changes.filter((change) => change > 0)),
      taken: sum(changes.filter((change) => change < 0).map((change) => -change)),
    },
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

async function settleAll(
  { tx, resident: cadre }: MemberContext,
  session: SessionRow,
  rows: DecidedRow[],
): Promise<Settled[]> {
  const slots = await listSlots(tx, cadre.communityId, session.id)
  const givenRows = await listGiven(tx, cadre.communityId, session.id)
  return rows.map((row) => {
    const points = slots.find((slot) => slot.id === row.slotId)?.points ?? 0
    const given = givenRows.find((it) => it.residentId === row.attendeeId && it.slotId === row.slotId) ?? null
    return { row, given, settlement: settle(session, { ...row, points, anew: row.decidedAnew, given }) }
  })
}

async function give(
  { tx, resident: cadre, now }: MemberContext,
  session: SessionRow,
  gifts: Gift[],
): Promise<void> {
  const { communityId } = cadre
  const paid = gifts.map(({ row, settlement: { minutes, points } }) => {
    const gift = { communityId, sessionId: session.id, points, now }
    const credit = points > 0 ? firstPoints(row, gift) : null
    return { row, minutes, points, credit, movementId: credit?.movement.id ?? null }
  })
  await creditAccounts(
    tx,
    communityId,
    paid.flatMap(({ credit }) => credit ?? []),
  )
  const records = paid.map(({ row, minutes, points, movementId }) => {
    const { attendeeId: residentId, slotId, hoursOnly } = row
    return { id: newRowId(), residentId, slotId, minutes, points, movementId, hoursOnly }
  })
  await insertServiceRecords(tx, communityId, session, records, { confirmedBy: cadre.id, now })
  const told = paid.filter(({ points }) => points > 0)
  await insertNotices(
    tx,
    communityId,
    told.map(({ row, points }) => ({
      ...{ residentId: row.attendeeId, kind: 'points_credited', sessionId: session.id, points },
      ...{ until: null, now },
    })),
  )
  const gains = records.map((it) => ({ ...it, times: 1 }))
  await tellMilestones(tx, communityId, session.id, gains, now)
}

/** @returns by how many points */
async function correct(
  { tx, resident: cadre, now }: MemberContext,
  session: SessionRow,
  { row, given, settlement }: Settled,
): Promise<number> {
  if (settlement.is !== 'correct' || !given) return 0
  const { communityId, id: correctedBy } = cadre
  const { points, minutes } = settlement
  await correctService(tx, {
    ...{ communityId, sessionId: session.id, server: row, given, to: { points, minutes }, correctedBy, now },
  })
  const change = points - given.points
  await insertNotices(tx, communityId, [
    {
      ...{ residentId: row.attendeeId, kind: 'points_corrected', sessionId: session.id, points: change },
      ...{ until: null, now },
    },
  ])
  return change
}

import { MINUTE, type Instant } from '@/domain/time'
import type { Chance } from './chance'
import { personas } from './personas'
import { orderOf, type Registered } from './register'
import type { Stage } from './stage'

const LEADER = 'cadre-3'
const WHY_BY_HAND = ['手机没电了', '手机忘在家里', '屏幕看不清，当面核对']
const FROM_PAPER = '纸质签到表补录'
// Minutes from the start at which a fifth of the people each arrive.
const GROUPS = [-14, -9, -5, -2, 1]
const SURE = new Set(personas.map((persona) => persona.code))

/** The last of a session to arrive. */
export const ALL_THERE = 2 * MINUTE

/**
 * People arrive: volunteers type the number from the leader's screen, children are ticked at the door,
 * a few phones fail and a few people do not come.
 * @param missing so many of a hundred; personas always come
 */
export async function arrive(
  stage: Stage,
  chance: Chance,
  register: Registered[],
  { sessionId, startsAt, missing }: { sessionId: string; startsAt: Instant; missing: number },
): Promise<void> {
  const { slots } = await stage.act(LEADER, 'getRoster', { sessionId })
  const order = orderOf(register)
  const rows = slots
    .flatMap((slot) => slot.rows)
    .sort((a, b) => (order.get(a.attendeeId) ?? 0) - (order.get(b.attendeeId) ?? 0))
  for (const [index, minutes] of GROUPS.entries()) {
    const group = rows.filter((_, at) => at % GROUPS.length === index)
    if (group.length === 0) continue
    stage.clock.now = startsAt + minutes * MINUTE
    const { code } = await stage.act(LEADER, 'getCheckInCode', { sessionId })
    for (const { attendeeId, kind } of group) {
      const family = ({ id, children }: Registered) => [id, ...children.map((child) => child.id)]
      const who = register.find((resident) => family(resident).includes(attendeeId))?.code ?? ''
      const sure = SURE.has(who)
      if (!sure && chance.percent(missing)) continue
      if (kind === 'child') await stage.act(LEADER, 'markPresent', { sessionId, attendeeId, why: '' })
      else if (!sure && chance.percent(5)) {
        await stage.act(LEADER, 'markPresent', { sessionId, attendeeId, why: chance.pick(WHY_BY_HAND) })
      } else await stage.act(who, 'checkIn', { sessionId, code })
    }
  }
}

/** The cadre counts heads and closes the books: who is not checked in was not there. */
export async function closeBooks(stage: Stage, sessionId: string): Promise<void> {
  const { slots } = await stage.act(LEADER, 'getRoster', { sessionId })
  const rows = slots.flatMap((slot) => slot.rows)
  const absent = rows.filter((row) => row.checkedInAt === null).map((row) => row.attendeeId)
  const headCount = rows.length - absent.length
  await stage.act(LEADER, 'confirmSession', { sessionId, headCount, absent })
}

/** For a session that was played while the demo was off: its paper roster is entered now. */
export async function closeFromPaper(stage: Stage, sessionId: string): Promise<void> {
  const { slots } = await stage.act(LEADER, 'getRoster', { sessionId })
  for (const { attendeeId, checkedInAt } of slots.flatMap((slot) => slot.rows)) {
    if (checkedInAt === null) {
      await stage.act(LEADER, 'markPresent', { sessionId, attendeeId, why: FROM_PAPER })
    }
  }
  await closeBooks(stage, sessionId)
}

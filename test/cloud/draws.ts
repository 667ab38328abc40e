import { tick } from '@/cloud/tick'
import { DAY, HOUR, type Instant } from '@/domain/time'
import type { Answer } from '@/contract/actions'
import { pictureBookClass, post, seat } from './calls'
import { call, deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'

export const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
/** when lists are frozen */
export const FRIDAY = Date.parse('2026-03-06T20:00:00+08:00')
export const NEXT_FRIDAY = FRIDAY + 7 * DAY
export const SUNDAY = Date.parse('2026-03-15T10:00:00+08:00')
export const self = [{ kind: 'self' }]

export const drawn = (change: object = {}) =>
  seat({
    ageBand: null,
    capacity: 3,
    allocation: 'draw',
    drawAt: new Date(FRIDAY).toISOString(),
    ...change,
  })

/** A community whose classes are drawn, and what its people do there. */
export interface Scene {
  linli: TestDeployment
  community: Neighbourhood
  publish(slots: object[], startsAt?: Instant): Promise<{ sessionId: string; slotId: string }>
  apply(who: string, slotId: string, points?: number, party?: object[]): ReturnType<typeof applied>
  slotOf(who: string, sessionId: string): Promise<Answer<'getSession'>['slots'][number]>
  record(slotId: string, who?: string): Promise<Answer<'getDrawRecord'>>
  enter(slotId: string, number: string, who?: string): Promise<unknown>
  tickAt(now: Instant): Promise<void>
  /** serves at a post that gives so many points, and has them afterwards */
  earn(names: string[], points: number): Promise<void>
}

const applied = (linli: TestDeployment, who: string, payload: object) =>
  call(linli, who, 'applyForDraw', payload)

export async function scene(connections?: number): Promise<Scene> {
  const linli = await deploy(MONDAY, connections)
  const community = await settle(linli)
  await community.resident('chief', { role: 'admin' })
  const { communityId } = community

  async function publish(slots: object[], startsAt = SUNDAY) {
    const payload = pictureBookClass(communityId, startsAt, slots)
    const { sessionIds } = await done(linli, 'chief', 'publishCall', payload)
    const sessionId = sessionIds[0] ?? ''
    const view = await done(linli, 'chief', 'getSession', { communityId, sessionId })
    return { sessionId, slotId: view.slots[0]?.id ?? '' }
  }

  return {
    linli,
    community,
    publish,
    apply: (who, slotId, points = 0, party = self) =>
      applied(linli, who, { communityId, slotId, party, points }),
    async slotOf(who, sessionId) {
      const { slots } = await done(linli, who, 'getSession', { communityId, sessionId })
      if (!slots[0]) throw new Error('a session without a slot')
      return slots[0]
    },
    record: (slotId, who = 'chief') => done(linli, who, 'getDrawRecord', { communityId, slotId }),
    enter: (slotId, number, who = 'cadre') =>
      call(linli, who, 'enterDrawNumber', { communityId, slotId, number }),
    async tickAt(now) {
      linli.clock.now = now
      await tick(linli, now)
    },
    async earn(names, points) {
      const startsAt = linli.clock.now + 30 * HOUR
      const { sessionId, slotId } = await publish([post({ capacity: names.length, points })], startsAt)
      for (const who of names) await done(linli, who, 'bookSlot', { communityId, slotId, party: self })
      linli.clock.now = startsAt
      const { code } = await done(linli, 'cadre', 'getCheckInCode', { communityId, sessionId })
      for (const who of names) await done(linli, who, 'checkIn', { communityId, sessionId, code })
      linli.clock.now = startsAt + HOUR
      const headCount = names.length
      await done(linli, 'cadre', 'confirmSession', { communityId, sessionId, headCount, absent: [] })
    },
  }
}

export const neighbours = (count: number) => Array.from({ length: count }, (_, index) => `neighbour-${index}`)

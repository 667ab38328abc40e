import type { Answer } from '@/contract/actions'
import { CONSENT_VERSION } from '@/domain/child'
import type { Instant } from '@/domain/time'
import { brokenInvariants } from '../invariants'
import { seat } from './calls'
import { call, done, reasonOf } from './deployment'
import { scene, self, type Scene } from './draws'

export const iso = (at: Instant) => new Date(at).toISOString()

/** A place for anybody. */
export const general = (change: object = {}) => seat({ ageBand: null, ...change })

/** A community where these people live. */
export async function sceneOf(names: string[]): Promise<Scene> {
  const made = await scene()
  for (const name of names) await made.community.resident(name)
  return made
}

/** Ends it; nothing of ours has failed, and all that must stay true does. */
export async function leave({ linli }: Scene): Promise<void> {
  expect(linli.failures).toEqual([])
  expect(await brokenInvariants(linli.database)).toEqual([])
  await linli.close()
}

/** What a cadre changes of a session, and what the people in it do and see. */
export function hands({ linli, community, slotOf }: Scene) {
  const { communityId } = community
  const rosterOf = (sessionId: string, who = 'cadre') =>
    done(linli, who, 'getRoster', { communityId, sessionId })
  const versionOf = async (sessionId: string) => (await rosterOf(sessionId)).session.version
  return {
    rosterOf,
    versionOf,
    async cancel(sessionId: string, change: object = {}) {
      const payload = { communityId, sessionId, cause: 'weather', note: '', ...change }
      return call(linli, 'cadre', 'cancelSession', payload)
    },
    async move(sessionId: string, change: object = {}, who = 'cadre') {
      const { session } = await rosterOf(sessionId)
      const { startsAt, endsAt, place, version } = session
      const was = { version, startsAt: iso(startsAt), endsAt: iso(endsAt), place }
      return call(linli, who, 'changeSession', { communityId, sessionId, ...was, ...change })
    },
    async resize(sessionId: string, capacity: number, change: object = {}) {
      const { id: slotId } = await slotOf('cadre', sessionId)
      const version = await versionOf(sessionId)
      return call(linli, 'cadre', 'changeSlot', { communityId, slotId, version, capacity, ...change })
    },
    book: (who: string, slotId: string, party: object[] = self) =>
      done(linli, who, 'bookSlot', { communityId, slotId, party }),
    async refused(who: string, slotId: string, party: object[] = self) {
      return reasonOf(await call(linli, who, 'bookSlot', { communityId, slotId, party })).reason
    },
    join: (who: string, slotId: string, usePoints = false, party: object[] = self) =>
      done(linli, who, 'joinWaitlist', { communityId, slotId, party, usePoints }),
    give: (who: string, bookingId: string) => done(linli, who, 'cancelBooking', { communityId, bookingId }),
    /** of these kinds; of all when none is named */
    async noticesOf(who: string, ...kinds: string[]): Promise<Answer<'listNotices'>['notices']> {
      const { notices } = await done(linli, who, 'listNotices', { communityId })
      return kinds.length === 0 ? notices : notices.filter(({ kind }) => kinds.includes(kind))
    },
    bookingsOf: async (who: string) =>
      (await done(linli, who, 'listMyBookings', { communityId, which: 'upcoming' })).bookings,
    balanceOf: async (who: string) => (await done(linli, who, 'getStatement', { communityId })).balance,
    /** what a cadre's words and acts left in the audit log, latest last */
    audit: () =>
      linli.database.transaction((tx) =>
        tx.query<{ action: string; why: string | null }>(
          `SELECT action, why FROM audit_entry WHERE action IN ('cancelSession', 'changeSession', 'changeSlot')
           ORDER BY created_at`,
        ),
      ),
    async children(who: string, count: number) {
      const party: { kind: 'child'; childId: string }[] = []
      for (let index = 0; index < count; index += 1) {
        const child = { communityId, nickname: `小${index}`, ageBand: '3-6', consentVersion: CONSENT_VERSION }
        party.push({ kind: 'child', childId: (await done(linli, who, 'addChild', child)).childId })
      }
      return party
    },
  }
}

/** The answer where only success is expected. */
export async function answered<Data>(
  envelope: Promise<{ ok: true; data: Data } | { ok: false }>,
): Promise<Data> {
  const result = await envelope
  if (!result.ok) throw new Error(`answered ${JSON.stringify(result)}`)
  return result.data
}

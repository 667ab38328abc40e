import { HOUR, type Instant } from '@/domain/time'
import { post } from './calls'
import { call, done } from './deployment'
import { self, type Scene } from './draws'

/** Duties that are held, closed, and opened again; people are told apart by their open ids. */
export function duties({ linli, community, publish }: Scene) {
  const { communityId } = community
  const residentIds = new Map<string, string>()
  const rowsOf = async (sessionId: string, who = 'cadre') =>
    (await done(linli, who, 'getRoster', { communityId, sessionId })).slots.flatMap((slot) => slot.rows)

  return {
    communityId,
    rowsOf,
    idOf: (who: string) => residentIds.get(who) ?? '',
    async settleIn(...names: string[]) {
      for (const name of names) residentIds.set(name, await community.resident(name))
    },
    /** One hour's duty of everybody, over by now; those of `missing` did not check in. */
    async hold(
      names: string[],
      { missing = [], points = 10, startsAt = linli.clock.now + 30 * HOUR }: HeldDuty = {},
    ): Promise<string> {
      const { sessionId, slotId } = await publish([post({ capacity: names.length, points })], startsAt)
      for (const who of names) await done(linli, who, 'bookSlot', { communityId, slotId, party: self })
      linli.clock.now = startsAt
      const { code } = await done(linli, 'cadre', 'getCheckInCode', { communityId, sessionId })
      for (const who of names)
        if (!missing.includes(who)) await done(linli, who, 'checkIn', { communityId, sessionId, code })
      linli.clock.now = startsAt + HOUR
      return sessionId
    },
    /** Closes the books: who did not check in is absent. */
    async close(sessionId: string, who = 'cadre') {
      const absent = (await rowsOf(sessionId, who)).filter((row) => row.checkedInAt === null)
      const headCount = 1
      const payload = { communityId, sessionId, headCount, absent: absent.map((row) => row.attendeeId) }
      return done(linli, who, 'confirmSession', payload)
    },
    reopen: (sessionId: string, who = 'cadre') =>
      call(linli, who, 'reopenSession', { communityId, sessionId, why: '有人点错了' }),
    decide: (sessionId: string, about: string, anew: object, who = 'cadre') =>
      call(linli, who, 'setOutcome', {
        communityId,
        sessionId,
        attendeeId: residentIds.get(about) ?? about,
        ...anew,
      }),
    statementOf: (who: string) => done(linli, who, 'getStatement', { communityId }),
    async pointsOf(who: string) {
      return (await done(linli, who, 'getStatement', { communityId })).balance
    },
    async minutesOf(who: string) {
      return (await done(linli, who, 'listServiceRecords', { communityId })).totalMinutes
    },
    dispute: (who: string, seq: number, change: object = {}) =>
      call(linli, who, 'disputeEntry', { communityId, seq, cause: 'points', note: '', ...change }),
    withdraw: (who: string, disputeId: string) =>
      call(linli, who, 'withdrawDispute', { communityId, disputeId }),
    queue: (which = 'open', who = 'cadre') => done(linli, who, 'listDisputes', { communityId, which }),
    keep: (disputeId: string, who = 'cadre', change: object = {}) =>
      call(linli, who, 'answerDispute', {
        ...{ communityId, disputeId },
        answer: { kind: 'keep', cause: 'roll_call', note: '', ...change },
      }),
    correct: (disputeId: string, points: unknown, change: object = {}, who = 'cadre') =>
      call(linli, who, 'answerDispute', {
        ...{ communityId, disputeId },
        answer: { kind: 'correct', points, ...change },
      }),
    async noticesOf(who: string, kind: string) {
      const { notices } = await done(linli, who, 'listNotices', { communityId })
      return notices.filter((notice) => notice.kind === kind)
    },
    audit: (action: string) =>
      linli.database.transaction((tx) =>
        tx.query<{ subject: string | null; why: string | null }>(
          'SELECT subject_id AS subject, why FROM audit_entry WHERE action = $1 ORDER BY created_at, id',
          [action],
        ),
      ),
  }
}

interface HeldDuty {
  missing?: string[]
  points?: number
  startsAt?: Instant
}

import { call } from '@/api/call'
import type { Roster, RosterRow } from '@/contract/get-roster'
import { ready } from '@/stores/loadable'
import { useMarks } from '@/stores/marks'
import { closingOf, headsListed, useRoster } from '@/stores/roster'

jest.mock('@/api/call')
const sent = jest.mocked(call)

const row = (attendeeId: string, part: Partial<RosterRow> = {}): RosterRow => ({
  bookingId: `b-${attendeeId}`,
  attendeeId,
  kind: 'resident',
  name: '陈**',
  checkedInAt: null,
  checkInMethod: null,
  checkedOutAt: null,
  checkOutMethod: null,
  outcome: null,
  served: false,
  evaluation: null,
  decidedAnew: false,
  ownHousehold: false,
  ...part,
})
const here = { checkedInAt: 1, checkInMethod: 'code' } as const
const rosterOf = (...rows: RosterRow[]): Roster => ({
  session: {
    id: 's',
    callId: 'c',
    title: '大扫除',
    startsAt: 0,
    endsAt: 1,
    version: 1,
    place: '广场',
    cancelledAt: null,
    checkInOpensAt: 0,
    closedAt: null,
    reopenedAt: null,
  },
  revealed: false,
  namesUntil: null,
  leads: false,
  leader: null,
  toCall: [],
  slots: [
    {
      id: 'k',
      kind: 'post',
      title: '清扫',
      capacity: 9,
      points: 10,
      rows,
      waitlist: 0,
      waiting: [],
      draw: null,
    },
  ],
  walkIns: 0,
})
const idsOf = (rows: RosterRow[]) => rows.map((it) => it.attendeeId)

const roster = rosterOf(
  row('came', here),
  row('missed'),
  row('left-early', here),
  row('own', { ...here, ownHousehold: true }),
  row('own-missed', { ownHousehold: true }),
  row('decided', { ...here, outcome: 'present' }),
)

it('counts as absent who is not checked in, or was struck', () => {
  const { present, absent } = closingOf(roster, ['left-early'])
  expect([idsOf(present), idsOf(absent)]).toEqual([['came'], ['missed', 'left-early']])
})

it("leaves one's own household to a colleague, present or not", () => {
  expect(idsOf(closingOf(roster, []).own)).toEqual(['own', 'own-missed'])
})

it('expects the leader to have counted everybody who is there', () => {
  expect(headsListed(roster, ['left-early'])).toBe(3)
})

it('keeps the books open until somebody has counted', async () => {
  useRoster.setState({ at: { communityId: 'c', sessionId: 's' }, roster: ready(roster), headCount: null })
  await useRoster.getState().confirm()
  expect(sent).not.toHaveBeenCalled()
  sent.mockResolvedValue({ ok: false, error: { code: 'unreachable' }, now: null })
  useRoster.getState().count(0)
  await useRoster.getState().confirm()
  expect(sent.mock.calls[0]?.[1]).toMatchObject({ headCount: 0, absent: ['missed'] })
})

it('notes how many came unregistered before the books are closed, which is too late for it', async () => {
  const at = { communityId: 'c', sessionId: 's' }
  useRoster.setState({ at, roster: ready(roster), headCount: 3 })
  useMarks.setState({ marks: [] })
  sent.mockReset()
  sent.mockResolvedValue({ ok: true, data: { ...roster, walkIns: 2, roster } as never, now: 5 })
  useRoster.getState().countWalkIns(2)
  await useRoster.getState().confirm()
  const writes = sent.mock.calls.filter(([action]) => action !== 'getRoster')
  expect(writes.map(([action]) => action)).toEqual(['recordWalkIns', 'confirmSession'])
  expect(writes[0]?.[1]).toMatchObject({ count: 2 })
  expect(useRoster.getState()).toMatchObject({ walkIns: null, headCount: null })
})

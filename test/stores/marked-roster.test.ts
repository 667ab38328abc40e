import type { Roster, RosterRow } from '@/contract/get-roster'
import { figuresOf, withMarks } from '@/stores/marked-roster'
import type { Act, Mark } from '@/stores/marks'

const row = (attendeeId: string, part: Partial<RosterRow> = {}): RosterRow => ({
  ...{ bookingId: `b-${attendeeId}`, attendeeId, kind: 'resident', name: '陈**', ownHousehold: false },
  ...{ checkedInAt: null, checkInMethod: null, checkedOutAt: null, checkOutMethod: null, outcome: null },
  ...{ served: false, evaluation: null, decidedAnew: false },
  ...part,
})
const rosterOf = (...rows: RosterRow[]) =>
  ({ session: { id: 's' }, slots: [{ rows }], walkIns: 0 }) as unknown as Roster
const markOf = (act: Act, sessionId = 's', refused: Mark['refused'] = null): Mark => ({
  ...{ requestId: 'r', communityId: 'c', sessionId, act, refused },
})
const came = { is: 'present', attendeeId: 'a', why: '', from: 7 } as const
const rowsOf = (roster: Roster) => roster.slots[0]?.rows

it('shows somebody there whom the phone has noted and the server does not know', () => {
  const marked = withMarks(rosterOf(row('a'), row('b')), [markOf(came)])
  expect(rowsOf(marked)).toMatchObject([
    { checkedInAt: 7, checkInMethod: 'manual', waits: true },
    { checkedInAt: null },
  ])
})

it.each([
  ['of another session', markOf(came, 'other')],
  ['that was refused', markOf(came, 's', { code: 'unreachable' })],
])('shows nothing of a mark %s', (_, mark) => {
  const roster = rosterOf(row('a'))
  expect(withMarks(roster, [mark])).toBe(roster)
})

it('lets the record of the server stand against a later mark', () => {
  const there = row('a', { checkedInAt: 3, checkInMethod: 'code' })
  expect(rowsOf(withMarks(rosterOf(there), [markOf(came)]))).toEqual([there])
})

it('lets an early leave follow the check-in it was noted after', () => {
  const left = { is: 'left', attendeeId: 'a', why: '', until: 9 } as const
  const marked = withMarks(rosterOf(row('a')), [markOf(came), markOf(left)])
  expect(rowsOf(marked)).toMatchObject([{ checkedInAt: 7, checkedOutAt: 9, checkOutMethod: 'manual' }])
})

it('shows the latest count of who was not registered', () => {
  const counts = [2, 3].map((count) => markOf({ is: 'walk_ins', count }))
  expect(withMarks(rosterOf(), counts).walkIns).toBe(3)
})

it('counts who was planned, who is there and who is missing, struck or decided', () => {
  const roster = rosterOf(
    row('here', { checkedInAt: 1 }),
    row('struck', { checkedInAt: 1 }),
    row('missing'),
    row('came', { checkedInAt: 1, outcome: 'present' }),
    row('absent', { outcome: 'absent' }),
  )
  expect(figuresOf(roster, ['struck'])).toEqual({ planned: 5, checkedIn: 2, absent: 3 })
})

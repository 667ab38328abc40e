import type { RosterRow } from '@/contract/get-roster'
import { calleeWords, nameWords, roster, rowMark, type RowSetting } from '@/copy/roster'
import { HOUR, MINUTE } from '@/domain/time'
import { at } from '../domain/facts'

const telling = { now: at('2026-03-06 16:00'), elder: false }
const until = at('2026-03-06 22:00')

it('tells who gave no name from others', () => {
  expect(nameWords('陈**', 'abcdefgh12xy')).toBe('陈**')
  expect(nameWords('', 'abcdefgh12xy')).toBe('未署名 12xy')
})

it.each([
  ['an offer', 'waitlist_offer', until, '名额留到今天晚上 10 点，点“我要”才算数'],
  ['a place, free to give back', 'booked_from_waitlist', until, '候补报上了，今天晚上 10 点前可免费取消'],
  ['a place, no longer free', 'booked_from_waitlist', telling.now, '候补报上了，看能不能来'],
] as const)('says what is to be told of %s', (_, kind, at_, words) => {
  expect(calleeWords({ kind, until: at_ }, telling)).toBe(words)
})

it('says where somebody lives, as far as it is known', () => {
  expect(roster.where({ gridName: '第一网格', building: '3栋' })).toBe('第一网格 3栋')
  expect(roster.where({ gridName: null, building: null })).toBe('没填住址')
})

describe('a row of the roster', () => {
  const plan = { startsAt: at('2026-03-07 10:00'), endsAt: at('2026-03-07 11:00') }
  const row: RosterRow = {
    ...{
      bookingId: 'b',
      attendeeId: 'a',
      kind: 'resident',
      name: '陈**',
      ownHousehold: false,
      outcome: null,
    },
    ...{ checkedInAt: plan.startsAt, checkInMethod: 'code', checkedOutAt: null, checkOutMethod: null },
    ...{ served: false, evaluation: null, decidedAnew: false },
  }
  const setting: RowSetting = { phase: 'check_in', struck: false, elder: false, plan, slotKind: 'post' }
  const early = { checkedOutAt: plan.endsAt - 20 * MINUTE, checkOutMethod: 'code' } as const
  const forgotten = { checkedOutAt: plan.endsAt, checkOutMethod: 'planned_end' } as const
  it.each<[string, Partial<RosterRow>, Partial<RowSetting>, object]>([
    ['says when somebody came', {}, {}, { words: '10:00 签到', hint: null, taps: true }],
    ['says that it was by hand', { checkInMethod: 'manual' }, {}, { words: '10:00 代签到' }],
    ['says that it was on paper', { checkInMethod: 'paper' }, {}, { words: '10:00 纸质名单' }],
    ['says how late', { checkedInAt: plan.startsAt + 12 * MINUTE }, {}, { hint: '迟到 12 分钟' }],
    ['says how early', early, {}, { hint: '早退 20 分钟' }],
    [
      'says both',
      { ...early, checkedInAt: plan.startsAt + 12 * MINUTE },
      {},
      { hint: '迟到 12 分钟，早退 20 分钟' },
    ],
    ['says when somebody left on time', { ...forgotten, checkOutMethod: 'code' }, {}, { hint: '11:00 签退' }],
    [
      'says that a check-out was forgotten',
      forgotten,
      { phase: 'closing' },
      { hint: /忘了签退，按计划结束算/ },
    ],
    [
      'says it once the books are closed',
      { ...forgotten, outcome: 'present' },
      { phase: 'closed' },
      { hint: '忘了签退，按计划结束算' },
    ],
    ['says nothing of a child who left', early, { slotKind: 'seat' }, { taps: false }],
    ['calls absent who was struck', {}, { phase: 'closing', struck: true }, { state: 'absent', taps: true }],
    ['asks nothing before', { checkedInAt: null }, { phase: 'before' }, { state: 'listed', taps: false }],
  ])('%s', (_, part, over, expected) => {
    const mark = rowMark({ ...row, ...part }, { ...setting, ...over })
    const { hint, ...rest } = expected as { hint?: unknown }
    expect(mark).toMatchObject(rest)
    if (hint instanceof RegExp) expect(mark.hint).toMatch(hint)
    else if (hint !== undefined) expect(mark.hint).toBe(hint)
  })

  it('is never later than an hour it lasted', () => {
    const late = rowMark({ ...row, checkedInAt: plan.endsAt + HOUR }, setting)
    expect(late.hint).toBe('迟到 60 分钟')
  })
})

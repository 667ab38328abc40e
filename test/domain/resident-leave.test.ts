import { endedLeave, isOnLeave, lastLeaveDay, leaveOf, withLeave, type Leave } from '@/domain/resident-leave'
import { DAY } from '@/domain/time'

const at = (day: string, time = '00:00:00') => Date.parse(`${day}T${time}+08:00`)
/** From the first day to the last, both of them in it. */
const leave = (first: string, last: string): Leave => ({ from: at(first), until: at(last) + DAY })
const NOW = at('2026-12-30', '23:59:59')

it.each<[string, string, string, Leave | null]>([
  ['one day', '2026-12-31', '2026-12-31', leave('2026-12-31', '2026-12-31')],
  ['from today, late as it is', '2026-12-30', '2027-01-02', leave('2026-12-30', '2027-01-02')],
  ['from a day gone by: from today', '2026-12-29', '2027-01-02', leave('2026-12-30', '2027-01-02')],
  ['sixty days ahead', '2027-02-28', '2027-02-28', leave('2027-02-28', '2027-02-28')],
  ['sixty-one', '2027-02-28', '2027-03-01', null],
  ['a last day before the first', '2027-01-02', '2027-01-01', null],
  ['days gone by', '2026-12-28', '2026-12-29', null],
])('takes %s', (_, first, last, expected) => {
  const days = { firstAt: at(first, '12:30:00'), lastAt: at(last, '07:00:00') }
  expect(leaveOf(days, NOW)).toEqual(expected)
})

it('lasts until midnight in Shanghai after its last day', () => {
  const leaves = [leave('2026-12-31', '2027-01-01')]
  expect(isOnLeave(leaves, at('2026-12-31') - 1)).toBe(false)
  expect(isOnLeave(leaves, at('2026-12-31'))).toBe(true)
  expect(isOnLeave(leaves, at('2027-01-02') - 1)).toBe(true)
  expect(isOnLeave(leaves, at('2027-01-02'))).toBe(false)
  expect(lastLeaveDay(NOW)).toBe(at('2027-02-28'))
})

it.each<[string, Leave[], Leave, Leave[]]>([
  [
    'overlap',
    [leave('2026-12-01', '2026-12-05')],
    leave('2026-12-04', '2026-12-09'),
    [leave('2026-12-01', '2026-12-09')],
  ],
  [
    'touch',
    [leave('2026-12-01', '2026-12-05')],
    leave('2026-12-06', '2026-12-09'),
    [leave('2026-12-01', '2026-12-09')],
  ],
  [
    'have a day between',
    [leave('2026-12-07', '2026-12-09')],
    leave('2026-12-01', '2026-12-05'),
    [leave('2026-12-01', '2026-12-05'), leave('2026-12-07', '2026-12-09')],
  ],
  [
    'are bridged by a third',
    [leave('2026-12-01', '2026-12-02'), leave('2026-12-08', '2026-12-09'), leave('2026-12-20', '2026-12-20')],
    leave('2026-12-03', '2026-12-07'),
    [leave('2026-12-01', '2026-12-09'), leave('2026-12-20', '2026-12-20')],
  ],
  [
    'lie one in the other',
    [leave('2026-12-01', '2026-12-09')],
    leave('2026-12-03', '2026-12-04'),
    [leave('2026-12-01', '2026-12-09')],
  ],
])('joins two that %s as one does', (_, had, one, expected) => {
  expect(withLeave(had, one)).toEqual(expected)
})

it.each<[string, Leave, Leave[]]>([
  ['has not begun: nothing is left of it', leave('2026-12-31', '2027-01-05'), []],
  ['began today: nothing is left of it', leave('2026-12-30', '2027-01-05'), []],
  [
    'began before: the days gone by are left',
    leave('2026-12-20', '2027-01-05'),
    [leave('2026-12-20', '2026-12-29')],
  ],
  ['is over: it stays', leave('2026-12-20', '2026-12-29'), [leave('2026-12-20', '2026-12-29')]],
])('ended early, one that %s', (_, one, expected) => {
  expect(endedLeave([one], one.from, NOW)).toEqual(expected)
})

import { DAY, HOUR } from '@/domain/time'
import { ANYTHING, queryOf, spanOf, wishes } from '@/stores/find'

const MONDAY = Date.parse('2026-03-02T00:00:00+08:00')
const noon = (day: number) => MONDAY + day * DAY + 12 * HOUR

it.each([
  ['today', 0, 0, 1],
  ['tomorrow', 0, 1, 2],
  ['weekend', 0, 5, 7],
  ['weekend', 5, 5, 7],
  // A Sunday's weekend is the next one: what is left of this one is today's.
  ['weekend', 6, 12, 14],
  ['week', 3, 3, 10],
] as const)('looks %s, from day %i, from day %i to before day %i', (days, today, from, until) => {
  expect(spanOf(days, noon(today))).toEqual({ from: MONDAY + from * DAY, until: MONDAY + until * DAY })
})

it('asks for nothing that does not matter', () => {
  expect(queryOf({ ...ANYTHING, words: '  ' }, MONDAY)).toEqual({})
  expect(queryOf({ ...ANYTHING, words: ' 绘本 ', skill: 'law' }, MONDAY)).toEqual({
    words: '绘本',
    skill: 'law',
  })
})

it('counts what matters beside the words', () => {
  expect(wishes({ ...ANYTHING, words: '绘本' })).toBe(0)
  expect(wishes({ ...ANYTHING, days: 'today', partOfDay: 'morning', gridId: 'a' })).toBe(3)
})

import { measured, type Measure } from '@/copy/figures'

it.each<[Measure, number | 'few' | null, string]>([
  ['attendances', 0, '0 人次'],
  ['minutes', 750, '12.5 小时'],
  ['volunteers', 83, '83 人'],
  ['fill', 59, '59 分钟'],
  ['fill', 60, '1 小时'],
  ['fill', 9 * 24 * 60, '9 天'],
  ['noShow', 4, '4%'],
  ['newcomers', 'few', '不单列'],
  ['fill', null, '—'],
])('tells of %s %s as %s', (measure, value, words) => {
  expect(measured(measure, value)).toBe(words)
})

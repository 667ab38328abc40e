import { ago, agoThen, date, hours, moment, period, spoken } from '@/copy/date'

const at = (iso: string) => Date.parse(`${iso}+08:00`)
// A Wednesday, one minute before midnight in Shanghai.
const now = at('2026-12-02T23:59')
const plain = { now, elder: false }

it.each([
  ['2026-12-02T16:20', '今天 16:20'],
  ['2026-12-03T00:00', '明天 00:00'],
  ['2026-12-04T16:20', '周五 16:20'],
  ['2026-12-08T23:59', '周二 23:59'],
  ['2026-12-09T00:00', '12月9日 周三 00:00'],
  ['2026-12-01T16:20', '12月1日 周二 16:20'],
  ['2027-01-02T10:00', '2027年1月2日 周六 10:00'],
])('tells %s as %s', (iso, words) => {
  expect(moment(at(iso), plain)).toBe(words)
})

it.each([
  ['2026-12-03T00:05', '明天凌晨 0 点 5 分'],
  ['2026-12-03T08:30', '明天早上 8 点半'],
  ['2026-12-03T12:00', '明天中午 12 点'],
  ['2026-12-03T16:20', '明天下午 4 点 20 分'],
  ['2026-12-05T20:00', '周六晚上 8 点'],
  ['2026-12-12T10:00', '12月12日上午 10 点'],
])('speaks %s as %s', (iso, words) => {
  expect(spoken(at(iso), now)).toBe(words)
})

it('shows a whole session, and speaks it in elder mode', () => {
  const [from, to] = [at('2026-12-03T16:20'), at('2026-12-03T17:20')]
  expect(period(from, to, plain)).toBe('明天 周四 12月3日 16:20–17:20')
  expect(period(from, to, { now, elder: true })).toBe(
    '明天 周四 12月3日 下午 4\u00a0点\u00a020\u00a0分到 5\u00a0点\u00a020\u00a0分',
  )
})

it.each([
  ['2026-12-02T23:58:01', '刚刚'],
  ['2026-12-02T23:56', '3 分钟前'],
  ['2026-12-02T22:59', '1 小时前'],
  ['2026-12-01T09:00', '昨天 09:00'],
  ['2026-11-30T09:00', '11月30日'],
])('is told as seen: %s was %s', (iso, words) => {
  expect(ago(at(iso), { now, elder: false })).toBe(words)
})

it('keeps a figure from the word after it', () => {
  expect(agoThen(at('2026-12-01T09:00'), { now, elder: false })).toBe('昨天 09:00 ')
  expect(agoThen(at('2026-12-02T23:56'), { now, elder: false })).toBe('3 分钟前')
})

it('counts hours in tenths and leaves out a zero', () => {
  expect([0, 60, 90, 750, 100].map(hours)).toEqual(['0', '1', '1.5', '12.5', '1.7'])
})

it('names the year of a date only when it is another', () => {
  expect([date(at('2026-12-31T23:59'), now), date(at('2027-01-01T00:00'), now)]).toEqual([
    '12月31日',
    '2027年1月1日',
  ])
})

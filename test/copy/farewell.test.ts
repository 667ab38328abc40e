import type { Farewell } from '@/contract/delete-account'
import { farewell, farewellWords } from '@/copy/farewell'

const now = Date.parse('2026-03-02T09:00:00+08:00')
const session = { title: '周六绘本课', startsAt: Date.parse('2026-03-07T10:00:00+08:00') }
const nothing: Farewell = {
  ...{ bookings: [], waiting: [], applications: [], leading: [], household: 'ends' },
  ...{ children: 0, points: 0, records: 0 },
}
const told = (change: Partial<Farewell>, elder = false) =>
  farewellWords({ ...nothing, ...change }, { now, elder }).flatMap(({ title, lines }) => [title, ...lines])

it.each<[string, Partial<Farewell>, string[]]>([
  ['somebody alone, with nothing to come', {}, ['您的家庭', '住址删掉。']],
  [
    'a place of two that is late to be given back',
    { bookings: [{ ...session, places: 2, late: true }] },
    ['周六绘本课，周六 10:00，2 个名额，已过免费取消的时间'],
  ],
  [
    'an offer',
    { waiting: [{ ...session, offered: true }] },
    ['周六绘本课，周六 10:00，留给您的名额给下一位'],
  ],
  [
    'a frozen list',
    { applications: [{ ...session, frozen: true }] },
    ['周六绘本课，周六 10:00，名单已公布，抽到时跳过'],
  ],
  ['a session to lead', { leading: [session] }, ['这些场次要社区另请领队']],
  ['children and points', { children: 2, points: 55 }, ['2 个孩子的资料一起删掉。', '剩下的 55 分作废。']],
  ['a family that goes on', { household: 'goes_on' }, ['家里其他人照常，积分留给他们。']],
  [
    'a family without a guardian',
    { household: 'goes_on', children: 1 },
    ['家里没有别的监护人了，1 个孩子的资料一起删掉。'],
  ],
])('tells of %s', (_, change, lines) => {
  expect(told(change)).toEqual(expect.arrayContaining(lines))
})

it('says a time as it is spoken where one reads large', () => {
  expect(told({ leading: [session] }, true).join()).toContain('上午 10\u00a0点')
})

it('says that records stay without a name, and for how long', () => {
  expect(farewell.staysWhy(3)).toMatch(/3 条服务记录.*10 年.*已注销的居民/)
})

import { calleeWords, nameWords, roster } from '@/copy/roster'
import { at } from '../domain/facts'

const telling = { now: at('2026-03-06 16:00'), elder: false }
const until = at('2026-03-06 22:00')

it('tells who gave no name from others', () => {
  expect(nameWords('陈**', 'abcdefgh12xy')).toBe('陈**')
  expect(nameWords('', 'abcdefgh12xy')).toBe('未署名 12xy')
})

it.each([
  ['an offer', 'waitlist_offer', until, '名额留到今天晚上 10 点,点“我要”才算数'],
  ['a place, free to give back', 'booked_from_waitlist', until, '候补报上了,今天晚上 10 点前可免费取消'],
  ['a place, no longer free', 'booked_from_waitlist', telling.now, '候补报上了,看能不能来'],
] as const)('says what is to be told of %s', (_, kind, at_, words) => {
  expect(calleeWords({ kind, until: at_ }, telling)).toBe(words)
})

it('says where somebody lives, as far as it is known', () => {
  expect(roster.where({ gridName: '第一网格', building: '3栋' })).toBe('第一网格 3栋')
  expect(roster.where({ gridName: null, building: null })).toBe('没填住址')
})

import { applicationWords } from '@/copy/schedule'
import { session } from '@/copy/session'
import { DAY } from '@/domain/time'
import { at } from '../domain/facts'

const drawAt = at('2026-03-16 20:00')
const telling = { now: at('2026-03-04 09:00'), elder: false }
const open = { drawAt, frozenAt: null, wantsNumber: true }

it.each([
  ['before it', open, telling.now, '等 3月16日 周一 20:00 抽签'],
  ['on the day before', open, drawAt - DAY, '等明天 20:00 抽签'],
  ['while its list is being closed', { ...open, wantsNumber: false }, drawAt, '名单已封存，马上抽'],
  ['while the number is awaited', { ...open, frozenAt: drawAt }, drawAt, '名单已封存，等公开号码'],
])('tells how a draw stands %s', (_, application, now, words) => {
  expect(applicationWords(application, { ...telling, now })).toBe(words)
})

it.each([
  [0, 0, '还没有人报名，您可以做第一个'],
  [0, 7, '已有 7 家报名抽签'],
  [3, 0, '已有 3 位邻居报名'],
  [3, 7, '已有 3 位邻居报名，7 家报名抽签'],
])('of %i booked and %i applied it says so', (going, applied, words) => {
  expect(session.going(going, applied)).toBe(words)
})

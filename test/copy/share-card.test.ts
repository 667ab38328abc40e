import { widthOf } from '@/copy/letters'
import { shareCard, TITLE_WIDTH, type CardFacts, type CardSlot } from '@/copy/share-card'
import { readPreview } from '@/domain/card-preview'
import { DAY, HOUR, MINUTE } from '@/domain/time'

const NOW = Date.parse('2026-11-25T10:00:00+08:00')
const WEDNESDAY = Date.parse('2026-12-02T16:20:00+08:00')
const FRIDAY = Date.parse('2026-11-27T16:20:00+08:00')

const post = (capacity: number, held: number, slot: Partial<CardSlot> = {}): CardSlot => ({
  ...{ kind: 'post', capacity, held, opensAt: NOW - DAY, drawAt: null, drawnAt: null },
  ...slot,
})
const seat = (capacity: number, held: number, slot: Partial<CardSlot> = {}) =>
  post(capacity, held, { kind: 'seat', ...slot })
const facts = (change: Partial<CardFacts> = {}): CardFacts => ({
  title: '放学交通劝导',
  ...{ place: '附中东门', community: '凤凰山社区', kind: 'traffic_duty' },
  ...{ startsAt: FRIDAY, endsAt: FRIDAY + HOUR, cancelled: false, slots: [post(4, 2)] },
  ...change,
})
const titleOf = (change: Partial<CardFacts>, now = NOW) => shareCard(facts(change), now).title

it.each<[string, Partial<CardFacts>, string]>([
  ['posts of which some are missing', {}, '放学交通劝导 周五16:20|还差2人'],
  ['several posts, counted together', { slots: [post(4, 2), post(2, 1)] }, '放学交通劝导 周五16:20|还差3人'],
  ['posts all taken', { slots: [post(4, 4)] }, '放学交通劝导 周五16:20|已满可候补'],
  ['seats', { title: '绘本课', slots: [seat(20, 14)] }, '绘本课 周五16:20|剩6个名额'],
  [
    'seats and a post that is missing',
    { title: '绘本课', slots: [seat(20, 14), post(2, 1)] },
    '绘本课 周五16:20|剩6个名额 还差1位志愿者',
  ],
  [
    'seats that open later',
    { title: '绘本课', slots: [seat(20, 8, { opensAt: NOW + DAY })] },
    '绘本课 周五16:20|周四10:00开放',
  ],
  [
    'seats that are drawn',
    { title: '陶艺', slots: [seat(10, 0, { drawAt: NOW + DAY })] },
    '陶艺 周五16:20|周四10:00抽签',
  ],
  [
    'seats that were to be drawn by now',
    { title: '陶艺', slots: [seat(10, 0, { drawAt: NOW - MINUTE })] },
    '陶艺 周五16:20|等抽签结果',
  ],
  [
    'more than a week ahead',
    { startsAt: WEDNESDAY, endsAt: WEDNESDAY + HOUR },
    '放学交通劝导 12月2日16:20|还差2人',
  ],
  ['a cancelled session', { cancelled: true }, '放学交通劝导 周五16:20|已取消'],
  ['no slots', { slots: [] }, '放学交通劝导 周五16:20'],
])('says of %s what is still needed', (_, change, title) => {
  expect(titleOf(change)).toBe(title)
})

it('says that it has begun, and that it is over', () => {
  expect(titleOf({}, FRIDAY)).toContain('|已开始')
  expect(titleOf({}, FRIDAY + HOUR - 1)).toContain('|已开始')
  expect(titleOf({}, FRIDAY + HOUR)).toContain('|已结束')
})

it('of last year says which year it was, and that it is over', () => {
  expect(titleOf({}, FRIDAY + 366 * DAY)).toBe('放学交通劝导 2026年11月27日16:20|已结束')
})

it('never says today or tomorrow: a card is read days later', () => {
  expect(titleOf({ startsAt: NOW + HOUR, endsAt: NOW + 2 * HOUR })).toContain(' 周三11:00|')
})

it.each(['字'.repeat(30), 'a'.repeat(30), '👨‍👩‍👧'.repeat(12), '绘本📚'.repeat(8)])(
  'shortens the title %s and keeps the time and what is needed',
  (title) => {
    const card = shareCard(facts({ title, slots: [seat(20, 14), post(2, 0)] }), NOW)
    expect(widthOf(card.title)).toBeLessThanOrEqual(TITLE_WIDTH)
    expect(card.title).toMatch(/… 周五16:20\|剩6个名额 还差2位志愿者$/)
    expect(card.title).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|\u200d…/)
  },
)

// Each as one is seen, and would be seen in halves.
it.each(['🇨🇳', '👨‍👩‍👧', '👍🏽', '1️⃣', '❤️‍🔥', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'e\u0301', '📚'])(
  'never cuts through %s, wherever it stands',
  (letter) => {
    for (let before = 0; before < 14; before += 1) {
      const { title } = shareCard(facts({ title: 'x'.repeat(before) + letter.repeat(50) }), NOW)
      const name = title.slice(0, title.indexOf('…')).replace(/^x*/, '')
      expect(name.length).toBeGreaterThan(0)
      expect(name).toBe(letter.repeat(name.length / letter.length))
      expect(widthOf(title)).toBeLessThanOrEqual(TITLE_WIDTH)
    }
  },
)

it('keeps enough of the title to know it by, and leaves out the volunteers for that', () => {
  const far = { startsAt: WEDNESDAY, endsAt: WEDNESDAY + HOUR, slots: [seat(20, 14), post(2, 0)] }
  expect(titleOf({ ...far, title: '周末亲子绘本共读会' })).toBe('周末亲子绘本共读会 12月2日16:20|剩6个名额')
  expect(titleOf({ ...far, title: '绘本' })).toBe('绘本 12月2日16:20|剩6个名额 还差2位志愿者')
})

it('carries enough in its link for a first screen', () => {
  const { title, place, kind, startsAt, endsAt } = facts()
  expect(readPreview(shareCard(facts(), NOW).query)).toEqual({ title, place, kind, startsAt, endsAt })
})

it('has a picture with the date, and no name of anybody', () => {
  expect(shareCard(facts(), NOW).picture).toEqual({
    ...{ kind: '护学岗', community: '凤凰山社区', title: '放学交通劝导', place: '附中东门' },
    ...{ day: '11月27日 周五', hours: '16:20–17:20', need: '还差2人', more: '', urgent: true },
  })
})

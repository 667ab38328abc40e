import { keepsakeCard, keepsakeSentence, type KeepsakeFigures } from '@/copy/keepsake'
import { ACTIVITY_KINDS } from '@/domain/activity'
import { DAY } from '@/domain/time'
import { at } from '../domain/facts'

const startsAt = at('2026-12-02 16:20')
const figures = (change: Partial<KeepsakeFigures> = {}): KeepsakeFigures => ({
  community: '凤凰山社区',
  ...{ activityKind: 'traffic_duty', activityTitle: '放学护学岗', place: '附中东门', startsAt },
  ...{ minutes: 40, neighbours: 5, thanks: 0 },
  ...change,
})

it('says what was done with how many neighbours, and for how long', () => {
  expect(keepsakeSentence(figures(), startsAt)).toBe('今天您和 5 位邻居在路口守了 40 分钟')
  expect(keepsakeSentence(figures(), startsAt + DAY)).toBe('12月2日，您和 5 位邻居在路口守了 40 分钟')
})

it('speaks of nobody else to who was alone, whatever it was', () => {
  for (const activityKind of ACTIVITY_KINDS) {
    const sentence = keepsakeSentence(figures({ activityKind, neighbours: 0 }), startsAt)
    expect(sentence).toMatch(/^今天您.+了 40 分钟$/)
    expect(sentence).not.toMatch(/邻居|一起|0 位/)
  }
})

it.each([
  [1, '1 分钟'],
  [59, '59 分钟'],
  [60, '1 小时'],
  [90, '1.5 小时'],
  [120, '2 小时'],
])('tells %d minutes as %s', (minutes, words) => {
  const { figure, unit } = keepsakeCard(figures({ minutes }))
  expect(`${figure} ${unit}`).toBe(words)
})

it('bears its year, for it is kept', () => {
  expect(keepsakeCard(figures())).toMatchObject({
    ...{ date: '2026年12月2日 周三', title: '放学护学岗', place: '附中东门' },
    ...{ thanks: null, community: '凤凰山社区 · 邻里' },
  })
  expect(keepsakeCard(figures({ thanks: 12 })).thanks).toBe('12 家谢谢您')
})

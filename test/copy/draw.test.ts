import { checkLines, howDrawn, outcomeMark, pointsSentence } from '@/copy/draw'
import { slotWords } from '@/copy/slot'
import { DAY, HOUR } from '@/domain/time'
import { at, slotTerms } from '../domain/facts'

const now = at('2026-03-04 09:00')
const drawAt = at('2026-03-06 20:00')
const telling = { now, elder: false }
const figures = {
  ...{ drawAt, drawnAt: null, capacity: 20, wantsNumber: true, publicNumber: null },
  session: { startsAt: drawAt + 3 * DAY },
}

describe('the points of an application', () => {
  it.each([
    [0, '不用积分是 1 份机会'],
    [10, '2 份机会。按积分抽中才扣这 10 分'],
    [40, '5 份机会。按积分抽中才扣这 40 分'],
  ])('%i are told by what they bring', (points, words) => {
    expect(pointsSentence(points)).toContain(words)
  })
})

describe('how an application came off', () => {
  const nothing = { won: null, turn: null, passedOver: null }
  it.each([
    ['a place', { ...nothing, won: 'weighted' as const }, '抽中'],
    ['a place of the newcomers', { ...nothing, won: 'newcomers' as const }, '抽中·新家庭'],
    ['a turn', { ...nothing, turn: 3 }, '候补 3'],
    ['a reason before the turn', { won: null, turn: 3, passedOver: 'overlaps' }, '没给：时间和别的活动撞上'],
    ['a reason this phone does not know', { ...nothing, passedOver: 'later_reason' }, '没给：当时还不能报'],
  ])('is told as %s', (_, outcome, words) => {
    expect(outcomeMark(outcome).words).toBe(words)
  })
})

describe('how it is drawn', () => {
  it('names the places for newcomers, the closing time, and the number once it is there', () => {
    const steps = howDrawn({ ...figures, publicNumber: '427' }, now).join('\n')
    for (const words of ['周五晚上 8 点截止', '号码 427，', '抽 6 个名额']) expect(steps).toContain(words)
  })

  it('says until when a number is waited for, and that none came', () => {
    expect(howDrawn(figures, now).join()).toContain('周六晚上 8 点前没有填，就只用种子抽')
    const without = howDrawn({ ...figures, drawnAt: drawAt + DAY }, now).join()
    expect(without).toContain('本来还要用公开号码。周六晚上 8 点前没有填，就只用种子抽')
  })

  it('says nothing of a number where none is asked for', () => {
    expect(howDrawn({ ...figures, wantsNumber: false }, now).join()).not.toContain('号码')
  })

  it('says so where there are too few places for newcomers to have some', () => {
    expect(howDrawn({ ...figures, capacity: 3 }, now).join()).toContain('不另留')
  })
})

describe('what the phone found', () => {
  it('is told line by line, the wrong ones as wrong', () => {
    const lines = checkLines({ seed: true, list: true, result: false }, 12)
    expect(lines.map((line) => line.ok)).toEqual([true, true, false])
    expect(lines[2]?.words).toBe('重抽一遍，12 家的结果不一样')
  })
})

describe('a slot that is drawn', () => {
  const words = (when: number, drawnAt: number | null = null) =>
    slotWords(
      {
        ...slotTerms({ allocation: 'draw', drawAt, drawnAt, opensAt: drawAt }),
        ...{ title: '', points: 0, held: 0, applications: 12, ageBand: null },
      },
      { ...telling, now: when },
    )

  it('says when, and how many have applied', () => {
    expect(words(now)).toMatchObject({
      mark: { words: '周五 20:00 抽签' },
      count: '20 个名额 · 12 家已报名',
      fills: false,
    })
    expect(words(drawAt).mark.words).toBe('等抽签结果')
  })

  it('is a slot like any other afterwards', () => {
    const after = words(drawAt + DAY, drawAt + HOUR)
    expect(after).toMatchObject({ mark: { words: '剩 20 个名额' }, window: null, fills: true })
  })
})

import { fillCurve, fillsFrom, FILL_TARGET, horizonOf, slotFill, type PlacesMoved } from '@/domain/fill'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import { slotTerms as terms } from './facts'

const NOON = Date.parse('2026-03-02T12:00:00+08:00')
const SATURDAY = NOON + 5 * DAY

describe('a slot fills from', () => {
  const window = { price: 10, share: 70, capacity: 10, priorityOpensAt: NOON + HOUR, opensAt: NOON + DAY }
  it.each<[string, Parameters<typeof terms>[0], number]>([
    ['when it was heard of, where it was open before', { opensAt: NOON - 1 }, NOON],
    ['its opening, where that is later', { opensAt: NOON + 1 }, NOON + 1],
    ['the opening of its window, where it has one', window, NOON + HOUR],
    ['the general opening, where its window has no place to give', { ...window, share: 0 }, NOON + DAY],
  ])('%s', (_, change, from) => {
    expect(fillsFrom(NOON, terms(change))).toBe(from)
  })
})

describe('the places of a slot', () => {
  const session = { startsAt: SATURDAY, cancelledAt: null }
  const slot = { from: NOON, capacity: 8, held: 6, fullAt: null }
  it.each<[string, Partial<Parameters<typeof slotFill>[0]>, number, ReturnType<typeof slotFill>]>([
    ['cannot be taken before their opening', {}, NOON - 1, { is: 'closed', from: NOON }],
    ['fill from their opening on', {}, NOON, { is: 'filling', lack: 2 }],
    ['still fill in the half hour', {}, NOON + FILL_TARGET - 1, { is: 'filling', lack: 2 }],
    ['are stuck when it is over', {}, NOON + FILL_TARGET, { is: 'stuck', lack: 2 }],
    [
      'are full with the last one',
      { held: 8, fullAt: NOON + 22 * MINUTE },
      SATURDAY - 1,
      { is: 'full', after: 22 },
    ],
    ['are full of what was taken at once', { held: 8, fullAt: NOON }, NOON, { is: 'full', after: 0 }],
    ['are full when there are fewer of them', { held: 8 }, NOON, { is: 'full', after: null }],
    ['fill again when one is given back', { held: 7, fullAt: NOON }, NOON + DAY, { is: 'stuck', lack: 1 }],
    ['are nobody’s to take once it has begun', {}, SATURDAY, { is: 'over', lack: 2 }],
    ['lack nobody though there are more than places', { held: 9 }, NOON, { is: 'full', after: null }],
  ])('%s', (_, change, now, fill) => {
    expect(slotFill({ ...slot, ...change }, session, now)).toEqual(fill)
  })

  it('lack nobody who could come when the session is cancelled', () => {
    expect(slotFill(slot, { ...session, cancelledAt: NOON }, NOON)).toEqual({ is: 'over', lack: 2 })
  })
})

describe('the curve', () => {
  const at = (minute: number, places = 1): PlacesMoved => ({ at: NOON + minute * MINUTE, places })
  const stepsOf = (moved: PlacesMoved[], until: number) =>
    fillCurve(moved, NOON, NOON + until * MINUTE).map(({ minute, taken }) => [minute, taken])

  it.each<[string, PlacesMoved[], number, number[][]]>([
    [
      'begins with nothing, and ends now',
      [],
      18,
      [
        [0, 0],
        [18, 0],
      ],
    ],
    ['is one point when it begins', [], 0, [[0, 0]]],
    [
      'rises with each place, and stays until now',
      [at(2), at(5, 2)],
      9,
      [
        [0, 0],
        [2, 1],
        [5, 3],
        [9, 3],
      ],
    ],
    [
      'tells what was taken in one minute as one',
      [at(2), at(2.9)],
      3,
      [
        [0, 0],
        [2, 2],
        [3, 2],
      ],
    ],
    [
      'falls with a place that is given back',
      [at(2, 2), at(4, -1)],
      4,
      [
        [0, 0],
        [2, 2],
        [4, 1],
      ],
    ],
    [
      'begins with what was taken before',
      [at(-5, 2), at(1)],
      2,
      [
        [0, 2],
        [1, 3],
        [2, 3],
      ],
    ],
    [
      'knows nothing of what comes later',
      [at(1), at(3)],
      2,
      [
        [0, 0],
        [1, 1],
        [2, 1],
      ],
    ],
  ])('%s', (_, moved, until, steps) => {
    expect(stepsOf(moved, until)).toEqual(steps)
  })

  it('is true at its end, and short, however long it takes and however many come', () => {
    const minutes = Array.from({ length: 2000 }, (_, index) => index * 5)
    const steps = stepsOf(
      minutes.map((minute) => at(minute)),
      9997,
    )
    expect(steps.length).toBeLessThanOrEqual(125)
    expect(steps.at(-1)).toEqual([9997, 2000])
    expect(steps.filter(([minute = 0]) => minute <= 60)).toHaveLength(13)
    for (const [minute = 0, taken = 0] of steps) {
      const really = minutes.filter((it) => it <= minute).length
      expect(really - taken).toBeGreaterThanOrEqual(0)
      expect(minute > 60 ? 0 : really - taken).toBe(0)
    }
  })

  it.each([
    [0, 60],
    [60, 60],
    [61, 360],
    [24 * 60, 24 * 60],
    [24 * 60 + 1, 3 * 24 * 60],
    [40 * 24 * 60, 40 * 24 * 60],
  ])('has an axis that reaches, after %i minutes, as far as %i', (minutes, horizon) => {
    expect(horizonOf(minutes)).toBe(horizon)
  })
})

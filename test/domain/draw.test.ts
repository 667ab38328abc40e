import { createHash } from 'node:crypto'
import { listHash, runDraw, seedHash } from '@/domain/draw'
import { newcomersPlaces, stakedPoints, weightOf } from '@/domain/draw-chance'
import { application, applicationId, frozenList, seedNumber } from './draw-facts'

const nobody = () => false
const seed = { seed: seedNumber(1), publicNumber: null }
const draw = (list: ReturnType<typeof frozenList>, barred: Parameters<typeof runDraw>[2] = nobody) =>
  runDraw(list, seed, barred)

describe('the weight of an application', () => {
  it.each([
    [0, 1],
    [9, 1],
    [10, 2],
    [19, 2],
    [20, 3],
    [39, 4],
    [40, 5],
    [50, 5],
    [1000, 5],
  ])('with %i points is %i', (points, weight) => {
    expect(weightOf(points)).toBe(weight)
  })

  it.each([
    ['what was named', 40, 40, 40],
    ['no more than was named', 10, 100, 10],
    ['whole tens of what is there', 40, 39, 30],
    ['nothing when less than ten are there', 40, 9, 0],
    ['nothing when none are there', 10, 0, 0],
    ['nothing when none were named', 0, 100, 0],
  ])('stakes %s', (_, named, canPay, staked) => {
    expect(stakedPoints(named, canPay)).toBe(staked)
  })
})

describe("the newcomers' part", () => {
  it.each([
    [1, 0],
    [3, 0],
    [4, 1],
    [6, 1],
    [7, 2],
    [10, 3],
    [20, 6],
    [33, 9],
    [1000, 300],
  ])('of %i places is %i', (capacity, places) => {
    expect(newcomersPlaces(capacity)).toBe(places)
  })

  it('is drawn among newcomers only, whatever others stake', () => {
    const heavy = Array.from({ length: 20 }, (_, index) => application(index, { weight: 5 }))
    const newcomers = [20, 21, 22].map((index) => application(index, { newcomer: true }))
    const { winners } = draw(frozenList(10, [...heavy, ...newcomers]))
    const first = winners.filter((it) => it.part === 'newcomers').map((it) => it.id)
    expect(first.sort()).toEqual(newcomers.map((it) => it.id))
    expect(winners).toHaveLength(10)
  })

  it('goes to the others where there are too few newcomers', () => {
    const applications = Array.from({ length: 10 }, (_, index) =>
      application(index, { newcomer: index === 0 }),
    )
    const { winners } = draw(frozenList(10, applications))
    expect(winners.filter((it) => it.part === 'newcomers')).toHaveLength(1)
    expect(winners).toHaveLength(10)
  })

  it('passes over a party larger than the part, which is drawn again with the rest', () => {
    const list = frozenList(10, [application(1, { newcomer: true, places: 4 })])
    expect(draw(list).winners).toEqual([{ id: applicationId(1), part: 'weighted' }])
  })
})

describe('the draw', () => {
  it('of nobody gives nothing', () => {
    expect(draw(frozenList(10, []))).toEqual({ winners: [], waiting: [] })
  })

  it('gives everybody a place where there are enough', () => {
    const applications = Array.from({ length: 10 }, (_, index) => application(index))
    expect(draw(frozenList(10, applications)).waiting).toEqual([])
    expect(draw(frozenList(9, applications)).waiting).toHaveLength(1)
  })

  it('passes over a party that does not fit, and gives its places to the next that does', () => {
    const parties = Array.from({ length: 12 }, (_, index) =>
      application(index, { places: index % 2 ? 3 : 2 }),
    )
    for (let index = 0; index < 50; index += 1) {
      const list = frozenList(7, parties)
      const { winners, waiting } = runDraw(list, { ...seed, seed: seedNumber(index) }, nobody)
      expect(winners.length + waiting.length).toBe(12)
      const places = (id: string) => parties.find((it) => it.id === id)?.places ?? 0
      const given = winners.reduce((sum, it) => sum + places(it.id), 0)
      // Twos and threes fill seven places wholly whatever comes first, or leave one that nobody fits.
      expect(given).toBeGreaterThanOrEqual(6)
      expect(given).toBeLessThanOrEqual(7)
      expect(waiting.every((id) => places(id) > 7 - given)).toBe(true)
    }
  })

  it('never gives a place to a party larger than the slot, which waits in its turn', () => {
    const { winners, waiting } = draw(frozenList(2, [application(1, { places: 3 }), application(2)]))
    expect(winners.map((it) => it.id)).toEqual([applicationId(2)])
    expect(waiting).toEqual([applicationId(1)])
  })

  it('keeps who may not have a place in the order, but gives it to the next', () => {
    const applications = Array.from({ length: 6 }, (_, index) => application(index))
    const list = frozenList(1, applications)
    const free = draw(list)
    const barred = draw(list, (id) => id === free.winners[0]!.id)
    expect(barred.winners.map((it) => it.id)).toEqual([free.waiting[0]])
    expect(barred.waiting).toEqual([free.winners[0]!.id, ...free.waiting.slice(1)])
  })

  it('does not depend on the order in which applications came', () => {
    const applications = Array.from({ length: 9 }, (_, index) =>
      application(index, { weight: 1 + (index % 5), newcomer: index % 2 === 0 }),
    )
    const turned = [...applications].reverse()
    expect(draw(frozenList(4, turned))).toEqual(draw(frozenList(4, applications)))
    expect(listHash(frozenList(4, turned))).toBe(listHash(frozenList(4, applications)))
  })

  it('comes out another way with another seed and with another public number', () => {
    const list = frozenList(
      5,
      Array.from({ length: 30 }, (_, index) => application(index)),
    )
    const order = (publicNumber: string | null, from = 1) =>
      runDraw(list, { seed: seedNumber(from), publicNumber }, nobody)
        .winners.map((it) => it.id)
        .join()
    const orders = [order(null), order(null, 2), order('000'), order('001'), order('100')]
    expect(new Set(orders).size).toBe(5)
  })
})

describe('what is published', () => {
  it('is the hash of the bytes of the seed', () => {
    const bytes = Buffer.from(seedNumber(3), 'hex')
    expect(seedHash(seedNumber(3))).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it('is the hash of the list, line by line', () => {
    const list = frozenList(10, [
      application(2, { places: 2, weight: 5 }),
      application(1, { newcomer: true, weight: 1 }),
    ])
    const text = 'slot00000000 10\napp000000001 1 1 1\napp000000002 2 5 0'
    expect(listHash(list)).toBe(createHash('sha256').update(text).digest('hex'))
  })
})

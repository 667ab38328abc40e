import { runDraw } from '@/domain/draw'
import { application, applicationId, frozenList, seedNumber } from './draw-facts'

// Fixed seeds, so that the counts are the same in every run; the bounds are four standard deviations.
const DRAWS = 10_000
const FEWER = 2_500

function counts(
  draws: number,
  each: (seed: { seed: string; publicNumber: null }) => string[],
): Map<string, number> {
  const found = new Map<string, number>()
  for (let index = 0; index < draws; index += 1) {
    for (const what of each({ seed: seedNumber(index), publicNumber: null })) {
      found.set(what, (found.get(what) ?? 0) + 1)
    }
  }
  return found
}

function expectChance(count: number | undefined, chance: number, draws = DRAWS): void {
  const bound = 4 * Math.sqrt(draws * chance * (1 - chance))
  expect(Math.abs((count ?? 0) - draws * chance)).toBeLessThan(bound)
}

describe('over many draws', () => {
  const weights = [1, 2, 3, 4, 5]
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const list = frozenList(
    1,
    weights.map((weight) => application(weight, { weight })),
  )
  const orders = counts(DRAWS, (seed) => {
    const { winners, waiting } = runDraw(list, seed, () => false)
    return [`first ${winners[0]?.id}`, `second ${waiting[0]}`]
  })

  it.each(weights)('a weight of %i wins in proportion to it', (weight) => {
    expectChance(orders.get(`first ${applicationId(weight)}`), weight / all)
  })

  it.each(weights)('a weight of %i comes second as if drawn from those who are left', (weight) => {
    const chance = weights
      .filter((other) => other !== weight)
      .reduce((sum, other) => sum + ((other / all) * weight) / (all - other), 0)
    expectChance(orders.get(`second ${applicationId(weight)}`), chance)
  })

  it("newcomers share their part evenly, whatever they stake, and the rest takes the others' turn", () => {
    const newcomers = [0, 1, 2, 3, 4].map((index) =>
      application(index, { newcomer: true, weight: index === 0 ? 5 : 1 }),
    )
    const others = [5, 6, 7].map((index) => application(index))
    const part = counts(FEWER, (seed) => {
      const { winners } = runDraw(frozenList(4, [...newcomers, ...others]), seed, () => false)
      return winners.filter((it) => it.part === 'newcomers').map((it) => it.id)
    })
    for (const { id } of newcomers) expectChance(part.get(id), 1 / 5, FEWER)
    expect(others.some(({ id }) => part.has(id))).toBe(false)
  })
})

import { listHash, runDraw, seedHash } from '@/domain/draw'
import { checkRecord, type DrawRecord } from '@/domain/draw-record'
import { drawByHand } from '../draw-by-hand'
import { application, applicationId, frozenList, seedNumber } from './draw-facts'

/** A record as a draw leaves it: forty parties of one to three, every weight, three of them barred. */
function recordOf(index: number, publicNumber: string | null = null): DrawRecord {
  const applications = Array.from({ length: 40 }, (_, it) =>
    application(it, { places: 1 + ((it + index) % 3), weight: 1 + (it % 5), newcomer: it % 4 === 0 }),
  )
  const list = frozenList(20, applications)
  const seed = { seed: seedNumber(index), publicNumber }
  const barred = new Set([4, 9, 22].map(applicationId))
  const { winners, waiting } = runDraw(list, seed, (id) => barred.has(id))
  return {
    ...list,
    ...seed,
    seedHash: seedHash(seed.seed),
    listHash: listHash(list),
    applications: applications.map((it) => ({
      ...it,
      passedOver: barred.has(it.id) ? 'overlaps' : null,
      won: winners.find((winner) => winner.id === it.id)?.part ?? null,
      turn: waiting.includes(it.id) ? waiting.indexOf(it.id) + 1 : null,
    })),
  }
}

describe('a record worked out by hand from its JSON', () => {
  it.each([
    ['without a public number', null],
    ['with one', '427'],
    ['with one that begins with a zero', '007'],
  ])('comes out the same %s', (_, publicNumber) => {
    for (let index = 0; index < 6; index += 1) {
      const record = recordOf(index, publicNumber)
      const byHand = drawByHand(JSON.stringify(record))
      expect(byHand.seedHash).toBe(record.seedHash)
      expect(byHand.listHash).toBe(record.listHash)
      const won = record.applications.filter((it) => it.won !== null)
      expect([...byHand.winners].sort(byId)).toEqual(won.map((it) => ({ id: it.id, part: it.won })))
      const waiting = record.applications.filter((it) => it.turn !== null)
      expect(byHand.waiting).toEqual(waiting.sort((a, b) => a.turn! - b.turn!).map((it) => it.id))
    }
  })
})

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

describe('checking a record', () => {
  const good = { seed: true, list: true, result: true }

  it('finds nothing wrong with an honest one', () => {
    expect(checkRecord(recordOf(1))).toEqual(good)
    expect(checkRecord(recordOf(1, '427'))).toEqual(good)
  })

  it('finds nothing wrong with a draw nobody applied for', () => {
    const record = {
      ...recordOf(1),
      applications: [],
      listHash: listHash({ ...recordOf(1), applications: [] }),
    }
    expect(checkRecord(record)).toEqual(good)
  })

  it.each<[string, (record: DrawRecord) => void, Partial<typeof good>]>([
    [
      'another seed than was promised',
      (record) => {
        record.seed = seedNumber(99)
      },
      { seed: false, result: false },
    ],
    [
      'somebody taken off the list',
      (record) => {
        record.applications.pop()
      },
      { list: false, result: false },
    ],
    [
      'a weight changed afterwards',
      (record) => {
        record.applications[7]!.weight += 1
      },
      { list: false, result: false },
    ],
    [
      'fewer places than there were',
      (record) => {
        record.capacity -= 1
      },
      { list: false, result: false },
    ],
    [
      'another public number',
      (record) => {
        record.publicNumber = '428'
      },
      { result: false },
    ],
    [
      'two turns exchanged',
      (record) => {
        const [first, second] = record.applications.filter((it) => it.turn !== null)
        ;[first!.turn, second!.turn] = [second!.turn, first!.turn]
      },
      { result: false },
    ],
    [
      'a winner who was not drawn',
      (record) => {
        Object.assign(
          record.applications.find((it) => it.won === null)!,
          { won: 'weighted', turn: null },
        )
      },
      { result: false },
    ],
    [
      'somebody passed over without a reason',
      (record) => {
        record.applications.find((it) => it.won !== null)!.passedOver = 'overlaps'
      },
      { result: false },
    ],
  ])('shows %s', (_, spoil, wrong) => {
    const record = recordOf(2, '427')
    spoil(record)
    expect(checkRecord(record)).toEqual({ ...good, ...wrong })
  })
})

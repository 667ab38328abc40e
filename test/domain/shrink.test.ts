import fc from 'fast-check'
import { limitsOf, sumOf, whoKeeps, type HoldingParty } from '@/domain/shrink'

/** A booking of places for nothing, or with points in the window. */
const general = (places: number): HoldingParty => ({ places, ofWindow: 0 })
const paid = (places: number): HoldingParty => ({ places, ofWindow: places })
const ten = Array.from({ length: 10 }, () => general(1))

describe('what a slot of so many places allows', () => {
  it.each<[string, number, number, number, number]>([
    ['the share of its places', 20, 70, 0, 14],
    ['in whole places, rounded down', 12, 70, 0, 8],
    ['none of one place', 1, 70, 0, 0],
    ['more, where a cadre keeps more', 12, 70, 10, 10],
    ['never more than its places', 12, 70, 14, 12],
    ['the share, where fewer are kept', 20, 70, 3, 14],
  ])('%s', (_, capacity, share, keep, window) => {
    expect(limitsOf(capacity, share, keep)).toEqual({ capacity, window })
  })
})

describe('of a slot that shrinks', () => {
  it.each<[string, HoldingParty[], number, number, number[]]>([
    ['everybody keeps a place while all fit', ten, 10, 0, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ['one place fewer costs the last one', ten, 9, 0, [0, 1, 2, 3, 4, 5, 6, 7, 8]],
    ['the first keeps the only place', ten, 1, 0, [0]],
    ['a family that fits exactly stays', [general(1), general(2)], 3, 0, [0, 1]],
    ['a family that does not fit is released whole', [general(1), general(2)], 2, 0, [0]],
    ['a smaller one behind it still fits', [general(1), general(2), general(1)], 2, 0, [0, 2]],
    ['window places stay within their share', [paid(1), paid(1), general(1)], 3, 1, [0, 2]],
    ['a window family over the share is released whole', [paid(1), paid(2), paid(1)], 9, 2, [0, 2]],
    ['with no window left only free places stay', [paid(1), general(1)], 2, 0, [1]],
    ['both limits are asked of a window family', [general(2), paid(2)], 3, 2, [0]],
  ])('%s', (_, inOrder, capacity, window, kept) => {
    const named = inOrder.map((party, index) => ({ ...party, index }))
    expect(whoKeeps(named, { capacity, window }).kept.map((party) => party.index)).toEqual(kept)
  })

  it('what is kept is within both limits, nobody is lost, and whoever goes would not have fitted', () => {
    const party = fc
      .record({ places: fc.integer({ min: 1, max: 4 }), pays: fc.boolean() })
      .map(({ places, pays }) => (pays ? paid(places) : general(places)))
    const limit = fc.integer({ min: 1, max: 12 })
    fc.assert(
      fc.property(fc.array(party, { maxLength: 12 }), limit, limit, (inOrder, capacity, window) => {
        const { kept, released } = whoKeeps(inOrder, { capacity, window })
        const held = sumOf(kept)
        expect(held.places).toBeLessThanOrEqual(capacity)
        expect(held.ofWindow).toBeLessThanOrEqual(window)
        expect([...kept, ...released]).toHaveLength(inOrder.length)
        for (const gone of released) {
          const before = sumOf(kept.filter((it) => inOrder.indexOf(it) < inOrder.indexOf(gone)))
          const fits = before.places + gone.places <= capacity && before.ofWindow + gone.ofWindow <= window
          expect(fits).toBe(false)
        }
      }),
    )
  })
})

/** Chance that repeats itself: the same seed gives the same demo. */
export interface Chance {
  /** a whole number from 0 up to, but not including, `limit` */
  below: (limit: number) => number
  pick: <T>(list: readonly T[]) => T
  /** a copy in another order */
  shuffle: <T>(list: readonly T[]) => T[]
  /** true so many times in a hundred */
  percent: (share: number) => boolean
}

/** @param seed any whole number */
export function createChance(seed: number): Chance {
  let state = seed | 0
  // mulberry32: 32 bits of state are plenty to choose names and neighbours.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
    shuffle: <T>(list: readonly T[]) => {
      const copy = [...list]
      for (let last = copy.length - 1; last > 0; last -= 1) {
        const other = below(last + 1)
        ;[copy[last], copy[other]] = [copy[other] as T, copy[last] as T]
      }
      return copy
    },
    percent: (share) => below(100) < share,
  }
}

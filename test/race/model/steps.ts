import fc from 'fast-check'
import type { SESSIONS } from './plan'

/** Whom a request is for: children and parent of one home, by their places among its people. */
export interface Ask {
  home: number
  slot: number
  people: number[]
}

/** What `pick` picks from depends on what there is when the step is played. */
export type Step =
  | ({ kind: 'book' } & Ask)
  | ({ kind: 'join'; usePoints: boolean } & Ask)
  | { kind: 'cancel'; pick: number; whole: boolean; ended: boolean }
  | { kind: 'leave'; pick: number; ended: boolean }
  | { kind: 'change'; pick: number; usePoints: boolean; ended: boolean }
  | { kind: 'accept'; pick: number; ended: boolean }
  | { kind: 'shrink'; slot: number; capacity: number; keepWindowPlaces: boolean; dryRun: boolean }
  | { kind: 'wait'; minutes: number }
  | { kind: 'until'; before: number }
  | { kind: 'tick' }
  | { kind: 'confirm'; session: keyof typeof SESSIONS; missing: number[] }

export const CHILD1 = 0
const CHILD2 = 1
export const PARENT = 2

/** Places among the slots of the world. */
export const EARLY_SEATS = 0
export const CHILDREN_SEATS = 1
export const CROSSING = 2
export const EARLY_POSTS = [3, 4]

/** A request as people make it, now and then one that the rules have to refuse. */
export function asks(homes: number): fc.Arbitrary<Ask> {
  const home = fc.integer({ min: 0, max: homes - 1 })
  const family = fc.subarray([CHILD1, CHILD2, PARENT], { minLength: 1 })
  const children = fc.constantFrom<number[]>([CHILD1], [CHILD2], [CHILD1, CHILD2], [CHILD2, PARENT])
  const parent = fc.constantFrom<number[]>([PARENT], [PARENT], [PARENT], [PARENT], [PARENT], [CHILD1, PARENT])
  const ask = (weight: number, slot: fc.Arbitrary<number>, people: fc.Arbitrary<number[]>) => ({
    weight,
    arbitrary: fc.record({ home, slot, people }),
  })
  return fc.oneof(
    ask(6, fc.constant(EARLY_SEATS), family),
    ask(2, fc.constant(CHILDREN_SEATS), children),
    ask(4, fc.constant(CROSSING), parent),
    ask(2, fc.constantFrom(...EARLY_POSTS), parent),
  )
}

const pick = fc.nat({ max: 999 })
/** Mostly of what there still is. */
const ended = fc.constantFrom(false, false, false, false, true)
const yesOrNo = fc.boolean()

const step =
  <Kind extends Step['kind']>(kind: Kind) =>
  <Rest extends object>(rest: Rest) => ({ kind, ...rest })

/** Now a slot shrinks, and now it grows; now and then a cadre only asks what it would do. */
const shrinks = fc.record({
  slot: fc.oneof(
    { weight: 5, arbitrary: fc.constant(EARLY_SEATS) },
    { weight: 4, arbitrary: fc.constantFrom(CHILDREN_SEATS, CROSSING, ...EARLY_POSTS) },
  ),
  capacity: fc.integer({ min: 1, max: 8 }),
  keepWindowPlaces: yesOrNo,
  dryRun: ended,
})

/** What people do at one moment. */
export function acts(homes: number): fc.Arbitrary<Step> {
  const ask = asks(homes)
  const act = (weight: number, arbitrary: fc.Arbitrary<Step>) => ({ weight, arbitrary })
  return fc.oneof(
    act(10, ask.map(step('book'))),
    act(
      6,
      fc.tuple(ask, yesOrNo).map(([rest, usePoints]) => ({ kind: 'join', ...rest, usePoints })),
    ),
    act(2, fc.record({ pick, whole: yesOrNo, ended }).map(step('cancel'))),
    act(1, fc.record({ pick, ended }).map(step('leave'))),
    act(1, fc.record({ pick, usePoints: yesOrNo, ended }).map(step('change'))),
    act(2, fc.record({ pick, ended }).map(step('accept'))),
    act(2, shrinks.map(step('shrink'))),
  )
}

/** The same, with time passing, timers that tick or do not, and books that are closed. */
export function steps(homes: number): fc.Arbitrary<Step> {
  const session = fc.constantFrom<keyof typeof SESSIONS>(
    'tuesday',
    'wednesday',
    'tuesday',
    'wednesday',
    'class',
  )
  const all = Array.from({ length: homes }, (_, home) => home)
  const missing = fc.oneof(fc.constant(all), fc.subarray(all))
  const minutes = fc.constantFrom(10, 31, 125, 400)
  return fc.oneof(
    { weight: 30, arbitrary: acts(homes) },
    { weight: 2, arbitrary: fc.record({ minutes }).map(step('wait')) },
    { weight: 3, arbitrary: fc.record({ before: fc.constantFrom(0, 0, 1) }).map(step('until')) },
    { weight: 2, arbitrary: fc.constant({ kind: 'tick' }) },
    { weight: 2, arbitrary: fc.record({ session, missing }).map(step('confirm')) },
  )
}

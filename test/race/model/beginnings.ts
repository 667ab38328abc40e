import fc from 'fast-check'
import { HOUR, MINUTE } from '@/domain/time'
import { SESSIONS, START, type Plan } from './plan'
import { CHILD1, CROSSING, EARLY_POSTS, EARLY_SEATS, PARENT, steps, type Step } from './steps'

export interface Sequence {
  plan: Plan
  steps: Step[]
}

const wait = (hours: number): Step => ({ kind: 'wait', minutes: (hours * HOUR) / MINUTE })

/** Two neighbours claim both early posts, and do not come. */
function didNotCome(): Step[] {
  const claims = EARLY_POSTS.flatMap((slot) =>
    [0, 1].map((home): Step => ({ kind: 'book', home, slot, people: [PARENT] })),
  )
  const missed = (session: keyof typeof SESSIONS): Step => ({ kind: 'confirm', session, missing: [0, 1] })
  const over = (SESSIONS.wednesday.endsAt - START) / HOUR
  return [...claims, wait(over), missed('tuesday'), missed('wednesday')]
}

/** The early seats are sold for points, more wait for them than there are, and it is the night before. */
function soldOut(homes: number): Step[] {
  const each = Array.from({ length: homes }, (_, home) => home)
  const seat = { slot: EARLY_SEATS, people: [CHILD1] }
  const post = { slot: CROSSING, people: [PARENT] }
  const untilNight = (SESSIONS.class.startsAt - START) / HOUR - 14
  return [
    ...[wait(6), ...each.map((home): Step => ({ kind: 'book', home, ...seat }))],
    ...each.map((home): Step => ({ kind: 'join', home, ...seat, usePoints: home % 2 === 0 })),
    ...each.map((home): Step => ({ kind: 'book', home, ...post })),
    ...[wait(untilNight), ...each.map((home): Step => ({ kind: 'book', home, ...seat }))],
    ...each.map((home): Step => ({ kind: 'join', home, ...seat, usePoints: home % 2 === 0 })),
  ]
}

/** Sequences of random steps; some begin with what chance alone would seldom bring about. */
export function sequences(homes: number, plan: fc.Arbitrary<Plan>, most: number): fc.Arbitrary<Sequence> {
  const some = fc.array(steps(homes), { maxLength: most, size: 'max' })
  const beginning = fc.constantFrom([], [], didNotCome(), soldOut(homes))
  return fc.tuple(plan, beginning, some).map(([plan, begin, rest]) => ({
    plan: begin.length > 0 ? { ...plan, from: START } : plan,
    steps: [...begin, ...rest],
  }))
}

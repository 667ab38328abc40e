import fc from 'fast-check'
import { HOUR, MINUTE } from '@/domain/time'
import { PRIORITY_OPENS, SESSIONS, START, type Plan } from './plan'
import { CHILD1, CHILDREN_SEATS, CROSSING, EARLY_POSTS, EARLY_SEATS, PARENT, steps, type Step } from './steps'

export interface Sequence {
  plan: Plan
  steps: Step[]
}

/** How a sequence begins, and what it needs of the neighbourhood for that. */
interface Beginning {
  needs: Partial<Plan>
  steps: Step[]
}

const wait = (hours: number): Step => ({ kind: 'wait', minutes: (hours * HOUR) / MINUTE })
const book = (home: number, slot: number, person: number): Step => ({
  ...{ kind: 'book', home, slot, people: [person] },
})
const join = (home: number, usePoints: boolean): Step => ({
  ...{ kind: 'join', home, slot: EARLY_SEATS, people: [CHILD1], usePoints },
})
/** Gives back the first booking there still is. */
const giveBack: Step = { kind: 'cancel', pick: 0, whole: true, ended: false }
const accept = (pick: number): Step => ({ kind: 'accept', pick, ended: false })

/** Two neighbours claim both early posts, do not come, and ask for more than one place each. */
function didNotCome(): Beginning {
  const claims = EARLY_POSTS.flatMap((slot) => [0, 1].map((home) => book(home, slot, PARENT)))
  const missed = (session: keyof typeof SESSIONS): Step => ({ kind: 'confirm', session, missing: [0, 1] })
  const over = (SESSIONS.wednesday.endsAt - START) / HOUR
  const again = [0, 1].flatMap((home) => [book(home, CHILDREN_SEATS, CHILD1), book(home, CROSSING, PARENT)])
  return { needs: {}, steps: [...claims, wait(over), missed('tuesday'), missed('wednesday'), ...again] }
}

const UNTIL_WINDOW = (PRIORITY_OPENS - START) / HOUR
/** Half past eleven the night before the class: what comes free is offered until the morning. */
const UNTIL_NIGHT = (SESSIONS.class.startsAt - PRIORITY_OPENS) / HOUR - 10.5

/** The early seats are sold for points, more wait for them than there are, and it is the night before. */
function soldOut(homes: number): Beginning {
  const each = Array.from({ length: homes }, (_, home) => home)
  const seats = each.map((home) => book(home, EARLY_SEATS, CHILD1))
  const line = each.map((home) => join(home, home % 2 === 0))
  const posts = each.map((home) => book(home, CROSSING, PARENT))
  const steps = [wait(UNTIL_WINDOW), ...seats, ...line, ...posts, wait(UNTIL_NIGHT), ...seats, ...line]
  return { needs: {}, steps }
}

const pointsFor = (homes: number, hours: (home: number) => number): Plan['points'] =>
  Array.from({ length: homes }, (_, home) => [{ amount: 20, hours: hours(home) }])

/** A seat of the window is offered to somebody whose points are gone by the time they accept. */
function pointsGone(homes: number): Beginning {
  const overnight = 113
  const points = pointsFor(homes, (home) => (home === 2 ? overnight : 365 * 24))
  const { steps } = soldOut(homes)
  return {
    needs: { capacity: 2, share: 50, crowd: homes, points },
    // The first offer is of the general seat.
    steps: [...steps, giveBack, wait(3), accept(1)],
  }
}

/** One of three seats may go by points, and everybody has some; of two seats none would. */
const oneForPoints = (homes: number): Partial<Plan> => ({
  ...{ capacity: 3, share: 34, crowd: homes, newcomersFirst: false, householdLimit: null },
  points: pointsFor(homes, () => 365 * 24),
})
const shrinkToTwo = (keepWindowPlaces: boolean, dryRun = false): Step => ({
  ...{ kind: 'shrink', slot: EARLY_SEATS, capacity: 2, keepWindowPlaces, dryRun },
})

/** Whom the line gave a seat of the window loses it when the slot shrinks, and has it again once all may book. */
function releasedToLine(homes: number, later: number): Beginning {
  const line = [join(2, true), join(4, true)]
  const given = [wait(UNTIL_WINDOW), book(0, EARLY_SEATS, CHILD1), ...line, giveBack]
  return { needs: oneForPoints(homes), steps: [...given, wait(later), shrinkToTwo(false)] }
}

/** A family had its seats for points before a neighbour had: the window of two seats has room for only one. */
function familyFirst(homes: number): Beginning {
  const family: Step = { kind: 'book', home: 0, slot: EARLY_SEATS, people: [CHILD1, PARENT] }
  return {
    needs: { ...oneForPoints(homes), capacity: 4, share: 80 },
    steps: [
      wait(UNTIL_WINDOW),
      family,
      book(2, EARLY_SEATS, CHILD1),
      shrinkToTwo(false, true),
      shrinkToTwo(false),
    ],
  }
}

/** A seat of the window stays offered while the slot shrinks so far that its share is none. */
function offerKept(homes: number): Beginning {
  return {
    needs: oneForPoints(homes),
    steps: [
      ...[wait(UNTIL_WINDOW), book(0, EARLY_SEATS, CHILD1), wait(UNTIL_NIGHT)],
      ...[book(1, EARLY_SEATS, CHILD1), book(1, EARLY_SEATS, PARENT), join(2, true)],
      ...[giveBack, giveBack, shrinkToTwo(true), accept(0)],
    ],
  }
}

/** Sequences of random steps; some begin with what chance alone would seldom bring about. */
export function sequences(homes: number, plan: fc.Arbitrary<Plan>, most: number): fc.Arbitrary<Sequence> {
  const some = fc.array(steps(homes), { maxLength: most, size: 'max' })
  const released = [releasedToLine(homes, 0), releasedToLine(homes, UNTIL_NIGHT), familyFirst(homes)]
  const ofPoints = [pointsGone(homes), offerKept(homes), ...released]
  const beginning = fc.constantFrom(null, null, null, null, didNotCome(), soldOut(homes), ...ofPoints)
  return fc.tuple(plan, beginning, some).map(([plan, begin, rest]) => ({
    plan: begin ? { ...plan, ...begin.needs, from: START } : plan,
    steps: [...(begin?.steps ?? []), ...rest],
  }))
}

import { DAY, HOUR, type Instant } from '@/domain/time'
import { PRICE, PRIORITY_OPENS, SESSIONS, START, type Plan } from './plan'

/** Somebody a place can be for; the id is the one in the database too. */
export interface Person {
  id: string
  kind: 'resident' | 'child'
  /** may use the household's points from then on */
  usableFrom: Instant
}

/** Points that came together, or came back together. */
export interface Lot {
  left: number
  expiresAt: Instant
}

export interface Home {
  /** who asks for it, by this name */
  name: string
  confirmed: boolean
  /** the children, then the resident */
  people: Person[]
  /** in the order in which they came */
  lots: Lot[]
}

export interface Session {
  key: string
  startsAt: Instant
  endsAt: Instant
  freeCancelHours: number
  /** grows with every change by a cadre */
  version: number
}

export interface Booking {
  slot: Slot
  home: Home
  fromLine: boolean
  at: Instant
  places: Place[]
}

export interface Place {
  booking: Booking
  person: Person
  paid: number
  paidFrom: { amount: number; expiresAt: Instant }[]
  inWindow: boolean
  /** null: held; `missed`: given back too late, and nobody has taken it up; `released`: its slot shrank */
  givenBack: 'in_time' | 'missed' | 'retaken' | 'released' | null
  absent: boolean
}

export interface Offer {
  entry: Entry
  /** points for each place; null: nothing */
  price: number | null
  expiresAt: Instant
}

/** A party that waits. */
export interface Entry {
  slot: Slot
  home: Home
  /** by id */
  people: Person[]
  usePoints: boolean
  offer: Offer | null
}

export interface Slot {
  key: string
  session: Session
  kind: 'seat' | 'post'
  capacity: number
  forChildren: boolean
  price: number | null
  share: number
  opensAt: Instant
  newcomersUntil: Instant | null
  householdLimit: number | null
  /** every place that was ever held */
  places: Place[]
  /** given back late and not retaken, in that order */
  missed: Place[]
  /** in the order of joining */
  line: Entry[]
}

/** All that the rules are about, as it stands; what was ever made can be asked for again. */
export interface World {
  now: Instant
  homes: Home[]
  /** the first so many of them do something */
  crowd: number
  slots: Slot[]
  bookings: Booking[]
  entries: Entry[]
  offers: Offer[]
}

const WITH_LATE_CHILD = 1
const UNCONFIRMED = 3

/** One home is not confirmed; of another, a child joined when points were already there. */
export function createWorld(plan: Plan): World {
  return {
    now: plan.from,
    homes: plan.points.map((lots, index) => home(index, lots)),
    crowd: plan.crowd,
    slots: slots(plan),
    bookings: [],
    entries: [],
    offers: [],
  }
}

function home(index: number, lots: Plan['points'][number]): Home {
  const name = `home${String(index).padStart(2, '0')}`
  const person = (who: string, usableFrom = START): Person => ({
    id: `${name}${who}`,
    kind: who === 'parent' ? 'resident' : 'child',
    usableFrom,
  })
  const lateChild = index === WITH_LATE_CHILD ? START + 30 * DAY : START
  return {
    name,
    confirmed: index !== UNCONFIRMED,
    people: [person('child1'), person('child2', lateChild), person('parent')],
    lots: lots.map(({ amount, hours }) => ({ left: amount, expiresAt: START + hours * HOUR })),
  }
}

function slots(plan: Plan): Slot[] {
  const { small, freeCancelHours } = plan
  const session = (key: keyof typeof SESSIONS): Session => ({
    ...{ key, ...SESSIONS[key], freeCancelHours, version: 1 },
  })
  const tuesday = session('tuesday')
  const wednesday = session('wednesday')
  const theClass = session('class')
  const early = {
    ...{ price: PRICE, share: plan.share, householdLimit: plan.householdLimit, opensAt: plan.opensAt },
    newcomersUntil: plan.newcomersFirst ? plan.opensAt + 2 * HOUR : null,
  }
  return [
    slot('early-seats', theClass, { ...early, capacity: plan.capacity }),
    slot('children-seats', theClass, { capacity: small, forChildren: true }),
    slot('crossing', session('crossing'), { kind: 'post', capacity: small }),
    slot('tuesday-post', tuesday, { kind: 'post', capacity: small + 1 }),
    slot('wednesday-post', wednesday, { kind: 'post', capacity: small + 1 }),
  ]
}

function slot(key: string, session: Session, terms: Partial<Slot> & { capacity: number }): Slot {
  return {
    ...{ key, session, kind: 'seat', forChildren: false, price: null, share: 70, opensAt: START },
    ...{ newcomersUntil: null, householdLimit: null, places: [], missed: [], line: [] },
    ...terms,
  }
}

/** Hours before a start at which something changes by itself, or is about to. */
const HOURS_BEFORE = [24, 12, 11, 6, 3, 1, 0.5, 0]

/** Moments worth stopping at. */
export function moments({ slots }: World): Instant[] {
  const openings = slots.flatMap(({ opensAt, newcomersUntil }) => [opensAt, newcomersUntil ?? opensAt])
  const sessions = slots.flatMap(({ session: { startsAt, endsAt } }) => [
    endsAt,
    ...HOURS_BEFORE.map((hours) => startsAt - hours * HOUR),
  ])
  return [...new Set([PRIORITY_OPENS, ...openings, ...sessions])].sort((a, b) => a - b)
}

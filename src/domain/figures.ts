import { fillsFrom, minutesFrom } from './fill'
import type { SlotTerms } from './slot'
import type { Instant } from './time'

/** What is counted of a whole, or of one of its parts: a month, a grid, a kind of activity. */
export interface FigureCounts {
  /** presences: one person in one session */
  attendances: number
  /** persons behind them */
  people: number
  /** confirmed as absent, one person in one session */
  absences: number
  /** persons behind them */
  absentees: number
  /** served, corrections taken in */
  minutes: number
  /** persons behind them */
  volunteers: number
  /** that had somebody there */
  households: number
  /** of these, those that nobody came from ever before */
  newHouseholds: number
}

export const NOTHING_COUNTED: FigureCounts = {
  ...{ attendances: 0, people: 0, absences: 0, absentees: 0, minutes: 0, volunteers: 0 },
  ...{ households: 0, newHouseholds: 0 },
}

/** `few`: it would be a count of fewer than {@link FEWEST} persons, or lead to one. null: there is nothing to tell */
export type Told = number | 'few' | null

/** As it may be shown; shares in whole percent. */
export interface Figures {
  attendances: Told
  minutes: Told
  volunteers: Told
  /** absences in all that was decided */
  noShow: Told
  /** households that came for the first time ever, in all that came */
  newcomers: Told
}

/** Counts of fewer persons are not broken down further. */
export const FEWEST = 5

/**
 * Which parts of a whole may each be told. Where a part has fewer than {@link FEWEST}, though not nobody, it is not
 * told; nor is the smallest of the larger ones, or else what the told parts leave of the whole would be the small one;
 * nor are the parts of nobody, or else the small ones would be all that is left. Whoever subtracts what is told from
 * the whole has a group of at least {@link FEWEST}, or the whole.
 * @param counts of persons, by part
 */
export function toldParts(counts: number[]): boolean[] {
  if (!counts.some((count) => count > 0 && count < FEWEST)) return counts.map(() => true)
  const large = counts.filter((count) => count >= FEWEST)
  const cover = counts.indexOf(Math.min(...large))
  return counts.map((count, part) => count >= FEWEST && part !== cover)
}

/**
 * The same of parts beside a rest of which nothing is told: it and the small parts hide in one another, as long as they
 * are {@link FEWEST} together.
 * @param rest at least so many persons are in none of the parts
 */
export function toldBeside(counts: number[], rest: number): boolean[] {
  const untold = counts.filter((count) => count < FEWEST).reduce((sum, count) => sum + count, rest)
  if (untold === 0 || untold >= FEWEST) return counts.map((count) => count === 0 || count >= FEWEST)
  const cover = counts.indexOf(Math.min(...counts.filter((count) => count >= FEWEST)))
  return counts.map((count, part) => count >= FEWEST && part !== cover)
}

/**
 * What may be shown of a whole and of its parts. A figure is told of a part where the persons it is about may be told,
 * and a share where both its sides may.
 */
export function figuresOf(whole: FigureCounts, parts: FigureCounts[]): { whole: Figures; parts: Figures[] } {
  return { whole: figures(whole), parts: tell(parts, (of) => toldParts(parts.map(of))) }
}

/** The same of teams, which are parts beside those who are in none. */
export function figuresOfTeams(whole: FigureCounts, teams: FigureCounts[]): Figures[] {
  const rest = restOf(whole, teams)
  return tell(teams, (of) => toldBeside(teams.map(of), of(rest)))
}

type CountOf = (part: FigureCounts) => number

function tell(parts: FigureCounts[], by: (count: CountOf) => boolean[]): Figures[] {
  const people = by((it) => it.people)
  const volunteers = by((it) => it.volunteers)
  const absentees = by((it) => it.absentees)
  const households = by((it) => it.households)
  const newHouseholds = by((it) => it.newHouseholds)
  return parts.map((part, at) => {
    const all = figures(part)
    return {
      attendances: told(people[at], all.attendances),
      minutes: told(volunteers[at], all.minutes),
      volunteers: told(volunteers[at], all.volunteers),
      noShow: told(people[at] && absentees[at], all.noShow),
      newcomers: told(people[at] && households[at] && newHouseholds[at], all.newcomers),
    }
  })
}

/**
 * Who is in no team. Somebody may have been in two, or in none for a while: where anything is left of what was done, at
 * least one person is.
 */
function restOf(whole: FigureCounts, teams: FigureCounts[]): FigureCounts {
  const left = (count: CountOf) =>
    Math.max(0, count(whole) - teams.reduce((sum, team) => sum + count(team), 0))
  const persons = (did: CountOf, count: CountOf) => (left(did) > 0 ? Math.max(1, left(count)) : 0)
  return {
    ...NOTHING_COUNTED,
    people: persons(
      (it) => it.attendances,
      (it) => it.people,
    ),
    absentees: persons(
      (it) => it.absences,
      (it) => it.absentees,
    ),
    volunteers: persons(
      (it) => it.minutes,
      (it) => it.volunteers,
    ),
  }
}

const told = (may: boolean | undefined, figure: Told): Told => (may ? figure : 'few')

function figures(counts: FigureCounts): Figures {
  const { attendances, absences, minutes, volunteers, households, newHouseholds } = counts
  return {
    ...{ attendances, minutes, volunteers },
    noShow: percent(absences, attendances + absences),
    newcomers: percent(newHouseholds, households),
  }
}

/** Whole, rounded half up; null of nothing. */
function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((200 * part + whole) / (2 * whole))
}

/** A slot whose places were booked, with what tells how fast. */
export interface FilledSlot {
  terms: SlotTerms
  /** when people first heard of it */
  heardAt: Instant
  /** when its last place was first taken; null: never */
  fullAt: Instant | null
}

/** How fast slots were full. About no person, and told whatever their number. */
export interface FillFigures {
  slots: number
  full: number
  /** minutes to full, of those that were; null: none was */
  median: number | null
}

export function fillFiguresOf(slots: FilledSlot[]): FillFigures {
  const minutes = slots.flatMap(({ terms, heardAt, fullAt }) =>
    fullAt === null ? [] : minutesFrom(fillsFrom(heardAt, terms), fullAt),
  )
  return { slots: slots.length, full: minutes.length, median: median(minutes) }
}

/** The middle one; of two in the middle what lies between, in whole minutes. */
function median(minutes: number[]): number | null {
  const sorted = [...minutes].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const [below, above] = [sorted[Math.max(0, half - 1)], sorted[half]]
  if (below === undefined || above === undefined) return null
  return sorted.length % 2 === 1 ? above : Math.floor((below + above) / 2)
}

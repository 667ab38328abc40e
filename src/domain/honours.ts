import type { Told } from './figures'
import { DAY, SHANGHAI, WEEK, type Instant } from './time'

/** How the list is ordered: minutes served, times served, or weeks served without a gap. */
export const HONOUR_ORDERS = ['hours', 'times', 'series'] as const
export type HonourOrder = (typeof HONOUR_ORDERS)[number]

/** Of teams, which have no series. */
export const TEAM_HONOUR_ORDERS = ['hours', 'times'] as const
export type TeamHonourOrder = (typeof TEAM_HONOUR_ORDERS)[number]

/** Most people on a list. */
export const MOST_HONOURED = 50

/**
 * Added to a time and divided by {@link WEEK}, without the rest, this gives the number of its Monday-to-Sunday
 * week in Shanghai: weeks that follow each other have numbers that do. 1970-01-01 was a Thursday.
 */
export const WEEKS_FROM = SHANGHAI + 3 * DAY

export function weekNumber(at: Instant): number {
  return Math.floor((at + WEEKS_FROM) / WEEK)
}

/**
 * The longest unbroken series: the most weeks with at least one service each, and between them none but of leave.
 * @param weeks numbers of the weeks served in, ascending, each once
 * @param paused numbers of weeks with a day of leave
 */
export function longestSeries(weeks: readonly number[], paused: readonly number[] = []): number {
  let longest = 0
  let length = 0
  let due = 0
  for (const week of weeks) {
    while (due < week && paused.includes(due)) due += 1
    length = due === week ? length + 1 : 1
    due = week + 1
    longest = Math.max(longest, length)
  }
  return longest
}

/** Somebody's services in a period. */
export interface Served {
  id: string
  minutes: number
  times: number
  weeks: number[]
  /** weeks with a day of leave */
  paused: number[]
}

/** Places on a list in its order: who has as much as the one before shares the place. */
export function ranksOf(figures: readonly number[]): number[] {
  return figures.map((figure) => figures.indexOf(figure) + 1)
}

/** Longest series first; of equal ones who served longer, then by id so that the order is always the same. */
export function bySeries<Row extends Served>(rows: Row[]): (Row & { series: number })[] {
  return rows
    .map((row) => ({ ...row, series: longestSeries(row.weeks, row.paused) }))
    .sort(
      (one, other) =>
        other.series - one.series || other.minutes - one.minutes || (one.id < other.id ? -1 : 1),
    )
}

/**
 * Of those who come after the ones seen, by weeks served, minutes and id as the list is: can one of them still be
 * among the first? A series has no more weeks than were served in.
 * @param ranked those seen, {@link bySeries}
 * @param last the last of those seen
 */
export function canStillRank(ranked: (Served & { series: number })[], last: Served): boolean {
  const lowest = ranked[MOST_HONOURED - 1]
  if (!lowest) return true
  if (last.weeks.length !== lowest.series) return last.weeks.length > lowest.series
  return last.minutes === lowest.minutes ? last.id < lowest.id : last.minutes > lowest.minutes
}

/** What a team is ranked by, as far as it may be told. */
export interface TeamServed {
  minutes: Told
  times: Told
}

const told = (figure: Told) => (typeof figure === 'number' ? figure : -1)

/** Most first; those of whom nothing is told come last, in the order in which they were made. */
export function byTeamOrder<Row extends TeamServed>(teams: Row[], order: TeamHonourOrder): Row[] {
  const other = order === 'hours' ? 'times' : 'minutes'
  return [...teams].sort(
    (one, next) =>
      told(rankedBy(next, order)) - told(rankedBy(one, order)) || told(next[other]) - told(one[other]),
  )
}

/** Places on the list in its order. */
export function teamRanksOf(teams: TeamServed[], order: TeamHonourOrder): number[] {
  return ranksOf(teams.map((team) => told(rankedBy(team, order))))
}

const rankedBy = ({ minutes, times }: TeamServed, order: TeamHonourOrder) =>
  order === 'hours' ? minutes : times

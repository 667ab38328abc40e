import type { TeamHonours } from '@/contract/list-team-honours'
import { hours } from '@/copy/date'
import { files, honoursFile as words } from '@/copy/export'
import { figures as figureWords } from '@/copy/figures'
import {
  HONOUR_ORDERS,
  ranksOf,
  teamRanksOf,
  TEAM_HONOUR_ORDERS,
  type HonourOrder,
  type TeamHonourOrder,
} from '@/domain/honours'
import { spanOf, type Period } from '@/domain/period'
import type { Transaction } from '../db/database'
import { findCommunity } from '../repositories/community'
import { sumCommunity } from '../repositories/honours'
import type { ResidentRow } from '../repositories/resident'
import { readHonours, readTeamHonours, type Honour } from '../views/honours-view'
import type { Cell, Sheet } from './sheet'

/** The lists of a year or a month, of people and of teams, one under the other. */
export async function honoursSheet(
  { tx, resident }: { tx: Transaction; resident: ResidentRow },
  period: Period,
): Promise<Sheet> {
  const { communityId } = resident
  const community = await findCommunity(tx, communityId)
  const { people, minutes, times } = await sumCommunity(tx, communityId, spanOf(period))
  const rows: Cell[][] = []
  for (const order of HONOUR_ORDERS) {
    rows.push(...rowsOf(await readHonours(tx, communityId, period, order), order))
  }
  for (const order of TEAM_HONOUR_ORDERS) {
    rows.push(...teamRowsOf(await readTeamHonours(tx, communityId, period, order), order))
  }
  const titles = words.columns
  return {
    heading: [
      words.title(community?.name ?? '', period),
      words.total(people, hours(minutes), times),
      words.note,
    ],
    columns: [
      { title: titles.list, width: 10 },
      { title: titles.rank, width: 6 },
      { title: titles.name, width: 14 },
      { title: titles.hours, width: 12 },
      { title: titles.times, width: 8 },
      { title: titles.series, width: 10 },
      { title: titles.people, width: 8 },
    ],
    rows,
    nothing: files.nothing,
  }
}

function rowsOf(honours: Honour[], order: HonourOrder): Cell[][] {
  const figures = honours.map(({ minutes, times, series }) => ({ hours: minutes, times, series })[order])
  const ranks = ranksOf(figures)
  return honours.map(({ name, minutes, times, series }, index) => [
    words.order(order),
    ranks[index] ?? null,
    name ?? words.unnamed,
    Number(hours(minutes)),
    times,
    series,
    null,
  ])
}

/** A team of whom too few served has its name alone. */
function teamRowsOf(teams: TeamHonours['teams'], order: TeamHonourOrder): Cell[][] {
  const ranks = teamRanksOf(teams, order)
  return teams.map(({ name, volunteers, minutes, times }, at) =>
    typeof minutes === 'number' && typeof times === 'number' && typeof volunteers === 'number'
      ? [words.teams(order), ranks[at] ?? null, name, Number(hours(minutes)), times, null, volunteers]
      : [words.teams(order), null, name, null, null, null, figureWords.fewPeople],
  )
}

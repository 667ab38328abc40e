import { ACTIVITY_WORDS } from '@/copy/activity'
import { hours } from '@/copy/date'
import { figuresFile as words, files } from '@/copy/export'
import { figures as figureWords } from '@/copy/figures'
import type { Figures, FillFigures, Told } from '@/domain/figures'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { findCommunity } from '../repositories/community'
import type { ResidentRow } from '../repositories/resident'
import { readFigures } from '../views/figures-view'
import type { Cell, Sheet } from './sheet'

/** The year and its parts, as the page shows them: what it does not tell stands in no file either. */
export async function figuresSheet(
  { tx, resident, now }: { tx: Transaction; resident: ResidentRow; now: Instant },
  { year }: { year: number },
): Promise<Sheet> {
  const { communityId } = resident
  const community = await findCommunity(tx, communityId)
  const { whole, fill, months, grids, teams, kinds } = await readFigures(tx, communityId, year, now)
  const { columns } = words
  const titles = Object.values(columns)
  return {
    heading: [words.title(community?.name ?? '', year), figureWords.fewHint],
    columns: titles.map((title) => ({ title, width: Math.max(10, title.length * 2) })),
    rows: [
      [words.whole, null, ...cellsOf(whole), ...fillCells(fill)],
      ...months.map((it) => [
        ...[figureWords.months, figureWords.month(it.month)],
        ...[...cellsOf(it), ...fillCells(it.fill)],
      ]),
      ...grids.map((it) => [figureWords.grids, it.name ?? figureWords.nowhere, ...cellsOf(it), ...NO_FILL]),
      ...kinds.map((it) => [
        ...[figureWords.kinds, ACTIVITY_WORDS[it.kind].name],
        ...[...cellsOf(it), ...fillCells(it.fill)],
      ]),
      ...teams.map((it) => [figureWords.teams, it.name, ...cellsOf(it), ...NO_FILL]),
    ],
    nothing: files.nothing,
  }
}

const NO_FILL: Cell[] = [null, null, null]

const cellOf = (told: Told): Cell => (told === 'few' ? figureWords.few : told)

function cellsOf({ attendances, minutes, volunteers, noShow, newcomers }: Figures): Cell[] {
  const served = typeof minutes === 'number' ? Number(hours(minutes)) : cellOf(minutes)
  return [cellOf(attendances), served, cellOf(volunteers), cellOf(noShow), cellOf(newcomers)]
}

const fillCells = ({ slots, full, median }: FillFigures): Cell[] => [slots, full, median]

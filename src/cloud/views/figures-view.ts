import type { FiguresOfYear } from '@/contract/get-figures'
import { ACTIVITY_KINDS } from '@/domain/activity'
import {
  figuresOf,
  figuresOfTeams,
  fillFiguresOf,
  NOTHING_COUNTED,
  type FigureCounts,
} from '@/domain/figures'
import { monthStart, yearOf, type Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { listGrids } from '../repositories/community'
import {
  countFigures,
  findFirstStart,
  listFilledSlots,
  type FilledRow,
  type PartCounts,
  type PartKey,
} from '../repositories/figures'
import { countTeams } from '../repositories/team-figures'

/** Of how many months, at most, there are figures yet. */
const MONTHS = 12

/** What may be shown of a year, as far as it has gone by. */
export async function readFigures(
  tx: Transaction,
  communityId: string,
  year: number,
  now: Instant,
): Promise<FiguresOfYear> {
  const starts = Array.from({ length: MONTHS + 1 }, (_, at) => Math.min(monthStart(year, at + 1), now))
  const begun = starts.slice(0, MONTHS).filter((start) => start < now).length
  const counts = begun > 0 ? await countFigures(tx, communityId, { starts }) : []
  const slots = begun > 0 ? await listFilledSlots(tx, communityId, { starts }) : []
  const teams = begun > 0 ? await countTeams(tx, communityId, spanOf(starts)) : []
  const grids = [...(await listGrids(tx, communityId)), { id: '', name: null }]
  const whole = countsOf(counts, {})
  const broken = <Part>(parts: Part[], keyOf: (part: Part) => Partial<PartKey>) =>
    figuresOf(
      whole,
      parts.map((part) => countsOf(counts, keyOf(part))),
    ).parts
  const months = Array.from({ length: begun }, (_, at) => at + 1)
  const kinds = ACTIVITY_KINDS.filter((kind) => [...counts, ...slots].some((it) => it.kind === kind))
  const byMonth = broken(months, (month) => ({ month }))
  const byGrid = broken(grids, ({ id: grid }) => ({ grid }))
  const byKind = broken(kinds, (kind) => ({ kind }))
  const byTeam = figuresOfTeams(whole, teams)
  const told = <Figures>(figures: Figures | undefined) => figures as Figures
  return {
    year,
    years: await listYears(tx, communityId, year, now),
    whole: figuresOf(whole, []).whole,
    fill: fillFiguresOf(slots),
    months: months.map((month, at) => ({
      ...{ month, ...told(byMonth[at]) },
      fill: fillOf(slots, (slot) => slot.month === month),
    })),
    grids: grids.map(({ id, name }, at) => ({ id: id || null, name, ...told(byGrid[at]) })),
    teams: teams.map(({ name, kind }, at) => ({ name, kind, ...told(byTeam[at]) })),
    kinds: kinds.map((kind, at) => ({
      ...{ kind, ...told(byKind[at]) },
      fill: fillOf(slots, (slot) => slot.kind === kind),
    })),
  }
}

const spanOf = (starts: Instant[]) => ({ from: starts[0] ?? 0, until: starts[starts.length - 1] ?? 0 })

const fillOf = (slots: FilledRow[], of: (slot: FilledRow) => boolean) => fillFiguresOf(slots.filter(of))

function countsOf(counts: PartCounts[], key: Partial<PartKey>): FigureCounts {
  const { month = null, grid = null, kind = null } = key
  return counts.find((it) => it.month === month && it.grid === grid && it.kind === kind) ?? NOTHING_COUNTED
}

async function listYears(
  tx: Transaction,
  communityId: string,
  asked: number,
  now: Instant,
): Promise<number[]> {
  const latest = yearOf(now)
  const first = await findFirstStart(tx, communityId)
  const from = Math.min(first === null ? latest : yearOf(first), latest)
  const years = Array.from({ length: latest - from + 1 }, (_, at) => latest - at)
  return [...new Set([...years, asked])].sort((a, b) => b - a)
}

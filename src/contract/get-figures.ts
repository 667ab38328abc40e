import * as v from 'valibot'
import { TEAM_KINDS } from '@/domain/team'
import { activityKind, communityId, count, countBetween, rowId } from './fields'

/** A calendar year in Shanghai, as far as it has gone by. */
export const request = v.strictObject({ communityId, year: countBetween(2000, 2200) })

/** `few`: fewer than five persons, or what would lead to as few; null: there is nothing to tell. */
const told = v.nullable(v.union([count, v.literal('few')]))

export const figures = v.object({
  attendances: told,
  minutes: told,
  volunteers: told,
  /** absent, in percent of what was decided */
  noShow: told,
  /** households that came for the first time ever, in percent of those that came */
  newcomers: told,
})

/** `median`: minutes to full, of the slots that were. */
export const fillFigures = v.object({ slots: count, full: count, median: v.nullable(count) })

export const response = v.object({
  year: count,
  /** that have sessions, the latest first; this one is always among them */
  years: v.array(count),
  whole: figures,
  fill: fillFigures,
  /** the twelve, or as many as have begun */
  months: v.array(v.object({ month: count, ...figures.entries, fill: fillFigures })),
  /** by where the households live; null: they have not said */
  grids: v.array(v.object({ id: v.nullable(rowId), name: v.nullable(v.string()), ...figures.entries })),
  /** by the team of who booked, at that time; `newcomers` is of households, and null */
  teams: v.array(v.object({ name: v.string(), kind: v.picklist(TEAM_KINDS), ...figures.entries })),
  kinds: v.array(v.object({ kind: activityKind, ...figures.entries, fill: fillFigures })),
})
export type FiguresOfYear = v.InferOutput<typeof response>

import * as v from 'valibot'
import { TEAM_HONOUR_ORDERS } from '@/domain/honours'
import { TEAM_KINDS } from '@/domain/team'
import { figures } from './get-figures'
import { honours } from './list-honours'

/** The teams that served most in a year or a month, at most 50; those of whom too few served come last, untold. */
export const request = v.strictObject({ ...honours, order: v.picklist(TEAM_HONOUR_ORDERS) })
export const response = v.object({
  teams: v.array(
    v.object({
      name: v.string(),
      kind: v.picklist(TEAM_KINDS),
      /** who served; `few`: fewer than five, or what would lead to as few: then nothing more is told */
      volunteers: figures.entries.volunteers,
      minutes: figures.entries.minutes,
      times: figures.entries.minutes,
    }),
  ),
})
export type TeamHonours = v.InferOutput<typeof response>

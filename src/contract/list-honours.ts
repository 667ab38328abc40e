import * as v from 'valibot'
import { HONOUR_ORDERS } from '@/domain/honours'
import { communityId, count, countBetween, year } from './fields'

export const honours = {
  communityId,
  year,
  /** null: the whole year */
  month: v.nullable(countBetween(1, 12)),
}

/** Those who served most in a year or a month, at most 50. */
export const request = v.strictObject({ ...honours, order: v.picklist(HONOUR_ORDERS) })
export const response = v.object({
  /** who served at all in the period, and together */
  people: count,
  minutes: count,
  times: count,
  honours: v.array(
    v.object({
      /** null: has not agreed to be named, or gave no name */
      name: v.nullable(v.string()),
      minutes: count,
      times: count,
      /** weeks in a row, Monday to Sunday in Shanghai, with at least one service each; the longest such series */
      series: count,
    }),
  ),
})

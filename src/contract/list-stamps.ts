import * as v from 'valibot'
import { communityId, count, instant, rowId } from './fields'

/** The book cards of the household's children: a stamp for each class they were in. They bring no points. */
export const request = v.strictObject({ communityId })
export const response = v.object({
  children: v.array(
    v.object({
      childId: rowId,
      nickname: v.string(),
      /** classes they were in, ever */
      total: count,
      /** the last of them; null: none yet */
      last: v.nullable(v.object({ title: v.string(), startsAt: instant })),
    }),
  ),
})
export type StampCard = v.InferOutput<typeof response>['children'][number]

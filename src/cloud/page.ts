import type { Instant } from '@/domain/time'
import { RequestFailure } from './handler'

/** Most rows of a list in one answer. */
export const PAGE = 20

/** Where a page begins: after this row of a list ordered by a time and an id. */
export interface Position {
  at: Instant
  id: string
}

export const FIRST: Position = { at: 0, id: '' }
export const LAST: Position = { at: Number.MAX_SAFE_INTEGER, id: '' }

/** @throws RequestFailure when the cursor is not one of ours */
export function positionOf(cursor: string | undefined, start: Position): Position {
  if (cursor === undefined) return start
  const match = /^([0-9]{1,15}):([0-9a-z]{1,12})$/.exec(cursor)
  if (!match?.[1] || !match[2]) throw new RequestFailure('bad_input', 'cursor: not a cursor of this list')
  return { at: Number(match[1]), id: match[2] }
}

/** Ask for one row more than a page; it tells whether there is a next one. */
export function paged<Row>(
  rows: Row[],
  positionIn: (row: Row) => Position,
): { page: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  if (rows.length <= PAGE || !last) return { page, nextCursor: null }
  const { at, id } = positionIn(last)
  return { page, nextCursor: `${at}:${id}` }
}

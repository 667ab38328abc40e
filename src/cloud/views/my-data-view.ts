import type { MyLine } from '@/contract/list-my-data'
import { myLines } from '@/copy/my-data-words'
import type { MyRows, MySection } from '@/domain/my-data'
import { PAGE } from '../page'
import type { Transaction } from '../db/database'
import { RequestFailure } from '../handler'
import { listMine } from '../repositories/my-data'
import type { ResidentRow } from '../repositories/resident'

/** More than one person comes to have of one kind. */
const MOST_ROWS = 5_000

/** A page of one section, and where the next begins. */
export async function readPage(
  tx: Transaction,
  me: ResidentRow,
  section: MySection,
  cursor: string | undefined,
): Promise<{ lines: MyLine[]; nextCursor: string | null }> {
  if (cursor !== undefined && !/^\d{1,6}$/.test(cursor))
    throw new RequestFailure('bad_input', 'cursor: not a cursor of this list')
  const from = Number(cursor ?? 0)
  const rows = await listMine(tx, me, section, { from, limit: PAGE + 1 })
  const lines = rows.slice(0, PAGE).flatMap((row) => myLines(section, row))
  return { lines, nextCursor: rows.length > PAGE ? String(from + PAGE) : null }
}

export function readAll<Section extends MySection>(
  tx: Transaction,
  me: ResidentRow,
  section: Section,
): Promise<MyRows[Section][]> {
  return listMine(tx, me, section, { from: 0, limit: MOST_ROWS })
}

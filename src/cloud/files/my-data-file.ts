import { toWire } from '@/contract/instants'
import { clock, isoDate } from '@/copy/date'
import { files } from '@/copy/export'
import { myData } from '@/copy/my-data'
import { myDataFile as words, myLines } from '@/copy/my-data-words'
import { MY_SECTIONS } from '@/domain/my-data'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { findCommunity } from '../repositories/community'
import type { ResidentRow } from '../repositories/resident'
import { readAll } from '../views/my-data-view'
import type { Cell, Sheet } from './sheet'

interface Context {
  tx: Transaction
  resident: ResidentRow
  now: Instant
}

/** All that is kept of one person, to be read: a line each. */
export async function myDataSheet({ tx, resident }: Context): Promise<Sheet> {
  const community = await findCommunity(tx, resident.communityId)
  const rows: Cell[][] = []
  for (const section of MY_SECTIONS) {
    const lines = (await readAll(tx, resident, section)).flatMap((row) => myLines(section, row))
    for (const { at, what, startsAt, details } of lines) {
      rows.push([myData.sections[section], timeOf(at), what, timeOf(startsAt), details.join(',')])
    }
  }
  const { columns } = words
  return {
    heading: [words.title(community?.name ?? ''), words.note],
    columns: [
      { title: columns.section, width: 14 },
      { title: columns.at, width: 18 },
      { title: columns.what, width: 28 },
      { title: columns.startsAt, width: 18 },
      { title: columns.details, width: 60 },
    ],
    rows,
    nothing: files.nothing,
  }
}

/** The same as it is kept, for another program: one list a section, times as ISO-8601. */
export async function myDataJson({ tx, resident, now }: Context): Promise<object> {
  const community = await findCommunity(tx, resident.communityId)
  const all: Record<string, object[]> = {}
  for (const section of MY_SECTIONS) all[section] = await readAll(tx, resident, section)
  return toWire({ community: community?.name ?? '', madeAt: now, ...all }) as object
}

const timeOf = (at: Instant | null) => (at === null ? null : `${isoDate(at)} ${clock(at, false)}`)

import { hours, isoDate } from '@/copy/date'
import { EVALUATION_WORDS } from '@/copy/evaluation'
import { files, recordFile as words } from '@/copy/export'
import { spanOf } from '@/domain/period'
import type { Transaction } from '../db/database'
import { LAST } from '../page'
import { findCommunity } from '../repositories/community'
import type { ResidentRow } from '../repositories/resident'
import { findRecordDetails, listServiceRecords, sumServed } from '../repositories/service-record'
import type { Sheet } from './sheet'

/** More than one person can serve in a year. */
const MOST_ROWS = 5000

/** One person's record of one year, in the order of the days, with the fields of a volunteer service record. */
export async function serviceRecordSheet(
  { tx, resident }: { tx: Transaction; resident: ResidentRow },
  { year }: { year: number },
): Promise<Sheet> {
  const { communityId, id, name } = resident
  const span = spanOf({ year, month: null })
  const community = await findCommunity(tx, communityId)
  const { volunteerNumber } = await findRecordDetails(tx, communityId, id)
  const { total } = await sumServed(tx, communityId, id, span)
  const rows = await listServiceRecords(tx, communityId, id, span, LAST, MOST_ROWS)
  const titles = words.columns
  return {
    heading: [
      words.title,
      words.about(community?.name ?? '', year),
      words.total(hours(total.minutes), total.times),
      words.note,
    ],
    columns: [
      { title: titles.name, width: 12 },
      { title: titles.volunteerNumber, width: 18 },
      { title: titles.activity, width: 22 },
      { title: titles.date, width: 12 },
      { title: titles.place, width: 22 },
      { title: titles.content, width: 18 },
      { title: titles.hours, width: 12 },
      { title: titles.evaluation, width: 8 },
      { title: titles.leader, width: 16 },
      { title: titles.recorder, width: 18 },
    ],
    rows: rows
      .reverse()
      .map((row) => [
        name,
        volunteerNumber,
        row.activityTitle,
        isoDate(row.startsAt),
        row.place,
        row.slotTitle,
        Number(hours(row.minutes)),
        row.evaluation && EVALUATION_WORDS[row.evaluation],
        row.leader || null,
        words.recorder(row.recorderRole, row.recorderName),
      ]),
    nothing: files.nothing,
  }
}

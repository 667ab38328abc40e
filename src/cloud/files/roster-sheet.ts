import { rosterFile as words, files } from '@/copy/export'
import { clock } from '@/copy/date'
import { roster as rosterWords } from '@/copy/roster'
import type { RosterRow } from '@/contract/get-roster'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import type { ResidentRow } from '../repositories/resident'
import { readRoster } from '../views/roster-view'
import type { Cell, Sheet } from './sheet'

/** Who holds a place of one session and who came, slot by slot; beneath each slot who waits for it. */
export async function rosterSheet(
  { tx, resident, now }: { tx: Transaction; resident: ResidentRow; now: Instant },
  { sessionId }: { sessionId: string },
): Promise<Sheet> {
  const { session, slots, walkIns } = await readRoster(tx, resident, sessionId, {
    revealed: true,
    now,
    line: Infinity,
  })
  const places = slots.flatMap((slot) => slot.rows)
  const present = places.filter(
    (row) => row.outcome === 'present' || (row.outcome === null && row.checkedInAt !== null),
  )
  const titles = words.columns
  return {
    heading: [
      session.title,
      `${words.when(session.startsAt, session.endsAt)} ${session.place}`.trim(),
      words.total(places.length, present.length, walkIns),
      words.note,
    ],
    columns: [
      { title: titles.slot, width: 18 },
      { title: titles.name, width: 14 },
      { title: titles.kind, width: 10 },
      { title: titles.in, width: 16 },
      { title: titles.out, width: 10 },
      { title: titles.outcome, width: 10 },
    ],
    rows: slots.flatMap((slot) => [
      ...slot.rows.map((row) => placeLine(slot.title, row)),
      ...slot.waiting.map(({ people }, index): Cell[] => [
        slot.title,
        people.map(({ name }) => name || words.unnamed).join('、'),
        null,
        null,
        null,
        words.waiting(index + 1),
      ]),
    ]),
    nothing: files.nothing,
  }
}

function placeLine(slot: string, row: RosterRow): Cell[] {
  const { name, kind, checkedInAt, checkInMethod, checkedOutAt, outcome } = row
  return [
    slot,
    name || words.unnamed,
    words.kinds[kind],
    checkedInAt === null ? null : rosterWords.checkedIn(checkedInAt, checkInMethod, false),
    checkedOutAt === null ? null : clock(checkedOutAt, false),
    outcome && words.outcomes[outcome],
  ]
}

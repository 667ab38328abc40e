import type { Roster, RosterRow } from '@/contract/get-roster'
import type { Mark } from './marks'

/** A row with what this phone has noted and not yet sent. */
export interface MarkedRow extends RosterRow {
  /** noted on this phone, and the server does not know it yet */
  waits?: boolean
}

/** The roster as its leader knows it: the server's, and on top what still waits on this phone. */
export function withMarks(roster: Roster, marks: Mark[]): Roster {
  const waiting = marks.filter((mark) => mark.refused === null && mark.sessionId === roster.session.id)
  if (waiting.length === 0) return roster
  const slots = roster.slots.map((slot) => ({
    ...slot,
    rows: slot.rows.map((row) => waiting.reduce(marked, row)),
  }))
  const walkIns = waiting.reduce(
    (known, { act }) => (act.is === 'walk_ins' ? act.count : known),
    roster.walkIns,
  )
  return { ...roster, slots, walkIns }
}

function marked(row: MarkedRow, { act }: Mark): MarkedRow {
  if (!('attendeeId' in act) || act.attendeeId !== row.attendeeId) return row
  if (act.is === 'left') {
    const { until: checkedOutAt } = act
    return { ...row, checkedOutAt, checkOutMethod: checkedOutAt === null ? null : 'manual', waits: true }
  }
  // The first record stands.
  if (row.checkedInAt !== null) return row
  const checkInMethod = row.kind === 'child' ? 'door' : 'manual'
  return { ...row, checkedInAt: act.from, checkInMethod, waits: true }
}

export interface Figures {
  planned: number
  checkedIn: number
  absent: number
}

/** What the leader checks before closing the books: planned, there, and missing or struck. */
export function figuresOf(roster: Roster, struck: string[]): Figures {
  const rows = roster.slots.flatMap((slot) => slot.rows)
  const absent = rows.filter((row) =>
    row.outcome === null
      ? row.checkedInAt === null || struck.includes(row.attendeeId)
      : row.outcome === 'absent',
  ).length
  return { planned: rows.length, checkedIn: rows.length - absent, absent }
}

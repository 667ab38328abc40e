import { actorName, audit as auditCopy, auditWords } from '@/copy/audit'
import { clock, isoDate } from '@/copy/date'
import { auditFile as words, files } from '@/copy/export'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { LAST } from '../page'
import { listAudit } from '../repositories/audit'
import { findCommunity } from '../repositories/community'
import type { ResidentRow } from '../repositories/resident'
import { askedOf, auditEntryOf, type AuditFilter } from '../views/audit-view'
import type { Sheet } from './sheet'

/** About five years of eighteen busy people; the latest, when there is more. */
const MOST_ROWS = 20_000

/** Told from nowhere near, so that every date stands with its year. */
const TELLING = { now: 0, elder: false }

/** The log, or what of it is looked through, the latest first. */
export async function auditSheet(
  { tx, resident }: { tx: Transaction; resident: ResidentRow },
  filter: AuditFilter,
): Promise<Sheet> {
  const { communityId } = resident
  const community = await findCommunity(tx, communityId)
  const rows = await listAudit(tx, communityId, askedOf(filter), LAST, MOST_ROWS)
  const { columns } = words
  return {
    heading: [words.title(community?.name ?? ''), auditCopy.hint],
    columns: [
      { title: columns.at, width: 18 },
      { title: columns.who, width: 12 },
      { title: columns.act, width: 32 },
      { title: columns.detail, width: 40 },
      { title: columns.session, width: 30 },
    ],
    rows: rows.map(auditEntryOf).map((entry) => {
      const { act, detail } = auditWords(entry, TELLING)
      const { session } = entry
      const where = session && `${session.title} ${timeOf(session.startsAt)}`
      return [timeOf(entry.at), actorName(entry.actor), act, detail, where]
    }),
    nothing: files.nothing,
  }
}

const timeOf = (at: Instant) => `${isoDate(at)} ${clock(at, false)}`

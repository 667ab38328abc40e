import { auditFile, figuresFile, honoursFile, recordFile, rosterFile } from '@/copy/export'
import { myDataFile } from '@/copy/my-data-words'
import type { Period } from '@/domain/period'
import type { Role } from '@/domain/role'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import type { ResidentRow } from '../repositories/resident'
import type { AuditFilter } from '../views/audit-view'
import { auditSheet } from './audit-sheet'
import { figuresSheet } from './figures-sheet'
import { honoursSheet } from './honours-sheet'
import { myDataJson, myDataSheet } from './my-data-file'
import { rosterSheet } from './roster-sheet'
import { serviceRecordSheet } from './service-record-sheet'
import type { Sheet } from './sheet'

/** What can be taken away as a file, and what has to be said to get it. */
export interface Asks {
  serviceRecords: { year: number }
  honours: Period
  roster: { sessionId: string; startsAt: Instant }
  figures: { year: number }
  audit: AuditFilter
  myData: Record<string, never>
}
export type ExportName = keyof Asks

interface Context {
  tx: Transaction
  resident: ResidentRow
  now: Instant
}

interface Export<Ask> {
  /** least role; looked at when the link is asked for and again when the file is made */
  access: Role
  name: (ask: Ask) => string
  sheet: (context: Context, ask: Ask) => Promise<Sheet>
  /** for another program, where that is of use */
  json?: (context: Context, ask: Ask) => Promise<object>
}

export const exports: { [Name in ExportName]: Export<Asks[Name]> } = {
  serviceRecords: {
    access: 'resident',
    name: ({ year }) => recordFile.name(year),
    sheet: serviceRecordSheet,
  },
  honours: { access: 'cadre', name: honoursFile.name, sheet: honoursSheet },
  roster: { access: 'cadre', name: ({ startsAt }) => rosterFile.name(startsAt), sheet: rosterSheet },
  figures: { access: 'cadre', name: ({ year }) => figuresFile.name(year), sheet: figuresSheet },
  audit: { access: 'cadre', name: () => auditFile.name, sheet: auditSheet },
  myData: { access: 'resident', name: () => myDataFile.name, sheet: myDataSheet, json: myDataJson },
}

export type FileFormat = 'xlsx' | 'csv' | 'json'

/** One person's right to one file. */
export interface Ticket<Name extends ExportName = ExportName> {
  what: Name
  communityId: string
  residentId: string
  ask: Asks[Name]
  format: FileFormat
}

export function fileName<Name extends ExportName>({ what, ask, format }: Ticket<Name>): string {
  return `${exports[what].name(ask)}.${format}`
}

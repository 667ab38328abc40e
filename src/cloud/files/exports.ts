import { honoursFile, recordFile } from '@/copy/export'
import type { Period } from '@/domain/period'
import type { Role } from '@/domain/role'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import type { ResidentRow } from '../repositories/resident'
import { honoursSheet } from './honours-sheet'
import { serviceRecordSheet } from './service-record-sheet'
import type { Sheet } from './sheet'

/** What can be taken away as a file, and what has to be said to get it. */
export interface Asks {
  serviceRecords: { year: number }
  honours: Period
}
export type ExportName = keyof Asks

interface Export<Ask> {
  /** least role; looked at when the link is asked for and again when the file is made */
  access: Role
  name: (ask: Ask) => string
  sheet: (context: { tx: Transaction; resident: ResidentRow; now: Instant }, ask: Ask) => Promise<Sheet>
}

export const exports: { [Name in ExportName]: Export<Asks[Name]> } = {
  serviceRecords: {
    access: 'resident',
    name: ({ year }) => recordFile.name(year),
    sheet: serviceRecordSheet,
  },
  honours: { access: 'cadre', name: honoursFile.name, sheet: honoursSheet },
}

export type FileFormat = 'xlsx' | 'csv'

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

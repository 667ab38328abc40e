import { mayActAs } from '@/domain/role'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { findResident } from '../repositories/resident'
import { writeCsv } from './csv'
import { exports, fileName, type ExportName, type FileFormat, type Ticket } from './exports'
import { writeXlsx } from './xlsx'

export interface MadeFile {
  name: string
  type: string
  bytes: Uint8Array
}

const TYPES: Record<FileFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** @returns null when the person may not have it, or not any more */
export async function makeFile<Name extends ExportName>(
  tx: Transaction,
  ticket: Ticket<Name>,
  now: Instant,
): Promise<MadeFile | null> {
  const { what, communityId, residentId, ask, format } = ticket
  const resident = await findResident(tx, communityId, residentId)
  if (!resident || resident.leftAt !== null || !mayActAs(resident.role, exports[what].access)) return null
  const { sheet, json } = exports[what]
  const context = { tx, resident, now }
  const file = (bytes: Uint8Array) => ({ name: fileName(ticket), type: TYPES[format], bytes })
  if (format === 'json') {
    return json ? file(new TextEncoder().encode(JSON.stringify(await json(context, ask), null, 2))) : null
  }
  const made = await sheet(context, ask)
  return file(format === 'csv' ? writeCsv(made) : await writeXlsx(made))
}

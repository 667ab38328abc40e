import { linesOf, type Cell, type Sheet } from './sheet'

/** Without it Excel takes UTF-8 for the code page of its country. */
const BOM = '\ufeff'

/** What a spreadsheet takes for the beginning of a formula, full-width signs included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** RFC 4180, with a BOM. */
export function writeCsv(sheet: Sheet): Uint8Array {
  const text = linesOf(sheet)
    .map((line) => `${line.map(csvCell).join(',')}\r\n`)
    .join('')
  return new TextEncoder().encode(BOM + text)
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  // The file has no types: only a sign before it keeps such a text from being run.
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) || text.trim() !== text ? `"${text.replace(/"/g, '""')}"` : text
}

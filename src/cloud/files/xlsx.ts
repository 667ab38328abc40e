import { linesOf, type Cell, type Sheet } from './sheet'

/** A workbook of one sheet. Text is typed as text, so that none of it is ever a formula. */
export async function writeXlsx(sheet: Sheet): Promise<Uint8Array> {
  // Loaded only here: a cold start that exports nothing does not wait for it.
  const { default: write } = await import('write-excel-file/node')
  const titles = sheet.heading.length
  const cells = linesOf(sheet).map((line, row) => line.map((cell) => excelCell(cell, row === titles)))
  return write(cells, {
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: titles + 1,
  }).toBuffer()
}

function excelCell(cell: Cell, bold: boolean) {
  if (cell === null) return null
  if (typeof cell === 'number') return { value: cell, type: Number }
  return { value: cell, type: String, ...(bold ? { fontWeight: 'bold' as const } : {}) }
}

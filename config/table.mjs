/** Rows as aligned lines of text: the first column to the left, figures to the right. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  const cell = (text, column) => (column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column]))
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n')
}

/** 1234567 as 1,234,567 */
export const figure = (number) => Math.round(number).toLocaleString('en-US')

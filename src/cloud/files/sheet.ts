/** Text stays text whatever it begins with, and a number is a number. */
export type Cell = string | number | null

/** What an export holds, before it is a file of some format. */
export interface Sheet {
  /** above the table, a line each */
  heading: string[]
  /** `width` in characters */
  columns: { title: string; width: number }[]
  rows: Cell[][]
  /** what stands where there are no rows */
  nothing: string
}

/** All lines of a sheet as cells: heading, titles, rows. */
export function linesOf({ heading, columns, rows, nothing }: Sheet): Cell[][] {
  const body = rows.length > 0 ? rows : [[nothing]]
  return [...heading.map((line) => [line]), columns.map((column) => column.title), ...body]
}

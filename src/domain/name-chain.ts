/** One line of a chain of names (接龙) that was copied from a chat. */
export interface ChainLine {
  /** as it was written, without its number */
  line: string
  /** null: no single name can be read from it */
  name: string | null
  /** people the line speaks of: 1 unless it says more */
  heads: number
}

/** More lines than this are no chain of one session. */
export const MOST_LINES = 100

const NUMBERED = /^\s*\d{1,3}\s*[.、))::]\s*(.*)$/
const HEADING = /^\s*(#|【|例[\s::.、]|接龙)/
// Han characters with the dot of longer names, or Latin letters: then something that is no name.
const NAME = /^([\p{Script=Han}·]{2,12}|[A-Za-z][A-Za-z .'-]{1,30}[A-Za-z])(?=$|[^\p{Script=Han}A-Za-z·])/u
const ANOTHER = /^[\s]*[、,,和&][\s]*[\p{Script=Han}A-Za-z]{2,}/u

/**
 * Reads a chain of names. Where lines are numbered only those count: what stands above is what the chain is about.
 * Never guesses: a line with two names, or without one, comes back without a name.
 */
export function readChain(text: string): ChainLine[] {
  const lines = text
    .normalize('NFKC')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const numbered = lines.flatMap((line) => NUMBERED.exec(line)?.[1]?.trim() ?? [])
  const entries =
    numbered.length > 0 ? numbered.filter((line) => line !== '') : lines.filter((line) => !HEADING.test(line))
  return entries.slice(0, MOST_LINES).map(readLine)
}

function readLine(line: string): ChainLine {
  // Nicknames in chats are dressed up with pictures and marks.
  const bare = line.replace(/^[^\p{Script=Han}A-Za-z]+/u, '')
  const name = NAME.exec(bare)?.[1] ?? null
  const rest = name === null ? '' : bare.slice(name.length)
  return { line, name: ANOTHER.test(rest) ? null : name, heads: headsIn(rest) }
}

function headsIn(rest: string): number {
  const grown = /(\d{1,2})\s*大/.exec(rest)
  const small = /(\d{1,2})\s*小/.exec(rest)
  if (grown || small) return Math.max(1, Number(grown?.[1] ?? 1) + Number(small?.[1] ?? 0))
  const more = /\+\s*(\d{1,2})/.exec(rest)
  if (more) return 1 + Number(more[1])
  const all = /(\d{1,2})\s*[人位个名]/.exec(rest)
  return all ? Math.max(1, Number(all[1])) : 1
}

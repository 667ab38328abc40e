import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

// Four digits that name a row of the printed roster, and a fifth that holds them together.
const NAMING = 4
export const PAPER_CODE_DIGITS = NAMING + 1
const NUMBERS = 10_000
const LONGEST_SHOWN = 20

/** More rows than this are no longer told apart. */
export const MOST_PAPER_ROWS = 5_000

/**
 * Damm's quasigroup: started anywhere, it finds every single wrong digit and every swap of two neighbours.
 * H. M. Damm, Total anti-symmetrische Quasigruppen, 2004.
 */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

/**
 * The codes of a session's rows.
 * @param ids of the rows, in an order to which later rows are only ever added: an earlier row keeps its code
 * @returns a code of five digits for each id, no two alike
 */
export function paperCodes(secret: string, ids: string[]): string[] {
  const taken = new Set<number>()
  return ids.map((id) => {
    let number = numberFrom(secret, `paper:${id}`)
    while (taken.has(number)) number = (number + 1) % NUMBERS
    taken.add(number)
    const digits = String(number).padStart(NAMING, '0')
    return digits + String(checked(secret, digits))
  })
}

/** False for a typo, and mostly for a code of another session: each begins its sums elsewhere. */
export function isPaperCode(secret: string, code: string): boolean {
  return /^[0-9]{5}$/.test(code) && checked(secret, code) === 0
}

/**
 * What was typed from the sheet: digits in any groups, between whatever separates them, full-width or not.
 * @returns each code once, in order; what cannot be one is left as it is, to be shown as such
 */
export function readPaperCodes(text: string): string[] {
  const plain = text.replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  const groups = plain.match(/[0-9]+/g) ?? []
  const codes = groups.flatMap((group) =>
    group.length % PAPER_CODE_DIGITS === 0
      ? (group.match(/[0-9]{5}/g) ?? [])
      : [group.slice(0, LONGEST_SHOWN)],
  )
  return [...new Set(codes)]
}

function checked(secret: string, digits: string): number {
  let interim = numberFrom(secret, 'paper') % 10
  for (const digit of digits) interim = Number(DAMM[interim]?.[Number(digit)])
  return interim
}

function numberFrom(secret: string, what: string): number {
  const digest = hmac(sha256, utf8ToBytes(secret), utf8ToBytes(what))
  return new DataView(digest.buffer, digest.byteOffset, 4).getUint32(0) % NUMBERS
}

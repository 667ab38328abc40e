/** A grown-up's name as neighbours call them, in characters as people count them. */
export const MOST_NAME = 20
/** A child's nickname. */
export const MOST_NICKNAME = 10

// A letter carries a mark or two; a tower of them would run over the lines around it.
const MARKS_AT_MOST = 8

const ZERO_WIDTH_JOINER = 0x200d

type Range = readonly [from: number, to: number]

const within = (code: number, ranges: readonly Range[]) =>
  ranges.some(([from, to]) => code >= from && code <= to)

/** Steers the line, or leaves no trace: no part of a name. Told by \p{…} phones would be shipped kilobytes of ranges. */
const UNSEEN: readonly Range[] = [
  [0x0000, 0x0008],
  [0x000e, 0x001f],
  [0x007f, 0x0084],
  [0x0086, 0x009f],
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200c],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
  [0xe0000, 0xe007f],
  [0xd800, 0xdfff],
]

/** Belongs to the character before it: marks, variants, skin tones. */
const BELONGING: readonly Range[] = [
  [0x0300, 0x036f],
  [0x0483, 0x0489],
  [0x0591, 0x05bd],
  [0x0610, 0x061a],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06dc],
  [0x0900, 0x0903],
  [0x093a, 0x094f],
  [0x0e31, 0x0e31],
  [0x0e34, 0x0e3a],
  [0x0e47, 0x0e4e],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0x302a, 0x302f],
  [0x3099, 0x309a],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0x1f3fb, 0x1f3ff],
]

const REGIONAL: readonly Range[] = [[0x1f1e6, 0x1f1ff]]

/**
 * The one rule for what people and children are called: composed, without characters that steer the line or leave no
 * trace, spaces of any kind made one, none at the ends. It may come out empty.
 */
export function normaliseNickname(written: string): string {
  const seen = [...written.normalize('NFC')].filter((it) => !within(it.codePointAt(0) ?? 0, UNSEEN)).join('')
  // A joiner that joins nothing, and a mark with nothing under it, would be seen as nothing.
  const characters = charactersOf(seen)
    .map((it) => it.replace(/\u200d+$/, ''))
    .filter((it) => !/^[\u200d]*$/.test(it) && !isBelonging(it))
  return characters.join('').replace(/\s+/g, ' ').trim()
}

/** How many characters people see: an emoji of many parts, a flag and a letter with its marks are one each. */
export function countCharacters(text: string): number {
  return charactersOf(text).length
}

/** Whether a normalised name may stand: something to be seen, not too long, no tower of marks. */
export function isNickname(name: string, most: number): boolean {
  const characters = charactersOf(name)
  const room = characters.every((it) => [...it].length <= MARKS_AT_MOST)
  return characters.length >= 1 && characters.length <= most && room
}

function charactersOf(text: string): string[] {
  const characters: string[] = []
  for (const point of text) {
    const before = characters.at(-1)
    if (before !== undefined && belongsTo(before, point.codePointAt(0) ?? 0))
      characters[characters.length - 1] = before + point
    else characters.push(point)
  }
  return characters
}

function belongsTo(before: string, code: number): boolean {
  if (code === ZERO_WIDTH_JOINER || within(code, BELONGING)) return true
  const points = [...before].map((it) => it.codePointAt(0) ?? 0)
  const last = points.at(-1) ?? 0
  // Two people joined are a couple; two letters are not.
  if (last === ZERO_WIDTH_JOINER) return code >= 0x2190 && !within(code, [[0x2e80, 0xffff]])
  return within(code, REGIONAL) && points.length === 1 && within(last, REGIONAL)
}

function isBelonging(character: string): boolean {
  return [...character].every((it) => within(it.codePointAt(0) ?? 0, BELONGING))
}

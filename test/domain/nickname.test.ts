import { countCharacters, isNickname, normaliseNickname } from '@/domain/nickname'

const FAMILY = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}'

it.each([
  ['spaces at the ends and in between', '  小  满\t\n', '小 满'],
  ['nothing but spaces', ' \u3000\t ', ''],
  ['letters and their marks composed', 'e\u0301', '\u00e9'],
  ['a line turned round', '小\u202e满\u202c', '小满'],
  ['isolates and marks of direction', '\u2066小\u2069\u200e满\u200f', '小满'],
  ['control characters', '小\u0000\u0007满\u007f', '小满'],
  ['what leaves no trace', '\u200b\u2060\ufeff\u3164小满', '小满'],
  ['an emoji of many parts as it is', FAMILY, FAMILY],
  ['a joiner that joins nothing', '小\u200d满\u200d', '小满'],
  ['marks with nothing under them', '\u0301\u0301', ''],
  ['right-to-left letters as they are', 'שירה', 'שירה'],
  ['tags behind an emoji', '\u{1f3f4}\u{e0067}\u{e007f}', '\u{1f3f4}'],
])('keeps %s', (_, written, kept) => {
  expect(normaliseNickname(written)).toBe(kept)
  // Once is enough.
  expect(normaliseNickname(kept)).toBe(kept)
})

it.each([
  ['小满', 2],
  [FAMILY, 1],
  ['\u{1f1e8}\u{1f1f3}\u{1f1e8}\u{1f1f3}', 2],
  ['\u{1f476}\u{1f3fd}', 1],
  ['a\u0301\u0302', 1],
  ['', 0],
])('counts %s as %i characters, as people see them', (text, count) => {
  expect(countCharacters(text)).toBe(count)
})

it.each([
  ['', false],
  ['宝', true],
  ['宝'.repeat(10), true],
  ['宝'.repeat(11), false],
  [FAMILY.repeat(10), true],
  [FAMILY.repeat(11), false],
  [`a${'\u0301'.repeat(7)}`, true],
  [`a${'\u0301'.repeat(8)}`, false],
])('takes %s for a name of at most 10: %s', (name, may) => {
  expect(isNickname(name, 10)).toBe(may)
})

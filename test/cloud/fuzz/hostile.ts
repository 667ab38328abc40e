/** Texts that have broken other programs: each may be a name, a note or an id here. */
export const HOSTILE_TEXTS: readonly string[] = [
  "'; DROP TABLE booking; --",
  "' OR '1'='1",
  '$1); DELETE FROM resident; --',
  '\\',
  '%',
  '_',
  '{"$ne":null}',
  '=HYPERLINK("http://evil.invalid","领奖")',
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1+1',
  '\t=1+1',
  '../../../../etc/passwd',
  '..%2f..%2fpackage.json',
  'file:///etc/passwd',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '&lt;b&gt;',
  '${7*7}{{7*7}}',
  'NaN',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '',
  ' ',
  '\u3000',
  '\u0000',
  'a\u0000b',
  '\u0007',
  '\u001b[31m',
  '\r\nSet-Cookie: a=b',
  '\u202eevil',
  '\u2066a\u2069',
  '\u200b',
  '\ufeff',
  '\ud800',
  '\udc00x',
  '👨‍👩‍👧‍👦',
  '🧑🏽‍🚒',
  '𠮷野家',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
  'é'.repeat(3),
  'İ'.repeat(15),
  'ﷺ'.repeat(9),
  '🙂'.repeat(15),
  '字'.repeat(30),
  '字'.repeat(500),
  'a'.repeat(10_000),
  '1'.repeat(400),
]

export const HOSTILE_TIMES: readonly string[] = [
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00.000Z',
  '1969-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59-23:59',
  '2026-02-30T00:00:00Z',
  '2024-02-29T24:00:00Z',
  '2026-03-07T10:00:00+14:00',
  '2026-03-07T10:00:60Z',
  '+275760-09-13T00:00:00Z',
  '2026-03-07',
  '1772848800000',
  'Invalid Date',
]

export const HOSTILE_NUMBERS: readonly number[] = [
  ...[0, -0, 1, -1, 0.5, 1e-300, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 32],
  ...[2 ** 53, 2 ** 53 - 1, 2 ** 63, 1e21, 1e308, -1e308],
]

/** Keys that mean something to JavaScript, or to somebody who guesses. */
export const HOSTILE_KEYS: readonly string[] = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'toJSON', 'length'],
  ...['role', 'isAdmin', 'openId', 'residentId', 'communityId', 'now', 'id', '', '\u0000', '$where', '👻'],
]

/** Bodies that are no payload at all. */
export const HOSTILE_BODIES: readonly string[] = [
  ...['', ' ', 'null', 'true', '0', '""', '[]', '[[]]', '{', '{"a":', '{}{}', '\ufeff{}', "{'a':1}", 'NaN'],
  ...['{"a":1e999}', '{"a":-1e999}', '{"communityId":"a","communityId":"b"}', '<?xml version="1.0"?>'],
  ...[
    'payload=%7B%7D',
    '\u0000',
    '[' + '1,'.repeat(20_000) + '1]',
    '['.repeat(20_000),
    '{"a":'.repeat(9_000),
  ],
  '['.repeat(20_000) + ']'.repeat(20_000),
  `{"a":"${'x'.repeat(70_000)}"}`,
]

/** Names of actions that are none. */
export const HOSTILE_ACTIONS: readonly string[] = [
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'book_slot', 'BOOKSLOT'],
  ...['..%2fwhoAmI', 'whoAmI%00', 'whoAmI%20', '%E4%B8%AD', '%ff', '%', 'a'.repeat(5_000), "'%20OR%201=1"],
]

export const HOSTILE_REQUEST_IDS: readonly string[] = [
  ...[
    '',
    'short',
    'x'.repeat(65),
    'x'.repeat(7_000),
    "' OR '1'='1",
    '../../etc/passwd',
    'tab\tinside',
    'é'.repeat(10),
  ],
]

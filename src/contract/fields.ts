import * as v from 'valibot'
import { AGE_BANDS } from '@/domain/age-band'
import { ACTIVITY_KINDS } from '@/domain/activity'
import { CHECK_IN_METHODS, CHECK_OUT_METHODS } from '@/domain/attendance'
import { COVERS } from '@/domain/cover'
import { EVALUATIONS } from '@/domain/evaluation'
import { FAMILY_ROLES } from '@/domain/invitation'
import { COMMUNITY_ID, ROW_ID, SESSION_ID, SHARE_ID } from '@/domain/link'
import { isNickname, normaliseNickname } from '@/domain/nickname'
import { ROLES } from '@/domain/role'
import { SKILLS } from '@/domain/skill'

/** Characters as people count them by code point: an emoji without joiners is one. */
export function lengthOf(text: string): number {
  return [...text].length
}

const id = (form: RegExp) => v.pipe(v.string(), v.regex(form, 'malformed id'))

export const communityId = id(COMMUNITY_ID)
export const sessionId = id(SESSION_ID)
export const rowId = id(ROW_ID)
export const shareId = id(SHARE_ID)
export const requestId = v.pipe(
  v.string(),
  v.regex(/^[0-9A-Za-z_-]{8,64}$/, 'must be 8–64 of 0-9 A-Z a-z _ -'),
)

// Anything but spaces, marks without a letter and what leaves no trace. Told by \p{…} it would be shipped to phones
// as ten kilobytes of ranges.
const SEEN =
  /[^\s\u00ad\u0300-\u036f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u205f-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]/

/** One line or a few of plain text, trimmed, 1 to `max` characters. */
export const text = (max: number) =>
  v.pipe(
    optionalText(max),
    v.minLength(1, 'must not be empty'),
    v.check((value) => value === '' || SEEN.test(value), 'has nothing that can be seen'),
  )

/** The same, but may be empty. */
export const optionalText = (max: number) =>
  v.pipe(
    v.string(),
    v.maxLength(max * 2, `must be at most ${max} characters`),
    v.trim(),
    v.check((value) => lengthOf(value) <= max, `must be at most ${max} characters`),

    v.check(
      (value) => !/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(value),
      'has control characters',
    ),
  )

// Longer is no name that was written too long, but something else.
const MOST_WRITTEN = 400

/** What somebody is called, by the one rule for people and children: normalised, 1 to `max` characters as they are seen. */
export const nickname = (max: number) =>
  v.pipe(
    v.string(),
    v.maxLength(MOST_WRITTEN, `must be at most ${max} characters`),
    v.transform(normaliseNickname),
    v.check((name) => SEEN.test(name), 'has nothing that can be seen'),
    v.check((name) => name === '' || isNickname(name, max), `must be at most ${max} characters`),
  )

// Date.parse takes the 31st of April for the 1st of May.
function isRealDate(iso: string): boolean {
  const [year = 0, month = 0, day = 0] = iso.slice(0, 10).split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day && Number.isFinite(Date.parse(iso))
}

/** A time in a request: ISO-8601 with an offset or Z in, milliseconds out. */
export const instantInput = v.pipe(
  v.string(),
  v.isoTimestamp('must be an ISO-8601 time such as 2026-11-28T02:00:00.000Z'),
  v.check(isRealDate, 'is not a real date'),
  v.transform((iso) => Date.parse(iso)),
)

/** Marks a time in an answer for `GET /api`. */
export const wireTime = v.description<number, 'ISO-8601 UTC'>('ISO-8601 UTC')
/** A time in an answer: milliseconds in the program, ISO-8601 UTC on the wire. */
export const instant = v.pipe(v.number(), wireTime)

export const count = v.pipe(v.number(), v.integer('must be a whole number'))
export const countBetween = (min: number, max: number) =>
  v.pipe(count, v.minValue(min, `must be at least ${min}`), v.maxValue(max, `must be at most ${max}`))

const MOST_VERSIONS = 2 ** 31 - 1
/** Of a row as somebody saw it, counted by an integer of the database. */
export const version = countBetween(0, MOST_VERSIONS)

/** Where the next page begins; opaque to clients. */
export const cursor = v.pipe(v.string(), v.maxLength(80), v.regex(/^[0-9a-z:_-]+$/i, 'malformed cursor'))
export const nextCursor = v.nullable(cursor)

/** The leader's number. */
export const checkInNumber = v.pipe(v.string(), v.regex(/^[0-9]{6}$/, 'must be six digits'))
export const checkInMethod = v.picklist(CHECK_IN_METHODS)
export const checkOutMethod = v.picklist(CHECK_OUT_METHODS)

/** A calendar year in Shanghai, within what a record can be of. */
export const year = countBetween(2000, 2100)
/** A file to take away: a spreadsheet, or text that spreadsheets open. */
export const fileFormat = v.picklist(['xlsx', 'csv'])
/** Where a file lies for five minutes. */
export const fileLink = v.object({
  /** whole, or a path on the API's own origin */
  url: v.string(),
  name: v.string(),
  expiresAt: instant,
})

export const ageBand = v.picklist(AGE_BANDS)
export const familyRole = v.picklist(FAMILY_ROLES)
export const evaluation = v.picklist(EVALUATIONS)
export const activityKind = v.picklist(ACTIVITY_KINDS)
export const cover = v.picklist(COVERS)
export const role = v.picklist(ROLES)
export const skill = v.picklist(SKILLS)

/** Who a place is for: the resident who asks, or a child of the household. */
export const party = v.pipe(
  v.array(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('self') }),
      v.strictObject({ kind: v.literal('child'), childId: rowId }),
    ]),
  ),
  v.minLength(1, 'must name somebody'),
  v.maxLength(12, 'must name at most 12'),
  v.check(
    (people) =>
      new Set(people.map((it) => (it.kind === 'child' ? it.childId : 'self'))).size === people.length,
    'names somebody twice',
  ),
)
export type Party = v.InferOutput<typeof party>

import { createHmac } from 'node:crypto'
import { checkInCode, CODE_STEP, codesAhead, isCurrentCode, MOST_AHEAD } from '@/domain/check-in-code'
import { NOW } from './facts'

const SECRET = 'the secret of the session'
const STEP = Math.floor(NOW / CODE_STEP) * CODE_STEP

/** HOTP's dynamic truncation, written from RFC 4226 section 5.3 with the last byte of SHA-256. */
function expectedCode(secret: string, step: number): string {
  const digest = createHmac('sha256', secret).update(`check-in:${step}`).digest()
  const offset = digest.readUInt8(31) & 0xf
  return ((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).toString().padStart(6, '0')
}

describe('the check-in number', () => {
  it('changes every thirty seconds', () => {
    expect(CODE_STEP).toBe(30_000)
    expect(checkInCode(SECRET, STEP + CODE_STEP - 1)).toBe(checkInCode(SECRET, STEP))
    expect(checkInCode(SECRET, STEP + CODE_STEP)).not.toBe(checkInCode(SECRET, STEP))
  })

  it('is the truncated HMAC of the step, for every offset and with leading zeros', () => {
    const steps = Array.from({ length: 300 }, (_, index) => STEP / CODE_STEP + index)
    const expected = steps.map((step) => expectedCode(SECRET, step))
    expect(steps.map((step) => checkInCode(SECRET, step * CODE_STEP))).toEqual(expected)
    expect(expected.some((code) => code.startsWith('0'))).toBe(true)
    expect(expected.every((code) => /^\d{6}$/.test(code))).toBe(true)
  })

  it('is another for another session', () => {
    expect(checkInCode('another secret', NOW)).toBe(expectedCode('another secret', STEP / CODE_STEP))
    expect(checkInCode('another secret', NOW)).not.toBe(checkInCode(SECRET, NOW))
  })
})

describe('a number typed by a volunteer', () => {
  const code = checkInCode(SECRET, STEP)
  it.each([
    ['is not valid a millisecond before it is shown', STEP - 1, false],
    ['is valid as soon as it is shown', STEP, true],
    ['is valid to the end of its step', STEP + CODE_STEP - 1, true],
    ['is valid in the step after', STEP + CODE_STEP, true],
    ['is valid to the end of the step after', STEP + 2 * CODE_STEP - 1, true],
    ['is not valid in the step after that', STEP + 2 * CODE_STEP, false],
  ])('%s', (_, now, valid) => {
    expect(isCurrentCode(SECRET, code, now)).toBe(valid)
  })

  it.each([
    ['empty', ''],
    ['shortened', code.slice(0, 5)],
    ['lengthened', `${code}0`],
    ['padded', ` ${code}`],
    ['of another session', checkInCode('another secret', STEP)],
  ])('is not valid when %s', (_, typed) => {
    expect(isCurrentCode(SECRET, typed, STEP)).toBe(false)
  })
})

describe('the numbers handed out beforehand', () => {
  it.each([
    ['the one shown now comes first', STEP + CODE_STEP - 1, STEP + CODE_STEP, 1],
    ['reach to the end', STEP, STEP + 10 * CODE_STEP, 10],
    ['include the step in which the end lies', STEP, STEP + 10 * CODE_STEP + 1, 11],
    ['are one when the end is over', STEP, STEP - 100 * CODE_STEP, 1],
    ['are six hours of them at most', STEP, STEP + 24 * 3_600_000, MOST_AHEAD],
  ])('%s', (_, from, until, count) => {
    const codes = codesAhead(SECRET, from, until)
    expect(codes).toHaveLength(count)
    expect(codes[0]).toBe(checkInCode(SECRET, from))
    expect(codes.at(-1)).toBe(checkInCode(SECRET, from + (count - 1) * CODE_STEP))
  })
})

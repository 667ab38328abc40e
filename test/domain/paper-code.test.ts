import { isPaperCode, paperCodes, readPaperCodes } from '@/domain/paper-code'

const SECRET = 'secret of this session'
const ids = Array.from({ length: 2000 }, (_, index) => `row-${index}`)
const codes = paperCodes(SECRET, ids)
const DIGITS = [...'0123456789']

it('gives every row of a large session a code of its own, of five digits', () => {
  expect(new Set(codes).size).toBe(ids.length)
  for (const code of codes) expect(code).toMatch(/^[0-9]{5}$/)
})

it('lets a row keep its code when others are added behind it', () => {
  expect(paperCodes(SECRET, ids.slice(0, 30))).toEqual(codes.slice(0, 30))
})

it('finds every single wrong digit and every swap of two neighbours', () => {
  for (const code of codes.slice(0, 200)) {
    expect(isPaperCode(SECRET, code)).toBe(true)
    for (let at = 0; at < code.length; at += 1) {
      const wrong = DIGITS.filter((digit) => digit !== code[at])
      for (const digit of wrong)
        expect(isPaperCode(SECRET, code.slice(0, at) + digit + code.slice(at + 1))).toBe(false)
      const [one = '', two = ''] = [code[at], code[at + 1]]
      if (two !== '' && one !== two)
        expect(isPaperCode(SECRET, code.slice(0, at) + two + one + code.slice(at + 2))).toBe(false)
    }
  }
})

it('takes a sheet of another session for typos, not for the people here', () => {
  const other = paperCodes('secret of last week', ids.slice(0, 100))
  const mistaken = other.filter((code) => isPaperCode(SECRET, code) && codes.slice(0, 100).includes(code))
  expect(mistaken.length).toBeLessThan(3)
})

it.each([
  ['spaces', '12345 67890', ['12345', '67890']],
  ['commas of both kinds and lines', '12345,67890,13579\n24680', ['12345', '67890', '13579', '24680']],
  ['nothing at all', '1234567890', ['12345', '67890']],
  ['full-width digits', '12345', ['12345']],
  ['the same twice', '12345、12345', ['12345']],
  ['a digit too few, kept to be shown', '1234 67890', ['1234', '67890']],
  ['nothing and a digit too many, cut to be shown', '1234567890123456789012', ['12345678901234567890']],
  ['no digits', '张三 李四', []],
])('reads codes typed with %s between them', (_, typed, expected) => {
  expect(readPaperCodes(typed)).toEqual(expected)
})

/** A mobile number, or one of a house with its area code; digits only. */
const PHONE = /^(1[3-9]\d{9}|0\d{9,11}|[2-8]\d{6,7})$/

/** What somebody typed as the digits that are kept; null: no number that could be rung up. */
export function readPhone(typed: string): string | null {
  const digits = typed.replace(/^\s*\+?86(?=[\s-]*1)/, '').replace(/[\s\-()（）]/g, '')
  return PHONE.test(digits) ? digits : null
}

/** Enough to tell one's own number from another: 138****5678. */
export function maskPhone(phone: string): string {
  const [ahead, behind] = phone.length >= 10 ? [3, 4] : [1, 2]
  return `${phone.slice(0, ahead)}****${phone.slice(-behind)}`
}

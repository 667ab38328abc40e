/** Of a volunteer register, such as the national one: capitals and digits. */
const FORM = /^[0-9A-Z]{6,20}$/
/** Of an identity card: region, date of birth, serial and check character. */
const IDENTITY = /^\d{6}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[0-9X]$/
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** As it is kept: without blanks and dashes, in capitals. */
export function normalVolunteerNumber(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase()
}

/**
 * What is wrong with a normal volunteer number; null: nothing.
 * `identity_card`: it is an identity card's number, which is not to be stored here by mistake.
 */
export function volunteerNumberFault(normal: string): 'form' | 'identity_card' | null {
  if (!FORM.test(normal)) return 'form'
  return isIdentityNumber(normal) ? 'identity_card' : null
}

function isIdentityNumber(normal: string): boolean {
  if (!IDENTITY.test(normal)) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(normal[index]), 0)
  return CHECKS[sum % 11] === normal[17]
}

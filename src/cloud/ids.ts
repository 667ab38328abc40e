import { randomBytes } from 'node:crypto'

// 32 letters and digits without look-alikes: five bits of each random byte choose one.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

function newId(length: number): string {
  return Array.from(randomBytes(length), (byte) => ALPHABET[byte & 31]).join('')
}

export const newCommunityId = () => newId(6)
export const newSessionId = () => newId(10)
export const newRowId = () => newId(12)
/** A one-time code to type: 60 bits in groups of four. */
export const newCommunityCode = () => `${newId(4)}-${newId(4)}-${newId(4)}`.toUpperCase()
export const newSecret = () => randomBytes(32).toString('hex')

import { createHash } from 'node:crypto'
import { CONSENT_TEXT } from '@/copy/consent'
import { CONSENT_VERSION } from '@/domain/child'

/** Each version and the text that guardians agreed to under it; one that was shown is never edited. */
const TEXTS: Record<number, string> = {
  1: '69d443c247c1a3ff',
  2: 'f955360e89c1fff5',
}

it('asks every guardian anew when a word of the consent text changes', () => {
  const digest = createHash('sha256').update(CONSENT_TEXT.join('\n')).digest('hex').slice(0, 16)
  expect({ version: CONSENT_VERSION, digest }).toEqual({
    version: Math.max(...Object.keys(TEXTS).map(Number)),
    digest: TEXTS[CONSENT_VERSION],
  })
})

import { createHmac, timingSafeEqual } from 'node:crypto'

/** Signs what a deployment hands out and wants to know again. */
export interface TokenSigner {
  sign(claims: unknown): string
  /** What was signed; undefined for what is forged, cut off, of another deployment or for another purpose. */
  open(token: string): unknown
}

/**
 * Tokens of our own instead of JWT: one algorithm, nothing to negotiate, nothing to downgrade.
 * @param purpose keeps tokens of one kind from passing for another
 * @param secret of this deployment; at least 32 characters
 */
export function createTokenSigner(purpose: 'token' | 'file', secret: string): TokenSigner {
  const signatureOf = (body: string) =>
    createHmac('sha256', secret).update(`${purpose}.${body}`).digest('base64url')
  return {
    sign(claims) {
      const body = Buffer.from(JSON.stringify(claims)).toString('base64url')
      return `${body}.${signatureOf(body)}`
    },
    open(token) {
      const [body, signature, ...rest] = token.split('.')
      if (!body || !signature || rest.length > 0) return undefined
      const expected = Buffer.from(signatureOf(body))
      const given = Buffer.from(signature)
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
      return JSON.parse(Buffer.from(body, 'base64url').toString())
    },
  }
}

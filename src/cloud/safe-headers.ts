import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

/**
 * What a browser may do with what it gets from here: run the app's own scripts, ask this origin, be in no frame.
 * @param assets folder of the built H5 app; null: API only
 */
export function safeHeaders(assets: string | null): MiddlewareHandler {
  const self = "'self'"
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: [self, ...(assets ? inlineScripts(path.join(assets, 'index.html')) : [])],
      // Taro's components bring their styles along as elements.
      styleSrc: [self, "'unsafe-inline'"],
      imgSrc: [self, 'data:', 'blob:'],
      fontSrc: [self, 'data:'],
      connectSrc: [self],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    crossOriginEmbedderPolicy: false,
    // Said below, and only where it is true.
    strictTransportSecurity: false,
  })
  return async (c, next) => {
    await headers(c, next)
    if (c.req.header('X-Forwarded-Proto') === 'https')
      c.res.headers.set('Strict-Transport-Security', 'max-age=15552000')
  }
}

/** The page has a script of its own before the others; by its hash no other inline script is let in with it. */
function inlineScripts(page: string): string[] {
  const scripts = readFileSync(page, 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g)
  return [...scripts].map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
}

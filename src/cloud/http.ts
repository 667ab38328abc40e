import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type HonoRequest, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ERROR_STATUS, type ErrorCode } from '@/contract/envelope'
import { toWire } from '@/contract/instants'
import { describeActions } from './describe-actions'
import { dispatch, type Deployment } from './dispatch'
import { serveFiles } from './files/serve-files'
import type { SignedLinks } from './files/signed-links'

const MOST_BYTES = 64 * 1024

export interface HttpOptions {
  deployment: Deployment
  /** a gateway sets X-WX-OPENID and strips it from outside; never trusted otherwise */
  trustGateway: boolean
  /** files are fetched here by the links it signs; without it, elsewhere */
  links?: SignedLinks
  /** folder of the built H5 app; null: API only */
  assets: string | null
  /** adds routes of its own before the app's, as the demo does */
  mount?: ((app: Hono) => void) | undefined
}

/** The API over HTTP, with the H5 app beside it on the same origin. */
export function createHttp({ deployment, trustGateway, links, assets, mount }: HttpOptions): Hono {
  const app = new Hono()
  const fail = (code: ErrorCode, message: string) =>
    Response.json(toWire({ ok: false, error: { code, message }, now: deployment.now() }), {
      status: ERROR_STATUS[code],
    })

  app.use(
    secureHeaders({ xFrameOptions: 'DENY', referrerPolicy: 'no-referrer', crossOriginEmbedderPolicy: false }),
  )
  app.onError((error) => {
    deployment.report({ action: 'http', requestId: null, error })
    return fail('internal', 'this should not have happened; it has been noted')
  })

  app.get('/api', listActions())
  app.post(
    '/api/:action',
    limitBody(() => fail('too_large', `a body has at most ${MOST_BYTES} bytes`)),
    async (c) => {
      const text = await c.req.text()
      let payload: unknown
      try {
        payload = text === '' ? {} : JSON.parse(text)
      } catch {
        return fail('bad_json', 'the body is not JSON')
      }
      const envelope = await dispatch(deployment, {
        action: c.req.param('action'),
        payload,
        requestId: c.req.header('X-Request-Id'),
        openId: identify(c.req.header('Authorization'), c.req.header('X-WX-OPENID')),
      })
      const status = envelope.ok ? 200 : ERROR_STATUS[envelope.error.code]
      c.header('Cache-Control', 'no-store')
      return c.json(toWire(envelope) as object, status as ContentfulStatusCode)
    },
  )
  app.all('/api', () => fail('method_not_allowed', 'GET lists the actions'))
  app.all('/api/*', (c) =>
    c.req.method === 'POST'
      ? fail('unknown_action', 'there is no action of this name; GET /api lists them')
      : fail('method_not_allowed', 'an action is called by POST'),
  )

  if (links) serveFiles(app, deployment, links)
  mount?.(app)
  if (assets) {
    const files = serveStatic({ root: assets })
    const page = serveStatic({ root: assets, path: 'index.html' })
    app.get('/static/*', files, (c) => c.notFound())
    app.get('*', files, page)
  }
  app.notFound(() => fail('not_found', 'there is nothing here'))
  return app

  function identify(authorization: string | undefined, gatewayOpenId: string | undefined): string | null {
    if (trustGateway) return gatewayOpenId || null
    const token = /^Bearer ([\w.-]{1,1000})$/.exec(authorization ?? '')?.[1]
    return token ? deployment.services.identities.read(token, deployment.now()) : null
  }
}

function limitBody(onError: () => Response): MiddlewareHandler {
  const limit = bodyLimit({ maxSize: MOST_BYTES, onError })
  return (c, next) => (saysItIsShort(c.req) ? next() : limit(c, next))
}

/** The parser holds a body to the length it announces; asking for its stream costs more than the rest of the request. */
function saysItIsShort(request: HonoRequest): boolean {
  const length = request.header('content-length')
  return (
    length !== undefined && request.header('transfer-encoding') === undefined && Number(length) <= MOST_BYTES
  )
}

/** The table does not change while the program runs, so it is written out once. */
function listActions() {
  const description = JSON.stringify(describeActions())
  return () => new Response(description, { headers: { 'Content-Type': 'application/json' } })
}

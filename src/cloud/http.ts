import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type Context, type HonoRequest, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ERROR_STATUS, type ErrorCode } from '@/contract/envelope'
import { toWire } from '@/contract/instants'
import { SECOND } from '@/domain/time'
import { describeActions } from './describe-actions'
import { dispatch, type Deployment } from './dispatch'
import { serveFiles } from './files/serve-files'
import type { SignedLinks } from './files/signed-links'
import { waitOf, type RateLimits } from './rate-limit'
import type { Readiness } from './readiness'
import { safeHeaders } from './safe-headers'
import { serveHealth } from './serve-health'

const MOST_BYTES = 64 * 1024

export interface HttpOptions {
  deployment: Deployment
  /** a gateway sets X-WX-OPENID and strips it from outside; never trusted otherwise */
  trustGateway: boolean
  /** without them nobody is made to wait */
  limits?: RateLimits
  /** of the proxy before the server, in which it says for whom it asks; without it, there is none */
  addressHeader?: string | null
  /** files are fetched here by the links it signs; without it, elsewhere */
  links?: SignedLinks
  /** asked at /readyz; without it, neither that nor /healthz is there */
  readiness?: Readiness
  /** folder of the built H5 app; null: API only */
  assets: string | null
  /** adds routes of its own before the app's, as the demo does */
  mount?: ((app: Hono) => void) | undefined
}

type Fail = (code: ErrorCode, message: string) => Response
/** The answer to who asks too much; null: go on. */
type Slow = (c: Context, openId: string | null) => Response | null

/** The API over HTTP, with the H5 app beside it on the same origin. */
export function createHttp(options: HttpOptions): Hono {
  const { deployment, links, readiness, assets, mount } = options
  const app = new Hono()
  const fail = failing(deployment)
  const slow = slowing(options, fail)
  app.use(safeHeaders(assets))
  app.onError((error) => {
    deployment.report({ action: 'http', requestId: null, error })
    return fail('internal', 'this should not have happened; it has been noted')
  })
  if (readiness) serveHealth(app, readiness)
  serveActions(app, options, { fail, slow })
  if (links) {
    app.use('/files/*', async (c, next) => slow(c, null) ?? next())
    serveFiles(app, deployment, links)
  }
  mount?.(app)
  if (assets) serveAssets(app, assets)
  app.notFound(() => fail('not_found', 'there is nothing here'))
  return app
}

const failing =
  ({ now }: Deployment): Fail =>
  (code, message) =>
    Response.json(toWire({ ok: false, error: { code, message }, now: now() }), { status: ERROR_STATUS[code] })

const slowing =
  (options: HttpOptions, fail: Fail): Slow =>
  (c, openId) => {
    const wait = waitOf(options, c, openId, options.deployment.now())
    if (wait === 0) return null
    const answer = fail('too_many_requests', 'too many requests; wait as Retry-After says')
    answer.headers.set('Retry-After', String(Math.ceil(wait / SECOND)))
    return answer
  }

function serveActions(app: Hono, options: HttpOptions, { fail, slow }: { fail: Fail; slow: Slow }): void {
  app.get('/api', listActions())
  app.post(
    '/api/:action',
    limitBody(() => fail('too_large', `a body has at most ${MOST_BYTES} bytes`)),
    async (c) => {
      const openId = identify(options, c.req)
      const slowed = slow(c, openId)
      if (slowed) return slowed
      const text = await c.req.text()
      let payload: unknown
      try {
        payload = text === '' ? {} : JSON.parse(text)
      } catch {
        return fail('bad_json', 'the body is not JSON')
      }
      const action = c.req.param('action')
      const requestId = c.req.header('X-Request-Id')
      const envelope = await dispatch(options.deployment, { action, payload, requestId, openId })
      const status = envelope.ok ? 200 : ERROR_STATUS[envelope.error.code]
      c.header('Cache-Control', 'no-store')
      return c.json(toWire(envelope) as object, status as ContentfulStatusCode)
    },
  )
  const allow = (methods: string, message: string) => {
    const answer = fail('method_not_allowed', message)
    answer.headers.set('Allow', methods)
    return answer
  }
  app.all('/api', () => allow('GET, HEAD', 'GET lists the actions'))
  app.all('/api/*', (c) =>
    c.req.method === 'POST'
      ? fail('unknown_action', 'there is no action of this name; GET /api lists them')
      : allow('POST', 'an action is called by POST'),
  )
}

function serveAssets(app: Hono, root: string): void {
  const files = serveStatic({ root })
  const page = serveStatic({ root, path: 'index.html' })
  app.get('/static/*', files, (c) => c.notFound())
  app.get('*', files, page)
}

function identify({ deployment, trustGateway }: HttpOptions, request: HonoRequest): string | null {
  if (trustGateway) return request.header('X-WX-OPENID') || null
  const token = /^Bearer ([\w.-]{1,1000})$/.exec(request.header('Authorization') ?? '')?.[1]
  return token ? deployment.services.identities.read(token, deployment.now()) : null
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

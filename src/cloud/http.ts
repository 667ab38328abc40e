import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type Context, type HonoRequest, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ERROR_STATUS, type ErrorCode } from '@/contract/envelope'
import { toWire } from '@/contract/instants'
import { SECOND } from '@/domain/time'
import { describeActions } from './describe-actions'
import { dispatch, knownRequestId, type Deployment } from './dispatch'
import type { Metrics } from './metrics/metrics'
import { serveMetrics } from './metrics/serve-metrics'
import { serveFiles } from './files/serve-files'
import type { SignedLinks } from './files/signed-links'
import { waitOf, type RateLimits } from './rate-limit'
import { retryAfter, type Admission } from './overload'
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
  /** without it everybody is taken on */
  admission?: Admission
  /** of the proxy before the server, in which it says for whom it asks; without it, there is none */
  addressHeader?: string | null
  /** files are fetched here by the links it signs; without it, elsewhere */
  links?: SignedLinks
  /** told of every answer; read at /metrics, with this token or from this machine */
  metrics?: { watch: Metrics; token: string | null }
  /** asked at /readyz; without it, neither that nor /healthz is there */
  readiness?: Readiness
  /** folder of the built H5 app; null: API only */
  assets: string | null
  /** adds routes of its own before the app's, as the demo does */
  mount?: ((app: Hono) => void) | undefined
}

declare module 'hono' {
  interface ContextVariableMap {
    /** what came of it, as soon as that is known */
    outcome: ErrorCode | 'ok'
  }
}

type Fail = (c: Context, code: ErrorCode, message: string) => Response
/** The answer to who asks too much; null: go on. */
type Slow = (c: Context, openId: string | null) => Response | null

/** The API over HTTP, with the H5 app beside it on the same origin. */
export function createHttp(options: HttpOptions): Hono {
  const { deployment, links, readiness, assets, mount } = options
  const app = new Hono()
  const fail = failing(deployment)
  const slow = slowing(options, fail)
  app.use(safeHeaders(assets))
  app.onError((error, c) => {
    deployment.report({ action: 'http', requestId: knownRequestId(c.req.header('X-Request-Id')), error })
    return fail(c, 'internal', 'this should not have happened; it has been noted')
  })
  if (readiness) serveHealth(app, readiness)
  watch(app, options, fail)
  serveActions(app, options, { fail, slow })
  if (links) {
    app.use('/files/*', async (c, next) => slow(c, null) ?? next())
    serveFiles(app, deployment, links)
  }
  mount?.(app)
  if (assets) serveAssets(app, assets)
  app.notFound((c) => fail(c, 'not_found', 'there is nothing here'))
  return app
}

const failing =
  ({ now }: Deployment): Fail =>
  (c, code, message) => {
    c.set('outcome', code)
    const envelope = toWire({ ok: false, error: { code, message }, now: now() })
    return Response.json(envelope, { status: ERROR_STATUS[code] })
  }

function watch(app: Hono, { metrics, trustGateway, addressHeader = null }: HttpOptions, fail: Fail): void {
  if (!metrics) return
  const localToo = addressHeader === null && !trustGateway
  serveMetrics(app, metrics.watch, { token: metrics.token, localToo }, fail)
  app.use('/api/*', async (c, next) => {
    const since = performance.now()
    await next()
    const outcome = c.get('outcome')
    const action = c.req.path.slice('/api/'.length)
    if (outcome) metrics.watch.answered(action, outcome, (performance.now() - since) / SECOND)
  })
}

const slowing =
  (options: HttpOptions, fail: Fail): Slow =>
  (c, openId) => {
    const wait = waitOf(options, c, openId, options.deployment.now())
    if (wait === 0) return null
    options.metrics?.watch.limited(openId === null ? 'address' : 'person')
    const answer = fail(c, 'too_many_requests', 'too many requests; wait as Retry-After says')
    answer.headers.set('Retry-After', String(Math.ceil(wait / SECOND)))
    return answer
  }

function admitting(admission: Admission, { now }: Deployment, fail: Fail): MiddlewareHandler {
  return async (c, next) => {
    if (!admission.enter(now())) {
      const answer = fail(c, 'unavailable', 'too much at once; wait as Retry-After says')
      answer.headers.set('Retry-After', retryAfter())
      return answer
    }
    try {
      return await next()
    } finally {
      admission.leave()
    }
  }
}

function serveActions(app: Hono, options: HttpOptions, { fail, slow }: { fail: Fail; slow: Slow }): void {
  app.get('/api', listActions())
  if (options.admission) app.use('/api/*', admitting(options.admission, options.deployment, fail))
  app.post(
    '/api/:action',
    limitBody((c) => fail(c, 'too_large', `a body has at most ${MOST_BYTES} bytes`)),
    async (c) => {
      const openId = identify(options, c.req)
      const slowed = slow(c, openId)
      if (slowed) return slowed
      const text = await c.req.text()
      let payload: unknown
      try {
        payload = text === '' ? {} : JSON.parse(text)
      } catch {
        return fail(c, 'bad_json', 'the body is not JSON')
      }
      const action = c.req.param('action')
      const requestId = c.req.header('X-Request-Id')
      const envelope = await dispatch(options.deployment, { action, payload, requestId, openId })
      c.set('outcome', envelope.ok ? 'ok' : envelope.error.code)
      const status = envelope.ok ? 200 : ERROR_STATUS[envelope.error.code]
      c.header('Cache-Control', 'no-store')
      if (status === ERROR_STATUS.unavailable) c.header('Retry-After', retryAfter())
      return c.json(toWire(envelope) as object, status as ContentfulStatusCode)
    },
  )
  const allow = (c: Context, methods: string, message: string) => {
    const answer = fail(c, 'method_not_allowed', message)
    answer.headers.set('Allow', methods)
    return answer
  }
  app.all('/api', (c) => allow(c, 'GET, HEAD', 'GET lists the actions'))
  app.all('/api/*', (c) =>
    c.req.method === 'POST'
      ? fail(c, 'unknown_action', 'there is no action of this name; GET /api lists them')
      : allow(c, 'POST', 'an action is called by POST'),
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

function limitBody(onError: (c: Context) => Response): MiddlewareHandler {
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

import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHttp, type HttpOptions } from '@/cloud/http'
import { listen } from '@/cloud/listen'
import { createMetrics, type Metrics } from '@/cloud/metrics/metrics'
import { createRateLimit } from '@/cloud/rate-limit'
import { createReadiness } from '@/cloud/readiness'
import { contracts } from '@/contract/actions'
import { MINUTE } from '@/domain/time'
import { deploy, settle, type TestDeployment } from './deployment'

const NOW = Date.UTC(2026, 10, 25, 2)
const TOKEN = 'm'.repeat(32)

let linli: TestDeployment
let metrics: Metrics
beforeEach(async () => {
  linli = await deploy(NOW)
  metrics = createMetrics(linli.database, { now: linli.now, outboxHolds: 0 })
})
afterEach(() => linli.close())

const appOf = (options: Partial<HttpOptions> = {}) =>
  createHttp({
    deployment: linli,
    trustGateway: false,
    metrics: { watch: metrics, token: TOKEN },
    assets: null,
    ...options,
  })
type App = ReturnType<typeof appOf>

const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } })
const as = (openId: string) => ({
  Authorization: `Bearer ${linli.services.identities.issue(openId, linli.now()).token}`,
})
const ask = async (app: App, action: string, body = '{}', headers: Record<string, string> = {}) =>
  (await app.request(`/api/${action}`, { method: 'POST', headers, body })).status

async function scrape(app: App): Promise<string> {
  const answer = await app.request('/metrics', bearer(TOKEN))
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  return answer.text()
}

/** The value of one series; NaN where it has none. */
const valueOf = (text: string, series: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.slice(series.length) ?? 'none',
  )
const counted = (text: string, action: string, outcome: string) =>
  valueOf(text, `linli_request_seconds_count{action="${action}",outcome="${outcome}"}`)

describe('what is counted', () => {
  it('is every answer, by its action and by what came of it', async () => {
    const { communityId } = await settle(linli)
    const app = appOf()
    const body = JSON.stringify({ communityId })
    for (const _ of [1, 2, 3]) expect(await ask(app, 'listSessions', body, as('cadre'))).toBe(200)
    expect(await ask(app, 'listSessions', body)).toBe(401)
    expect(await ask(app, 'listSessions', '{')).toBe(400)
    expect(await ask(app, 'listSessions', ' '.repeat(70_000))).toBe(413)
    const text = await scrape(app)
    expect(counted(text, 'listSessions', 'ok')).toBe(3)
    expect(counted(text, 'listSessions', 'unauthenticated')).toBe(1)
    expect(counted(text, 'listSessions', 'bad_json')).toBe(1)
    expect(counted(text, 'listSessions', 'too_large')).toBe(1)
    expect(valueOf(text, 'linli_request_seconds_bucket{le="+Inf",action="listSessions",outcome="ok"}')).toBe(
      3,
    )
    expect(valueOf(text, 'linli_request_seconds_sum{action="listSessions",outcome="ok"}')).toBeGreaterThan(0)
  })

  it('names no action that there is not, whatever was asked for', async () => {
    const app = appOf()
    const hostile = [
      'evil"} 1',
      'a\nlinli_fake 1',
      'constructor',
      '__proto__',
      '王小明',
      'a/b',
      'x'.repeat(5000),
    ]
    for (const name of hostile) expect(await ask(app, encodeURIComponent(name))).toBe(404)
    expect((await app.request('/api/listSessions')).status).toBe(405)
    const text = await scrape(app)
    expect(counted(text, 'other', 'unknown_action')).toBe(hostile.length)
    const named = [...text.matchAll(/action="([^"]*)"/g)].map(([, name]) => name)
    expect([...new Set(named)].sort()).toEqual(['listSessions', 'other'])
    expect(text).not.toMatch(/evil|fake|王|xxx/)
  })

  it('is who was told to ask less', async () => {
    const limit = () => createRateLimit({ atOnce: 1, perSecond: 0.1 })
    const app = appOf({ limits: { person: limit(), address: limit() } })
    for (const expected of [200, 429, 429]) expect(await ask(app, 'whoAmI', '{}', as('wang'))).toBe(expected)
    for (const expected of [401, 429]) expect(await ask(app, 'whoAmI')).toBe(expected)
    const text = await scrape(app)
    expect(valueOf(text, 'linli_rate_limited_total{by="person"}')).toBe(2)
    expect(valueOf(text, 'linli_rate_limited_total{by="address"}')).toBe(1)
    expect(counted(text, 'whoAmI', 'too_many_requests')).toBe(3)
  })

  it('is what phones have told of going wrong, and what of it found no room in the log', async () => {
    const app = appOf()
    const told = (text: string, logged: 'yes' | 'no') =>
      valueOf(text, `linli_phone_errors_total{logged="${logged}"}`)
    const before = await scrape(app)
    const error = {
      kind: 'error',
      message: 'x',
      stack: '',
      page: 'pages/home/index',
      version: '1',
      platform: '3',
    }
    for (let times = 0; times < 70; times += 1)
      expect(await ask(app, 'reportError', JSON.stringify(error))).toBe(200)
    const after = await scrape(app)
    const [logged, dropped] = (['yes', 'no'] as const).map((it) => told(after, it) - told(before, it))
    expect(logged).toBeGreaterThan(0)
    expect(dropped).toBeGreaterThan(0)
    expect((logged ?? 0) + (dropped ?? 0)).toBe(70)
  })

  it('is what failed by our own fault', async () => {
    const failing = { ...linli.database, transaction: () => Promise.reject(new Error('no')) }
    const watch = createMetrics(failing, { now: linli.now })
    const app = appOf({ deployment: { ...linli, database: failing }, metrics: { watch, token: TOKEN } })
    expect(await ask(app, 'whoAmI', '{}', as('wang'))).toBe(500)
    const text = await scrape(app)
    expect(counted(text, 'whoAmI', 'internal')).toBe(1)
    // It is not readable, which is not the same as empty.
    expect(text).toMatch(/^linli_outbox_waiting Nan$/m)
  })
})

describe('what is read when somebody looks', () => {
  it('is the outbox: how much waits, and for how long', async () => {
    const app = appOf()
    const empty = await scrape(app)
    expect(valueOf(empty, 'linli_outbox_waiting')).toBe(0)
    expect(valueOf(empty, 'linli_outbox_oldest_seconds')).toBe(0)
    for (const [index, communityId] of ['one', 'two'].entries()) {
      const { resident } = await settle(linli, `社区${index}`, communityId)
      const residentId = await resident('wang')
      await linli.database.transaction(async (tx) => {
        for (const [id, age, state] of [
          ['a', 5, 'waiting'],
          ['b', 2 + index, 'waiting'],
          ['c', 60, 'sent'],
        ] as const) {
          await tx.query(
            `INSERT INTO notice (community_id, id, resident_id, kind, created_at) VALUES ($1, $2, $3, 'opening', $4)`,
            [communityId, id, residentId, NOW - age * MINUTE],
          )
          await tx.query(
            `INSERT INTO platform_message (community_id, notice_id, resident_id, template, state, created_at, next_try_at)
             VALUES ($1, $2, $3, 'opening', $4, $5, $5)`,
            [communityId, id, residentId, state, NOW - age * MINUTE],
          )
        }
      })
    }
    const text = await scrape(app)
    expect(valueOf(text, 'linli_outbox_waiting')).toBe(4)
    expect(valueOf(text, 'linli_outbox_oldest_seconds')).toBe(300)
  })

  it('is asked of the database once in a while, however many look', async () => {
    let asked = 0
    const database = {
      ...linli.database,
      transaction: ((work) => {
        asked += 1
        return linli.database.transaction(work)
      }) as typeof linli.database.transaction,
    }
    const rarely = createMetrics(database, { now: linli.now, outboxHolds: MINUTE })
    const app = appOf({ metrics: { watch: rarely, token: TOKEN } })
    await Promise.all([1, 2, 3, 4].map(() => scrape(app)))
    await scrape(app)
    expect(asked).toBe(1)
  })

  it('is the pool, the last tick and the process', async () => {
    metrics.ticked(NOW, 1.5)
    let letGo = () => undefined as void
    const held = new Promise<void>((resolve) => (letGo = resolve))
    const holding = linli.database.transaction(async (tx) => {
      await tx.query('SELECT 1')
      await held
    })
    const text = await scrape(appOf())
    letGo()
    await holding
    expect(valueOf(text, 'linli_database_connections{state="in_use"}')).toBe(1)
    expect(valueOf(text, 'linli_database_connections{state="waiting"}')).toBe(0)
    expect(valueOf(text, 'linli_tick_last_timestamp_seconds')).toBe(NOW / 1000)
    expect(valueOf(text, 'linli_tick_duration_seconds')).toBe(1.5)
    expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(1e6)
  })
})

describe('who may look', () => {
  const servers: Server[] = []
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections()
      server.close()
    }
  })
  const from = async (options: Partial<HttpOptions>, headers: Record<string, string> = {}) => {
    const server = await listen(appOf(options).fetch, { host: '127.0.0.1', port: 0 })
    servers.push(server)
    const { port } = server.address() as AddressInfo
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { headers })
    const text = await answer.text()
    if (answer.status !== 200) expect(text).not.toContain('linli_')
    return answer.status
  }
  const none = () => ({ watch: metrics, token: null })

  it('is this machine, with or without a token', async () => {
    expect(await from({})).toBe(200)
    expect(await from({ metrics: none() })).toBe(200)
  })

  it('is not who comes by a proxy on this machine, whether we were told of it or not', async () => {
    expect(await from({ addressHeader: 'X-Real-IP' })).toBe(401)
    expect(await from({ addressHeader: 'X-Real-IP', metrics: none() })).toBe(404)
    expect(await from({ trustGateway: true, metrics: none() })).toBe(404)
    for (const name of ['X-Forwarded-For', 'X-Real-IP', 'Forwarded', 'Via'])
      expect(await from({ metrics: none() }, { [name]: '127.0.0.1' })).toBe(404)
  })

  it('is who has the token, wherever they are', async () => {
    expect(await from({ addressHeader: 'X-Real-IP' }, bearer(TOKEN).headers)).toBe(200)
    expect(await from({ trustGateway: true }, bearer(TOKEN).headers)).toBe(200)
  })

  it.each([TOKEN.slice(1), `${TOKEN}m`, '', 'null', 'undefined'])(
    'is not who has another: "%s"',
    async (token) => {
      expect((await appOf().request('/metrics', bearer(token))).status).toBe(401)
      const app = appOf({ metrics: none() })
      expect((await app.request('/metrics', bearer(token))).status).toBe(404)
    },
  )

  it('is nobody in particular', async () => {
    expect((await appOf().request('/metrics')).status).toBe(401)
    expect((await appOf().request('/metrics', { headers: as('cadre') })).status).toBe(401)
  })
})

it('has no label but names of the program’s own', async () => {
  const { communityId } = await settle(linli)
  const app = appOf({ readiness: createReadiness(linli.database) })
  await ask(app, 'listSessions', JSON.stringify({ communityId }), as('cadre'))
  const labels = [...(await scrape(app)).matchAll(/^linli_\w+\{(.*)\} /gm)].flatMap(([, all = '']) =>
    all.split(',').map((one) => one.split('=') as [string, string]),
  )
  const values = (name: string) => labels.filter(([is]) => is === name).map(([, value]) => value.slice(1, -1))
  expect([...new Set(labels.map(([name]) => name))].sort()).toEqual([
    'action',
    'by',
    'le',
    'logged',
    'outcome',
    'state',
  ])
  for (const action of values('action')) expect([...Object.keys(contracts), 'other']).toContain(action)
})

it('is carried by the server, and not by the cloud function', () => {
  expect(readFileSync('dist/server/server.mjs', 'utf8')).toContain('linli_request_seconds')
  const bundle = readFileSync('dist/cloud/api/index.js', 'utf8')
  for (const trace of ['linli_request_seconds', 'collectDefaultMetrics', 'opentelemetry'])
    expect(bundle).not.toContain(trace)
})

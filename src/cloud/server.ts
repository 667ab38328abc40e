import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { MINUTE, SECOND } from '@/domain/time'
import { createBeside, type Beside } from './beside'
import type { Demo } from './demo/demo'
import type { Deployment } from './dispatch'
import { openDatabase } from './db/open'
import { readEnvironment, type Environment } from './environment'
import { createSignedLinks } from './files/signed-links'
import { createHttp } from './http'
import { createIdentities, type Identities } from './identity'
import { listen } from './listen'
import { pushLiveCards } from './live-cards/push'
import { createSoon } from './live-cards/soon'
import { log, queryLog } from './log'
import { createAdmission } from './overload'
import { createMetrics, type Metrics } from './metrics/metrics'
import { createRateLimits } from './rate-limit'
import { createReadiness } from './readiness'
import { exitWith } from './startup-error'
import { stopOnSignal } from './stopping'
import { tick } from './tick'
import { createCodeExchange } from './wechat/code-to-session'
import { createPlatformServices, type PlatformServices } from './wechat/platform-services'

const ASSETS = 'dist/h5'

async function start(): Promise<void> {
  const environment = readEnvironment(process.env)
  const database = await openDatabase(environment, queryLog)
  const demo = environment.mode === 'demo' ? await startDemo(environment, database) : null
  const links = createSignedLinks(environment.tokenSecret)
  const deployment: Deployment = {
    database,
    services: {
      identities: createIdentities(environment.tokenSecret, demo?.exchangeCode ?? exchangeOf(environment)),
      files: links,
      doorKey: environment.doorKey,
      ...(demo?.platform ?? platformOf(environment)),
    },
    now: demo?.now ?? Date.now,
    report: (failure) => log.error(failure, 'request failed'),
  }
  // A tick would tell the chat within a minute; on a server that stays up the card moves while people look at it.
  const beside = createBeside()
  deployment.changed = createSoon((communityId) =>
    beside.run('live cards', () =>
      pushLiveCards(deployment, communityId, deployment.now()).catch((error: unknown) =>
        log.error({ error }, 'live cards were not pushed'),
      ),
    ),
  )
  const readiness = createReadiness(database)
  const metrics = createMetrics(database, { now: deployment.now })
  const app = createHttp({
    deployment,
    metrics: { watch: metrics, token: environment.metricsToken },
    trustGateway: environment.mode === 'gateway',
    limits: createRateLimits(),
    admission: createAdmission(),
    addressHeader: environment.addressHeader,
    links,
    readiness,
    assets: existsSync(`${ASSETS}/index.html`) ? ASSETS : null,
    mount: demo?.mount,
  })
  const server = await listen(app.fetch, environment)
  const timer = setInterval(() => void runTick(deployment, beside, metrics), MINUTE)
  announce(server, environment, demo)
  stopOnSignal({ server, timer, database, readiness, beside, within: environment.stopWithin })
}

function exchangeOf({ wechat }: Environment): Identities['exchangeCode'] {
  // Behind a gateway nobody signs in.
  return wechat ? createCodeExchange(wechat) : () => Promise.resolve(null)
}

function platformOf({ wechat }: Environment): PlatformServices {
  if (!wechat) log.warn('WX_APPID and WX_SECRET are not set: published texts are not checked by the platform')
  return createPlatformServices(wechat)
}

async function startDemo(environment: Environment, database: Deployment['database']): Promise<Demo> {
  // Loaded only here: outside demo mode not a line of it is in memory.
  const { createDemo } = await import('./demo/demo')
  return createDemo(database, {
    doorKey: environment.doorKey,
    seeded: environment.demoSeed,
    say: (line) => process.stdout.write(`${line}\n`),
    report: (failure) => log.error(failure, 'tick failed'),
  })
}

let ticking = false

async function runTick(deployment: Deployment, beside: Beside, metrics: Metrics): Promise<void> {
  // A tick that takes longer than a minute is not joined by a second one.
  if (ticking) return
  ticking = true
  const since = performance.now()
  await beside.run('tick', () =>
    tick({ ...deployment, isEnding: beside.isEnding }, deployment.now()).catch((error: unknown) =>
      // The next minute tries again; nothing depends on this one.
      log.error({ error }, 'tick failed'),
    ),
  )
  metrics.ticked(Date.now(), (performance.now() - since) / SECOND)
  ticking = false
}

function announce(server: Server, { host }: Environment, demo: Demo | null): void {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  process.stdout.write(`\nLinli is running: http://${host}:${port}\n`)
  for (const line of demo?.introduction ?? []) process.stdout.write(`${line}\n`)
  process.stdout.write('Ctrl-C stops it.\n')
}

start().catch(exitWith)

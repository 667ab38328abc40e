import cloud from 'wx-server-sdk'
import { toWire } from '@/contract/instants'
import { openPostgres } from './db/postgres'
import { dispatch, type Deployment } from './dispatch'
import { createStoredFiles, type PlatformStorage } from './files/stored-files'
import { createIdentities } from './identity'
import { readAccount } from './environment'
import { log, queryLog } from './log'
import { StartupError } from './startup-error'
import { tick } from './tick'
import { createPlatformServices } from './wechat/platform-services'

let deployment: Promise<Deployment> | null = null

// An event function serves one request at a time, so one connection is all it can use.
async function deploy(): Promise<Deployment> {
  const { DATABASE_URL: url, DOOR_KEY: doorKey } = process.env
  if (!url) throw new StartupError('DATABASE_URL is not set.')
  if (!doorKey || doorKey.length < 32)
    throw new StartupError('DOOR_KEY must be set, with at least 32 characters.')
  // The SDK's types say string, its documentation and its code this symbol.
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })
  return {
    database: await openPostgres({ url, migrationUrl: null, connections: 1, listener: queryLog }),
    services: {
      // The platform tells who asks; nobody signs in here.
      identities: createIdentities(doorKey, () => Promise.resolve(null)),
      // Its types say that a link may not come; the documentation and the code know a promise only.
      files: createStoredFiles(cloud as PlatformStorage),
      doorKey,
      ...createPlatformServices(readAccount(process.env)),
    },
    now: Date.now,
    report: (failure) => log.error(failure, 'request failed'),
  }
}

/** What the platform hands in: a call of the mini-program, or the timer of config.json. */
interface Event {
  Type?: 'Timer'
  action?: unknown
  payload?: unknown
  requestId?: unknown
}

/** The cloud function `api`. */
export async function main(event: Event): Promise<unknown> {
  try {
    // A start that failed is tried again with the next request.
    deployment ??= deploy().catch((error: unknown) => {
      deployment = null
      throw error
    })
    const ready = await deployment
    const { OPENID } = cloud.getWXContext()
    // A timer has no caller; a client cannot pretend to be one.
    if (event.Type === 'Timer' && !OPENID) {
      await tick(ready, ready.now())
      return { ok: true }
    }
    const { action, payload, requestId } = event
    return toWire(await dispatch(ready, { action, payload, requestId, openId: OPENID || null }))
  } catch (error) {
    log.error({ error, message: error instanceof StartupError ? error.message : undefined }, 'cannot start')
    const failure = { code: 'unavailable', message: 'the service is not available just now; try again' }
    return toWire({ ok: false, error: failure, now: Date.now() })
  }
}

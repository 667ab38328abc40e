import type { Server, ServerResponse } from 'node:http'
import { SECOND } from '@/domain/time'
import type { Beside } from './beside'
import type { Database } from './db/database'
import { log } from './log'
import type { Readiness } from './readiness'

/** npm passes a signal on that the terminal has sent to the whole group already. */
const SAME_SIGNAL = SECOND
/** A request may be on its way in pieces. */
const SILENCE = SECOND

interface Running {
  server: Server
  timer: NodeJS.Timeout
  database: Database
  readiness: Readiness
  beside: Beside
  /** how long it may take to finish, in milliseconds */
  within: number
}

/**
 * On SIGTERM or SIGINT takes nothing new, finishes what was accepted, closes the database and ends with 0. What is not
 * finished in time, or by a second signal, is named in the log, and the process ends with 1.
 */
export function stopOnSignal(running: Running): void {
  const requests = followRequests(running.server)
  const giveUp = (why: string) => {
    log.error({ requests: requests.open(), beside: running.beside.running() }, why)
    process.exit(1)
  }
  let since: number | null = null
  const stop = () => {
    if (since === null) {
      since = performance.now()
      void finish(running, requests, giveUp)
    } else if (performance.now() - since > SAME_SIGNAL) giveUp('stopped by a second signal, not finished')
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

async function finish(
  { timer, database, readiness, beside, within }: Running,
  requests: Requests,
  giveUp: (why: string) => void,
): Promise<void> {
  readiness.stop()
  clearInterval(timer)
  setTimeout(() => giveUp('stopped, not finished in time'), within).unref()
  try {
    await Promise.all([requests.end(), beside.end()])
    await database.close()
    process.exit(0)
  } catch (error) {
    log.error({ error }, 'stopped, but the database could not be closed')
    process.exit(1)
  }
}

interface Requests {
  open: () => number
  /** No new connections. @returns when all are answered and have gone */
  end: () => Promise<void>
}

function followRequests(server: Server): Requests {
  const answers = new Set<ServerResponse>()
  let ending = false
  const letGo = () => {
    server.closeIdleConnections()
    // Who is connected and has not said yet what they want was promised nothing.
    if (answers.size === 0) setTimeout(() => answers.size === 0 && server.closeAllConnections(), SILENCE)
  }
  // Before the app's own listener, which may answer in the same breath.
  server.prependListener('request', (_, answer) => {
    answers.add(answer)
    if (ending) answer.shouldKeepAlive = false
    answer.once('close', () => {
      answers.delete(answer)
      if (ending) setImmediate(letGo)
    })
  })
  return {
    open: () => answers.size,
    end: () =>
      new Promise((resolve) => {
        ending = true
        server.close(() => resolve())
        for (const answer of answers) answer.shouldKeepAlive = false
        letGo()
      }),
  }
}

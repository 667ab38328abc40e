import { createAdaptorServer } from '@hono/node-server'
import type { Server } from 'node:http'
import { MINUTE, SECOND } from '@/domain/time'
import { StartupError } from './startup-error'

/** How long a client may take, in milliseconds, and how much it may say before the body, in bytes. */
export interface Patience {
  /** until all headers are there */
  headersTimeout: number
  /** until the whole request is there */
  requestTimeout: number
  /** how often that is looked at */
  connectionsCheckingInterval: number
  keepAliveTimeout: number
  maxHeaderSize: number
}

const PATIENCE: Patience = {
  headersTimeout: 10 * SECOND,
  // A phone in a lift, with the largest body there is.
  requestTimeout: 30 * SECOND,
  connectionsCheckingInterval: 5 * SECOND,
  // Longer than a gateway keeps an idle connection: it must not be closed just as the gateway sends a request on it.
  keepAliveTimeout: 1.25 * MINUTE,
  maxHeaderSize: 16 * 1024,
}

/** At ten o'clock everybody connects at once; beyond Node's 511 a connection is dropped and tried again a second later. */
const BACKLOG = 4096

/** @throws StartupError when it cannot listen there */
export function listen(
  fetch: (request: Request, ...rest: never[]) => Response | Promise<Response>,
  { host, port }: { host: string; port: number },
  patience: Partial<Patience> = {},
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const serverOptions = { ...PATIENCE, ...patience }
    const server = createAdaptorServer({ fetch: fetch as never, serverOptions }) as Server
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new StartupError(`Port ${port} on ${host} is taken; choose another with PORT.`)
          : new StartupError(`Cannot listen on ${host}:${port}: ${error.message}.`),
      ),
    )
    server.listen({ host, port, backlog: BACKLOG }, () => resolve(server))
  })
}

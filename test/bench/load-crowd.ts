import { Agent, request } from 'node:http'
import type { ActionName } from '@/contract/actions'
import { SECOND } from '@/domain/time'
import { postOfWeek, seatOfWeek, SESSIONS, sessionIdOfWeek } from './load-week'
import { COMMUNITY, residentId } from './neighbourhood'

/** How often an action is asked for, of a hundred; reads are 95. */
const READS: Partial<Record<ActionName, number>> = {
  getHome: 32,
  getSession: 30,
  listSessions: 8,
  listMyBookings: 10,
  listNotices: 5,
  getStatement: 4,
  getHousehold: 3,
  listServiceRecords: 3,
}
const WRITES = 5

export interface Answered {
  action: ActionName
  status: number
  milliseconds: number
  /** seconds it tells to wait; null: it does not say */
  retryAfter: number | null
}

interface Client {
  resident: number
  /** what it booked last and has not given back */
  bookingId: string | null
}

/** People with the app open, each on a connection of its own, who tap, read and tap again. */
export class Crowd {
  private readonly agent: Agent
  private readonly clients: Client[]
  private requests = 0

  constructor(
    private readonly base: string,
    { clients, residents, run }: { clients: number; residents: number; run: string },
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: clients })
    this.run = run
    this.clients = Array.from({ length: clients }, (_, index) => ({
      resident: 1 + ((index * 17) % residents),
      bookingId: null,
    }))
  }
  private readonly run: string

  /**
   * @param options.thinking milliseconds between an answer and the next tap, on average, whatever it says of waiting
   * @param options.heard of every answer
   */
  async come(options: {
    seconds: number
    thinking: number
    heard: (answered: Answered) => void
  }): Promise<void> {
    const until = performance.now() + options.seconds * SECOND
    await Promise.all(
      this.clients.map(async (client) => {
        // Not all at the same instant: who is here has been reading for a while.
        await sleep(Math.random() * options.thinking)
        while (performance.now() < until) {
          options.heard(await this.tap(client))
          await sleep(-Math.log(1 - Math.random()) * options.thinking)
        }
      }),
    )
  }

  leave(): void {
    this.agent.destroy()
  }

  private async tap(client: Client): Promise<Answered> {
    const [action, payload] = choose(client)
    const { body, ...answered } = await this.post(client, action, payload)
    if (action === 'cancelBooking') client.bookingId = null
    else if (action === 'bookSlot') client.bookingId = /"bookingId":"(\w+)"/.exec(body)?.[1] ?? null
    return answered
  }

  private post(client: Client, action: ActionName, payload: object): Promise<Answered & { body: string }> {
    const at = performance.now()
    this.requests += 1
    const headers = {
      'X-WX-OPENID': residentId(client.resident),
      'X-Request-Id': `load-${this.run}-${this.requests}`,
    }
    const text = JSON.stringify({ communityId: COMMUNITY, ...payload })
    return new Promise((resolve, reject) => {
      const call = request(
        `${this.base}/api/${action}`,
        {
          agent: this.agent,
          method: 'POST',
          headers: { ...headers, 'Content-Length': Buffer.byteLength(text) },
        },
        (response) => {
          let body = ''
          response.setEncoding('utf8')
          response.on('data', (chunk: string) => (body += chunk))
          response.on('end', () => {
            const wait = response.headers['retry-after']
            resolve({
              ...{ action, status: response.statusCode ?? 0, milliseconds: performance.now() - at, body },
              retryAfter: wait === undefined ? null : Number(wait),
            })
          })
        },
      )
      call.on('error', reject)
      call.end(text)
    })
  }
}

function choose(client: Client): [ActionName, object] {
  let at = Math.random() * 100
  if (at < WRITES) {
    if (client.bookingId) return ['cancelBooking', { bookingId: client.bookingId }]
    const slotId = (Math.random() < 0.8 ? seatOfWeek : postOfWeek)(any())
    return ['bookSlot', { slotId, party: [{ kind: 'self' }] }]
  }
  at -= WRITES
  for (const [name, share] of Object.entries(READS)) {
    at -= share
    if (at < 0) return [name as ActionName, payloadOf(name as ActionName)]
  }
  return ['getHome', {}]
}

function payloadOf(action: ActionName): object {
  if (action === 'getSession') return { sessionId: sessionIdOfWeek(any()) }
  return action === 'listMyBookings' ? { which: 'upcoming' } : {}
}

const any = () => Math.floor(Math.random() * SESSIONS)

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

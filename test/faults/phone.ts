import { setTimeout as sleep } from 'node:timers/promises'
import type { ActionName, Answer } from '@/contract/actions'
import type { Envelope } from '@/contract/envelope'
import { fromWire, toWire } from '@/contract/instants'
import type { Chance } from '@/cloud/demo/chance'
import type { Clock } from './clock'
import type { History, Operation } from './history'
import type { Server } from './servers'

const PATIENCE = 6_000
const MOST_TRIES = 14
/** of a hundred requests */
const DOUBLE_TAPS = 3

type Sent = { known: true; envelope: Envelope<unknown> } | { known: false }

/** How people ask: through either server, and once more with the same id where no answer came. */
export class Phone {
  /** every request goes through both servers at once, not only some */
  twice = false
  private asked = 0

  constructor(
    private readonly servers: Server[],
    private readonly history: History,
    private readonly clock: Clock,
    private readonly chance: Chance,
  ) {}

  /** What it was answered as long as it was done; null: refused, or nobody knows. */
  async change<A extends ActionName>(who: string, action: A, payload: object): Promise<Answer<A> | null> {
    this.asked += 1
    const operation: Operation = {
      ...{ requestId: `faults-${this.asked}`, who, action, payload: toWire(payload) as object },
      ...{ data: undefined, outcome: 'open', mayBeDone: false, at: 0 },
    }
    this.history.operations.push(operation)
    await this.perform(operation)
    this.history.count(`${action}: ${operation.outcome}`)
    return operation.outcome === 'done' ? (fromWire(operation.data) as Answer<A>) : null
  }

  async read<A extends ActionName>(who: string, action: A, payload: object): Promise<Answer<A> | null> {
    this.history.reads += 1
    for (let tries = 0; tries < 3; tries++) {
      const sent = await this.send(this.chance.pick(this.servers), who, action, toWire(payload), null)
      if (sent.known && sent.envelope.ok) return fromWire(sent.envelope.data) as Answer<A>
      await sleep(200)
    }
    return null
  }

  /** Sends a request until it has an answer; also one that was answered long ago. */
  async perform(operation: Operation): Promise<void> {
    const first = this.chance.below(this.servers.length)
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const next = (first + tries) % this.servers.length
      const through =
        this.twice || this.chance.percent(DOUBLE_TAPS) ? this.servers : [this.servers[next] as Server]
      const answered = await Promise.all(through.map((server) => this.attempt(operation, server)))
      if (answered.some(Boolean)) return
      await sleep(100 + this.chance.below(200) * (tries + 1))
    }
    if (operation.outcome === 'open') operation.outcome = 'unknown'
  }

  /** The same id with another payload changes nothing. */
  async misuse({ who, action, requestId }: Operation, payload: object): Promise<void> {
    const sent = await this.send(this.chance.pick(this.servers), who, action, payload, requestId)
    if (!sent.known || (!sent.envelope.ok && sent.envelope.error.code === 'request_id_conflict')) return
    this.history.wrong.push(`3: ${action} ${requestId} was taken for another request`)
  }

  private async attempt(operation: Operation, server: Server): Promise<boolean> {
    const { who, action, payload, requestId } = operation
    operation.at = this.clock.now()
    const sent = await this.send(server, who, action, payload, requestId)
    if (!sent.known) {
      operation.mayBeDone = true
      return false
    }
    const { envelope } = sent
    if (envelope.ok) this.history.done(operation, envelope.data)
    else {
      const { code, message } = envelope.error
      this.history.refused(operation, code === 'refused' ? 'refused' : 'failed', `${code} ${message}`)
    }
    return true
  }

  /** 503 and 500 leave open whether it was done: the commit may have been on its way. */
  private async send(
    { base }: Server,
    who: string,
    action: string,
    payload: unknown,
    requestId: string | null,
  ): Promise<Sent> {
    try {
      const response = await fetch(`${base}/api/${action}`, {
        method: 'POST',
        headers: { 'X-WX-OPENID': who, ...(requestId !== null && { 'X-Request-Id': requestId }) },
        body: JSON.stringify(payload),
        signal: AbortSignal.timeout(PATIENCE),
      })
      const envelope = (await response.json()) as Envelope<unknown>
      if (response.status < 500) return { known: true, envelope }
      this.history.count(`answered ${response.status}`)
      if (response.status === 500) this.history.wrong.push(`${action} ${requestId} was answered 500`)
      return { known: false }
    } catch {
      this.history.count('no answer')
      return { known: false }
    }
  }
}

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { ActionName, Answer } from '@/contract/actions'
import type { Envelope } from '@/contract/envelope'
import { fromWire, toWire } from '@/contract/instants'
import type { Instant } from '@/domain/time'

/** A freshly started server in demo mode with nobody in it, talked to over its public HTTP API alone. */
export interface RunningServer {
  base: string
  pid: number
  stop: () => Promise<number | null>
}

export async function runCommand(file: string, args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, ['config/run.mjs', file, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${file} ended with ${code}`)
  return output
}

export async function startServer(env: NodeJS.ProcessEnv): Promise<RunningServer> {
  const child = spawn(process.execPath, ['dist/server/server.mjs'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const base = await addressOf(child)
  return {
    base,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGINT')
      if (child.exitCode === null) await once(child, 'exit')
      return child.exitCode
    },
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('a server without output')
  const lines = createInterface({ input: child.stdout })
  for await (const line of lines) {
    const address = /(http:\/\/\S+)/.exec(line)?.[1]
    if (address) return address
  }
  throw new Error('the server ended before it listened')
}

let requests = 0

/** One person with a phone. */
export class Person {
  private token = ''

  constructor(
    private readonly base: string,
    readonly code: string,
  ) {}

  async signIn(): Promise<this> {
    const { token } = await this.do('signIn', { code: this.code })
    this.token = token
    return this
  }

  /** Calls an action and returns the envelope, whatever it says. */
  async ask<A extends ActionName>(
    action: A,
    payload: object,
    requestId = `scenario-${(requests += 1)}`,
  ): Promise<Envelope<Answer<A>>> {
    return fromWire(await this.send(action, toWire(payload), requestId)) as Envelope<Answer<A>>
  }

  /** As it goes over the wire; signs in again when the week of a token is over. */
  async send(action: string, payload: unknown, requestId: string): Promise<unknown> {
    const response = await fetch(`${this.base}/api/${action}`, {
      method: 'POST',
      headers: { 'X-Request-Id': requestId, ...(this.token && { Authorization: `Bearer ${this.token}` }) },
      body: JSON.stringify(payload),
    })
    if (response.status === 401 && this.token) {
      this.token = ''
      await this.signIn()
      return this.send(action, payload, requestId)
    }
    return response.json()
  }

  /** The same where only success will do. */
  async do<A extends ActionName>(action: A, payload: object, requestId?: string): Promise<Answer<A>> {
    const envelope = await this.ask(action, payload, requestId)
    if (!envelope.ok) throw new Error(`${this.code}: ${action} answered ${JSON.stringify(envelope.error)}`)
    return envelope.data
  }
}

/** Moves the demo's clock; returns what it shows then. */
export async function moveClock(base: string, to: Instant): Promise<Instant> {
  const response = await fetch(`${base}/demo/clock`, {
    method: 'POST',
    body: JSON.stringify({ to: new Date(to).toISOString() }),
  })
  return (fromWire(await response.json()) as { now: Instant }).now
}

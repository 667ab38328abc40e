import { setTimeout as sleep } from 'node:timers/promises'
import { createChance } from '@/cloud/demo/chance'
import { openPostgres } from '@/cloud/db/postgres'
import { MINUTE, SECOND } from '@/domain/time'
import { Clock } from './clock'
import type { Cluster } from './cluster'
import { Crowd } from './crowd'
import { History } from './history'
import { Nemesis } from './nemesis'
import { Phone } from './phone'
import { Proxy } from './proxy'
import { Server } from './servers'
import { settle, tickAndCheck } from './peace'

const RESIDENTS = 300
const AT_A_TIME = 64
/** Each half second brings the campaign's clock so much further. */
const PACE = 3 * MINUTE

export interface Campaign {
  minutes: number
  seed: number
  /** the built server */
  bundle: string
}

export interface Outcome {
  faults: number
  operations: number
  violations: string[]
  tally: Map<string, number>
}

/** Residents and faults for some minutes, then peace, then the question whether all is as it was said. */
export async function runCampaign(cluster: Cluster, { minutes, seed, bundle }: Campaign): Promise<Outcome> {
  const chance = createChance(seed)
  const clock = new Clock()
  const history = new History()
  const proxy = new Proxy(cluster.port)
  const through = new URL(cluster.url)
  through.port = String(await proxy.listen())
  const database = await openPostgres({ url: cluster.url, migrationUrl: cluster.url, connections: 2 })
  const { communityId, residents } = await settle(database, RESIDENTS)
  const servers = [1, 2].map(() => new Server(bundle, { DATABASE_URL: through.href }, clock))
  await Promise.all(servers.map((server) => server.start()))
  const phone = new Phone(servers, history, clock, createChance(seed + 1))
  const crowd = new Crowd(communityId, residents, phone, clock, createChance(seed + 2))
  const nemesis = new Nemesis()
  await crowd.keepBooks()

  const until = Date.now() + minutes * MINUTE
  const goOn = async (work: () => Promise<unknown>, pause: number) => {
    while (Date.now() < until) {
      await work()
      await sleep(pause)
    }
  }
  const pass = () => {
    clock.ahead += PACE
    for (const server of servers) server.tell({ ahead: clock.ahead })
    if (chance.percent(30)) chance.pick(servers).tell({ tick: true })
    return Promise.resolve()
  }
  await Promise.all([
    nemesis.run({ cluster, proxy, servers, clock, phone, history, chance }, { until, pause: 5 * SECOND }),
    goOn(pass, 500),
    goOn(() => crowd.keepBooks(), SECOND),
    ...Array.from({ length: AT_A_TIME }, () => goOn(() => crowd.act(), 20)),
  ])
  await Promise.all(servers.map((server) => server.stop()))
  proxy.close()
  const violations = [...history.wrong, ...(await tickAndCheck(database, history, clock))]
  await database.close()
  const operations = history.operations.length + history.reads
  return {
    faults: nemesis.done,
    operations,
    violations,
    tally: new Map([...nemesis.tally, ...history.tally]),
  }
}

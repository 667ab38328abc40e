import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { createChance } from '@/cloud/demo/chance'
import type { Database } from '@/cloud/db/database'
import { openPostgres } from '@/cloud/db/postgres'
import { newCommunityId, newRowId } from '@/cloud/ids'
import { insertCommunity, insertGrid } from '@/cloud/repositories/community'
import { insertResident } from '@/cloud/repositories/resident'
import { tick } from '@/cloud/tick'
import { createPlatformServices } from '@/cloud/wechat/platform-services'
import { MINUTE, SECOND } from '@/domain/time'
import { check } from './checker'
import { Clock } from './clock'
import type { Cluster } from './cluster'
import { Crowd } from './crowd'
import { History } from './history'
import { Nemesis } from './nemesis'
import { Phone } from './phone'
import { Proxy } from './proxy'
import { Server } from './servers'

const RESIDENTS = 300
const AT_A_TIME = 32
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
  const { database, communityId, residents } = await settle(cluster.url)
  const servers = [1, 2].map(() => new Server(bundle, through.href, clock))
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
    nemesis.run({ cluster, proxy, servers, clock, phone, history, chance }, { until, pause: 3 * SECOND }),
    goOn(pass, 500),
    goOn(() => crowd.keepBooks(), SECOND),
    ...Array.from({ length: AT_A_TIME }, () => goOn(() => crowd.act(), 20)),
  ])
  await Promise.all(servers.map((server) => server.stop()))
  proxy.close()
  const violations = [...history.wrong, ...(await settleAndCheck(database, history, clock))]
  await database.close()
  const operations = history.operations.length + history.reads
  return {
    faults: nemesis.done,
    operations,
    violations,
    tally: new Map([...nemesis.tally, ...history.tally]),
  }
}

async function settle(url: string) {
  const database = await openPostgres({ url, migrationUrl: url, connections: 2 })
  const communityId = newCommunityId()
  const residents = Array.from({ length: RESIDENTS }, (_, index) => `resident-${index}`)
  const now = Date.now()
  await database.transaction(async (tx) => {
    await insertCommunity(tx, { id: communityId, name: '凤凰山社区', code: randomUUID(), now })
    await insertGrid(tx, communityId, { id: newRowId(), name: '第一网格' })
    for (const openId of ['cadre', ...residents]) {
      const role = openId === 'cadre' ? 'cadre' : 'resident'
      await insertResident(tx, communityId, { openId, name: openId, role, confirmed: true, now })
    }
  })
  return { database, communityId, residents }
}

/** One more tick, as the next minute would have brought it. */
async function settleAndCheck(database: Database, history: History, clock: Clock): Promise<string[]> {
  const failures: string[] = []
  const report = ({ error }: { error: unknown }) => failures.push(`tick failed: ${String(error)}`)
  const now = clock.now()
  // What the cuts have broken in the pool is replaced at its next use.
  await database.transaction((tx) => tx.query('SELECT 1')).catch(() => undefined)
  await database.transaction((tx) => tx.query('SELECT 1')).catch(() => undefined)
  await tick({ database, services: createPlatformServices(null), report }, now)
  return [...failures, ...(await check(database, history.operations, now))]
}

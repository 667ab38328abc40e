import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createChance } from '@/cloud/demo/chance'
import { openPGlite } from '@/cloud/db/pglite'
import { MINUTE } from '@/domain/time'
import type { Outcome } from './campaign'
import { Clock } from './clock'
import { Crowd } from './crowd'
import { History } from './history'
import { settle, tickAndCheck } from './peace'
import { Phone } from './phone'
import { Server } from './servers'

const RESIDENTS = 60
const AT_A_TIME = 12

interface Kills {
  kills: number
  seed: number
  bundle: string
}

/** The server with its embedded database is killed again and again while people book; a second one is refused each time. */
export async function runKills({ kills, seed, bundle }: Kills): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'linli-faults-'))
  const place = { DATA_DIR: folder }
  const before = await openPGlite(folder)
  const { communityId, residents } = await settle(before, RESIDENTS)
  await before.close()

  const clock = new Clock()
  const history = new History()
  const chance = createChance(seed)
  const server = new Server(bundle, place, clock)
  await server.start()
  const phone = new Phone([server], history, clock, createChance(seed + 1))
  const crowd = new Crowd(communityId, residents, phone, clock, createChance(seed + 2))
  await crowd.keepBooks()
  let killed = 0
  const goOn = async (work: () => Promise<unknown>, pause: number) => {
    for (; killed < kills; await sleep(pause)) await work()
  }
  const kill = async () => {
    clock.ahead += 30 * MINUTE
    server.tell({ ahead: clock.ahead })
    await sleep(1000 + chance.below(2000))
    if (await isLetIn(new Server(bundle, place, clock))) history.wrong.push('a second server had the folder')
    await server.kill()
    await server.start()
    killed += 1
  }
  await Promise.all([
    goOn(kill, 0),
    goOn(() => crowd.keepBooks(), 500),
    ...Array.from({ length: AT_A_TIME }, () => goOn(() => crowd.act(), 20)),
  ])
  await server.stop()
  const database = await openPGlite(folder)
  const violations = [...history.wrong, ...(await tickAndCheck(database, history, clock))]
  await database.close()
  rmSync(folder, { recursive: true })
  const operations = history.operations.length + history.reads
  return { faults: killed, operations, violations, tally: history.tally }
}

async function isLetIn(second: Server): Promise<boolean> {
  const isIn = await second.start({ tries: 1 }).then(
    () => true,
    () => false,
  )
  await second.stop()
  return isIn
}

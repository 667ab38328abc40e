import { writeFileSync } from 'node:fs'
import { bookFor, deploy, type Measured } from './in-process'
import { Neighbourhood, type Ground } from './neighbourhood'
import { rushOverHttp } from './over-http'
import { findPgbench, pgbenchScript, runPgbench } from './pgbench'
import { withPostgres } from './postgres'

export interface Row {
  name: 'hot' | 'spread' | 'alone' | 'soldOut' | 'http2000'
  bookingsPerSecond: number
  p50Ms: number
  p99Ms: number
  /** to pgbench's best on the same server, tables and kind of slot; null where it has no counterpart */
  ratioToPgbench: number | null
  oversold: number
}

interface Case {
  name: Row['name']
  slots: number
  capacity: number
  clients: number
  connections: number
  pgbenchClients: number[]
}

const PLENTY = 100_000
const CASES: Case[] = [
  { name: 'hot', slots: 1, capacity: PLENTY, clients: 512, connections: 8, pgbenchClients: [1, 4, 16] },
  { name: 'spread', slots: 200, capacity: PLENTY, clients: 2000, connections: 4, pgbenchClients: [1, 4, 16] },
  { name: 'alone', slots: 1, capacity: PLENTY, clients: 1, connections: 1, pgbenchClients: [1] },
  { name: 'soldOut', slots: 1, capacity: 1, clients: 512, connections: 8, pgbenchClients: [1, 4, 16] },
]
/** Turns of pgbench and ours: what else the machine does meets both. */
const TURNS = 2

/**
 * Bookings per second of the server's path against pgbench doing one booking per transaction, and 2,000
 * residents for 30 places over HTTP, all on one PostgreSQL with fsync. `--seconds N` for each turn of each
 * measurement (4), `--only NAME,NAME` for some of the rows, `--json FILE` for the rows.
 * @returns 0 when nothing was sold twice, else 1
 */
export async function benchBooking(args: string[]): Promise<number> {
  const option = (name: string) => args[args.indexOf(`--${name}`) + 1] ?? ''
  const only = args.includes('--only') ? option('only').split(',') : null
  const wanted = (name: string) => only?.includes(name) ?? true
  const seconds = args.includes('--seconds') ? Number(option('seconds')) : 4
  await findPgbench()
  console.log(`pgbench does this for each booking:\n\n${pgbenchScript(true)}`)
  const rows = await withPostgres(async (server) => {
    const neighbourhood = await Neighbourhood.settle(server, 150_000)
    try {
      const measured: Row[] = []
      for (const each of CASES.filter(({ name }) => wanted(name)))
        measured.push(say(await measure(neighbourhood, each, seconds)))
      if (wanted('http2000'))
        measured.push(say(await rushOverHttp(neighbourhood, { people: 2000, places: 30 })))
      return measured
    } catch (error) {
      // Said before the server stops: what its connections then report would hide it.
      console.error(error)
      throw error
    } finally {
      await neighbourhood.close()
    }
  })
  if (args.includes('--json')) writeFileSync(option('json'), `${JSON.stringify(rows, null, 2)}\n`)
  return rows.every((row) => row.oversold === 0) ? 0 : 1
}

async function measure(neighbourhood: Neighbourhood, each: Case, seconds: number): Promise<Row> {
  const books = each.name !== 'soldOut'
  const { residents } = neighbourhood
  const deployment = await deploy(neighbourhood, each.connections)
  const open = () => neighbourhood.open(each.slots, each.capacity)
  const pgbench = new Map<number, number[]>(each.pgbenchClients.map((clients) => [clients, []]))
  const ours: Measured[] = []
  let oversold = 0
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [clients, perSecond] of pgbench)
      perSecond.push(await runPgbench(neighbourhood, await open(), { clients, seconds, books }))
    const ground = await open()
    if (!books) await sellOut(deployment, ground)
    ours.push(await bookFor(deployment, ground, { clients: each.clients, seconds, residents }))
    oversold += (await neighbourhood.count(ground)).oversold
  }
  await deployment.database.close()
  const best = Math.max(...[...pgbench.values()].map(mean))
  const bookingsPerSecond = mean(ours.map((it) => it.perSecond))
  return {
    ...{ name: each.name, bookingsPerSecond, p50Ms: mean(ours.map((it) => it.p50Ms)) },
    ...{ p99Ms: mean(ours.map((it) => it.p99Ms)), ratioToPgbench: bookingsPerSecond / best, oversold },
  }
}

/** Resident 0, whom nobody else books for, takes the only place. */
async function sellOut(deployment: Parameters<typeof bookFor>[0], ground: Ground): Promise<void> {
  await bookFor(deployment, ground, { clients: 1, seconds: 10, residents: 1 })
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

function say(row: Row): Row {
  const { name, bookingsPerSecond, p50Ms, p99Ms, ratioToPgbench, oversold } = row
  const ratio = ratioToPgbench === null ? '' : `  ${ratioToPgbench.toFixed(2)} x pgbench`
  console.log(
    `${name.padEnd(9)} ${bookingsPerSecond.toFixed(0).padStart(7)}/s  p50 ${p50Ms.toFixed(1)} ms  p99 ${p99Ms.toFixed(1)} ms${ratio}  oversold ${oversold}`,
  )
  return row
}

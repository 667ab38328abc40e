import { readFileSync } from 'node:fs'
import { SECOND } from '@/domain/time'
import { figure, table } from '../../config/table.mjs'
import { startServer } from '../scenario/server'
import { percentiles } from './in-process'
import { Crowd, type Answered } from './load-crowd'
import { fillWeek } from './load-week'
import { Neighbourhood } from './neighbourhood'
import { withPostgres } from './postgres'

interface Size {
  residents: number
  clients: number
  /** of the week that is measured */
  minutes: number
  /** between two taps of a person, on average */
  thinkSeconds: number
}

const MOST_GROWTH = 0.1
const MOST_REFUSAL_MS = 50
/** p99 of what is answered in an overload, to that of a week in which the server is nearly idle */
const MOST_SLOWER = 4

/**
 * A mixed week of a large community on a real server: 2,000 people tap and read, 95 of 100 times to read; then so
 * many more that it cannot answer them all. `--minutes N` (10), `--clients N` (2,000), `--residents N` (50,000),
 * `--think S` (8).
 * @returns 0 when nothing failed, nothing was sold twice, its memory stood, and what was too much was sent away at once
 */
export async function benchLoad(options: string[]): Promise<number> {
  const option = (name: string, otherwise: number) =>
    options.includes(`--${name}`) ? Number(options[options.indexOf(`--${name}`) + 1]) : otherwise
  const size: Size = {
    residents: option('residents', 50_000),
    clients: option('clients', 2000),
    minutes: option('minutes', 10),
    thinkSeconds: option('think', 8),
  }
  return withPostgres((server) => measureLoad(server, size))
}

/** @param server URL of a PostgreSQL on which it makes a database of its own */
export async function measureLoad(server: string, size: Size): Promise<number> {
  const neighbourhood = await Neighbourhood.settle(server, size.residents)
  try {
    await fillWeek(neighbourhood)
    return await measure(neighbourhood, size)
  } finally {
    await neighbourhood.close()
  }
}

async function measure(neighbourhood: Neighbourhood, size: Size): Promise<number> {
  const { DATABASE_URL: _, ...rest } = process.env
  const server = await startServer({
    ...rest,
    ...{ DATABASE_URL: neighbourhood.url, LINLI_MODE: 'gateway', DOOR_KEY: 'k'.repeat(32), PORT: '0' },
  })
  try {
    const { week, memory } = await weekOf(server, size)
    const rush = await overload(server.base, size)
    const faults = [
      ...sayWeek(week, size),
      ...sayMemory(memory),
      ...sayOverload(rush, week),
      ...saySold(await neighbourhood.oversold()),
    ]
    for (const fault of faults) console.log(`not kept: ${fault}`)
    return faults.length === 0 ? 0 : 1
  } finally {
    await server.stop()
  }
}

/** A fifth of the time to warm up, which is not measured; memory is looked at every second of the rest. */
async function weekOf({ base, pid }: { base: string; pid: number }, size: Size) {
  const crowd = new Crowd(base, { ...size, run: 'week' })
  const thinking = size.thinkSeconds * SECOND
  const seconds = size.minutes * 60
  const week: Answered[] = []
  const memory: number[] = []
  await crowd.come({ seconds: seconds / 5, thinking, heard: () => undefined })
  const looking = setInterval(() => memory.push(residentBytes(pid)), SECOND)
  await crowd.come({ seconds, thinking, heard: (answered) => week.push(answered) })
  clearInterval(looking)
  crowd.leave()
  return { week, memory }
}

/** Nobody reads any more, everybody taps twice a second, and nobody waits for as long as they are told to. */
async function overload(base: string, size: Size): Promise<Answered[]> {
  const crowd = new Crowd(base, { ...size, run: 'rush' })
  const answers: Answered[] = []
  const seconds = Math.min(60, size.minutes * 60)
  const began = performance.now()
  const heard = (answered: Answered) => {
    // What a rush is allowed at once is used up first.
    if (performance.now() - began > (seconds / 2) * SECOND) answers.push(answered)
  }
  await crowd.come({ seconds, thinking: SECOND / 2, heard })
  crowd.leave()
  return answers
}

function residentBytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024
}

const wasTaken = ({ status }: Answered) => status === 200
const wasSentAway = ({ status }: Answered) => status === 429 || status === 503

function sayWeek(week: Answered[], { clients, minutes, residents }: Size): string[] {
  const actions = [...new Set(week.map(({ action }) => action))].sort()
  console.log(
    `\n${figure(residents)} residents, ${figure(clients)} clients, ${figure(week.length / minutes / 60)} requests/s for ${minutes} min`,
  )
  console.log(
    table([
      ['action', 'requests', 'p50 ms', 'p99 ms'],
      ...actions.map((action) => {
        const of = week.filter((answered) => answered.action === action)
        const { p50Ms, p99Ms } = percentiles(of.map(({ milliseconds }) => milliseconds))
        return [action, figure(of.length), p50Ms.toFixed(1), p99Ms.toFixed(1)]
      }),
    ]),
  )
  const failed = week.filter((answered) => !wasTaken(answered))
  return failed.length > 0
    ? [`${failed.length} of ${week.length} requests of the week were answered ${failed[0]?.status}`]
    : []
}

/** The mean of the first and the last tenth, so that a collection between two looks does not decide. */
function sayMemory(memory: number[]): string[] {
  const tenth = Math.max(1, Math.floor(memory.length / 10))
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [first, last] = [mean(memory.slice(0, tenth)), mean(memory.slice(-tenth))]
  const growth = last / first - 1
  console.log(
    `memory of the server: ${figure(first / 1e6)} MB after warming up, ${figure(last / 1e6)} MB at the end, ${(growth * 100).toFixed(1)} %`,
  )
  return growth > MOST_GROWTH ? [`memory grew by ${(growth * 100).toFixed(1)} %`] : []
}

function sayOverload(rush: Answered[], week: Answered[]): string[] {
  const times = (answers: Answered[]) => percentiles(answers.map(({ milliseconds }) => milliseconds))
  const [taken, away] = [rush.filter(wasTaken), rush.filter(wasSentAway)]
  const [before, now, refusal] = [times(week), times(taken), times(away)]
  console.log(
    `overload: ${figure(rush.length)} requests, ${figure(taken.length)} answered (p50 ${now.p50Ms.toFixed(1)}, p99 ${now.p99Ms.toFixed(1)} ms; in the week ${before.p50Ms.toFixed(1)}, ${before.p99Ms.toFixed(1)} ms), ` +
      `${figure(away.length)} sent away with Retry-After (p50 ${refusal.p50Ms.toFixed(1)}, p99 ${refusal.p99Ms.toFixed(1)} ms)`,
  )
  const unsaid = away.filter(({ retryAfter }) => retryAfter === null).length
  const other = rush.length - taken.length - away.length
  return [
    ...(other > 0 ? [`${other} requests in the overload were answered neither way`] : []),
    ...(unsaid > 0 ? [`${unsaid} were sent away without Retry-After`] : []),
    ...(refusal.p99Ms > MOST_REFUSAL_MS
      ? [`of a hundred who were sent away, one waited longer than ${MOST_REFUSAL_MS} ms for it`]
      : []),
    ...(now.p99Ms > before.p99Ms * MOST_SLOWER
      ? [`p99 of what was answered is more than ${MOST_SLOWER} times that of the week`]
      : []),
  ]
}

function saySold(oversold: number): string[] {
  console.log(`oversold ${oversold}`)
  return oversold > 0 ? [`${oversold} places were sold twice`] : []
}

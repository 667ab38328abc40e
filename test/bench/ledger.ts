import { spawnSync } from 'node:child_process'
import { dispatch, type Deployment } from '@/cloud/dispatch'
import { createSignedLinks } from '@/cloud/files/signed-links'
import { createIdentities } from '@/cloud/identity'
import { createPlatformServices } from '@/cloud/wechat/platform-services'
import type { Answer } from '@/contract/actions'
import { figure, table } from '../../config/table.mjs'
import { percentiles } from './in-process'
import { openLedgerGround, type LedgerGround } from './ledger-ground'
import { withPostgres } from './postgres'

const FEW = 1000
const MANY = 1_000_000
const TURNS = 300
const MOST = 1.3
/** the other households of the large ledger: entries of each, and of them all for one in the large account */
const OF_A_HOUSEHOLD = 200
const OF_OTHERS = 0.2

interface Pages {
  ground: LedgerGround
  deployment: Deployment
  openId: string
  name: string
  entries: number
}

/**
 * Pages of a statement, the first and one in the middle: of 1,000 entries in a ledger of as many against an
 * account of 1,000,000, and against one of 1,000 in that ledger; then how long it takes to verify all of it.
 * @returns 0 when a page of many takes at most 1.3 times as long as one of few, and nothing is broken
 */
export async function benchLedger(options: string[]): Promise<number> {
  const many = Number(/^--entries=(\d+)$/.exec(options[0] ?? '')?.[1] ?? MANY)
  return withPostgres(async (server) => {
    const [small, large] = [await openLedgerGround(server), await openLedgerGround(server)]
    try {
      console.log(
        `filling: ${figure(FEW)} entries, and ${figure(many)} in one account, ${figure(many * OF_OTHERS)} in others`,
      )
      const accounts = [
        await prepare(small, 'few', FEW),
        await prepare(large, 'many', many),
        await prepare(large, 'few among many', FEW),
      ]
      for (let entries = 0; entries < many * OF_OTHERS; entries += OF_A_HOUSEHOLD)
        await large.fill(OF_A_HOUSEHOLD)
      await Promise.all([small.settle(), large.settle()])
      const kept = sayPages(await measurePages(accounts))
      return sayVerified(large) && kept ? 0 : 1
    } finally {
      await small.close()
      await large.close()
    }
  })
}

async function prepare(ground: LedgerGround, name: string, entries: number): Promise<Pages> {
  const openId = await ground.fill(entries)
  const deployment = {
    database: ground.database,
    services: {
      identities: createIdentities('s'.repeat(32), () => Promise.resolve(null)),
      files: createSignedLinks('s'.repeat(32)),
      doorKey: 'k'.repeat(32),
      ...createPlatformServices(null),
    },
    now: () => ground.now,
    report: ({ error }: { error: unknown }) => {
      throw error
    },
  }
  return { ground, deployment, openId, name, entries }
}

type Measured = { name: string; first: number; middle: number }

/** In turns, so that what else the machine does meets all of them. */
async function measurePages(accounts: Pages[]): Promise<Measured[]> {
  const times = accounts.map(() => ({ first: [] as number[], middle: [] as number[] }))
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [index, account] of accounts.entries()) {
      times[index]?.first.push(await readPage(account, turn, undefined))
      times[index]?.middle.push(await readPage(account, turn, String(account.entries / 2)))
    }
  }
  return accounts.map(({ name }, index) => ({
    name,
    first: percentiles(times[index]?.first ?? []).p50Ms,
    middle: percentiles(times[index]?.middle ?? []).p50Ms,
  }))
}

async function readPage(account: Pages, turn: number, cursor: string | undefined): Promise<number> {
  const { deployment, ground, openId } = account
  const started = performance.now()
  const answer = await dispatch(deployment, {
    action: 'getStatement',
    payload: { communityId: ground.communityId, ...(cursor === undefined ? {} : { cursor }) },
    requestId: `ledger-${turn}-${cursor ?? ''}`,
    openId,
  })
  const took = performance.now() - started
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  if ((answer.data as Answer<'getStatement'>).entries.length === 0) throw new Error('an empty page')
  return took
}

function sayPages(measured: Measured[]): boolean {
  const [few] = measured
  if (!few) return false
  const rows = measured.map(({ name, first, middle }) => [
    name,
    `${first.toFixed(2)} ms`,
    `${(first / few.first).toFixed(2)} ×`,
    `${middle.toFixed(2)} ms`,
    `${(middle / few.middle).toFixed(2)} ×`,
  ])
  console.log(`\nA page of the statement, median of ${TURNS}\n`)
  console.log(table([['', 'first', 'to few', 'middle', 'to few'], ...rows]))
  const worst = Math.max(...measured.flatMap((it) => [it.first / few.first, it.middle / few.middle]))
  console.log(`\nworst ratio ${worst.toFixed(2)} of at most ${MOST}: ${worst <= MOST ? 'kept' : 'missed'}`)
  return worst <= MOST
}

/** By the command itself, in a process of its own. */
function sayVerified({ url }: LedgerGround): boolean {
  const started = performance.now()
  const { status, stdout } = spawnSync(
    process.execPath,
    ['config/run.mjs', 'src/cloud/commands/ledger-verify.ts'],
    { env: { ...process.env, DATABASE_URL: url }, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' },
  )
  const seconds = (performance.now() - started) / 1000
  const last = stdout.trim().split('\n').at(-1) ?? ''
  const entries = Number(/^ledger: (\d+) entries/.exec(last)?.[1] ?? 0)
  console.log(`\n${last}`)
  const forAMillion = `${((seconds / entries) * MANY).toFixed(1)} s for 1,000,000 entries`
  console.log(`ledger:verify took ${seconds.toFixed(1)} s, ${forAMillion}`)
  return status === 0
}

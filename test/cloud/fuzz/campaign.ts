import { createChance, type Chance } from '@/cloud/demo/chance'
import { createSignedLinks } from '@/cloud/files/signed-links'
import { createHttp } from '@/cloud/http'
import { tick } from '@/cloud/tick'
import { MINUTE } from '@/domain/time'
import { brokenInvariants } from '../../invariants'
import { clear } from '../../race/model/stage'
import type { TestDeployment } from '../deployment'
import { MONDAY, payloads, settleTown } from '../town'
import { formulasIn, readAnswer, type FuzzAnswer } from './answer'
import { watch, type Watch } from './fingerprint'
import { Known } from './known'
import { makeRequest, type FuzzRequest, type Source } from './request'

/** A round's invalid requests are sent between two looks at the database, then its others. */
const ROUND = 64
const LANES = 8
/** After so many a new town: in an old one everybody has left, and everything is over. */
const OF_A_TOWN = 2_048
const MOST_TOLD = 20

export interface Fuzzed {
  requests: number
  /** answers of 500 and more */
  failures: number
  crashes: number
  /** rounds of invalid requests, and failed requests sent alone, after which a row was another */
  writes: number
  /** what else was wrong, with the request: envelope, status, contract, formulas, invariants */
  faults: string[]
  tally: Map<string, number>
}

interface Field {
  linli: TestDeployment
  app: ReturnType<typeof createHttp>
  watch: Watch
  chance: Chance
  fuzzed: Fuzzed
}

/**
 * Sends so many requests, each to the very routes of the server, and looks at every answer and at the database.
 * @param seed chooses everything but the ids, which are new each time
 */
export async function fuzz(
  linli: TestDeployment,
  { requests, seed }: { requests: number; seed: number },
): Promise<Fuzzed> {
  const chance = createChance(seed)
  const fuzzed: Fuzzed = { requests: 0, failures: 0, crashes: 0, writes: 0, faults: [], tally: new Map() }
  const links = createSignedLinks('s'.repeat(32))
  const app = createHttp({ deployment: linli, trustGateway: false, links, assets: null })
  const field: Field = { linli, app, watch: await watch(linli.url), chance, fuzzed }
  const crashed = (error: unknown) => {
    fuzzed.crashes += 1
    tell(fuzzed, `crash: ${String(error)}`)
  }
  process.on('unhandledRejection', crashed).on('uncaughtException', crashed)
  try {
    while (fuzzed.requests < requests)
      await attackTown(field, Math.min(OF_A_TOWN, requests - fuzzed.requests))
  } finally {
    process.off('unhandledRejection', crashed).off('uncaughtException', crashed)
    await field.watch.close()
  }
  return fuzzed
}

async function attackTown(field: Field, size: number): Promise<void> {
  const { linli, chance, fuzzed } = field
  await clear(linli)
  linli.clock.now = MONDAY
  linli.services.checkContent = () => Promise.resolve({ suggest: 'pass' })
  const town = await settleTown(linli)
  linli.services.checkContent = () =>
    Promise.resolve(chance.percent(80) ? { suggest: 'pass' } : { suggest: 'review', label: 'other' })
  const known = new Known(chance)
  known.learn({ ...town.ids, gridId: town.here.gridId })
  known.learn([{ communityId: town.here.communityId }, { communityId: town.there.communityId }])
  const used: string[] = []
  const wellFormed = payloads(town, town.here.communityId)
  for (let left = size; left > 0; left -= ROUND) {
    const source: Source = {
      ...{ chance, known, now: linli.clock.now },
      wellFormed: (action) => wellFormed[action],
      usedId: () => (used.length > 0 ? chance.pick(used) : undefined),
      newId: () => used[used.push(`fuzz-request-${fuzzed.requests}-${used.length}`) - 1] ?? '',
    }
    const round = Array.from({ length: Math.min(ROUND, left) }, () => makeRequest(source))
    await playRound(field, round, (data) => known.learn(data))
    linli.clock.now += chance.below(120) * MINUTE
    if (chance.percent(20)) await tick(linli, linli.clock.now)
  }
  for (const broken of await brokenInvariants(linli.database)) tell(fuzzed, `invariant ${broken}`)
  for (const failure of linli.failures.splice(0))
    tell(fuzzed, `reported: ${failure instanceof Error ? failure.stack : String(failure)}`)
}

async function playRound(field: Field, round: FuzzRequest[], learn: (data: unknown) => void): Promise<void> {
  const { chance, watch } = field
  const invalid = round.filter((it) => it.invalid)
  const before = await watch.fingerprint()
  await inLanes(invalid, (request) => send(field, request))
  if ((await watch.fingerprint()) !== before) wrote(field, invalid)

  const [alone, together] = [round.filter((it) => !it.invalid), [] as FuzzRequest[]]
  together.push(...alone.splice(2))
  for (const request of alone) {
    const stood = await watch.fingerprint()
    const { outcome, status, data } = await send(field, request)
    learn(data)
    if ((status >= 400 || outcome === 'wrong') && (await watch.fingerprint()) !== stood)
      wrote(field, [request])
  }
  await inLanes(chance.shuffle(together), async (request) => learn((await send(field, request)).data))
}

async function inLanes(
  requests: FuzzRequest[],
  work: (request: FuzzRequest) => Promise<unknown>,
): Promise<void> {
  const queue = [...requests]
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

async function send(field: Field, request: FuzzRequest): Promise<FuzzAnswer> {
  const { linli, app, fuzzed } = field
  const { action, body, requestId, actor } = request
  const { token } = actor === null ? { token: '' } : linli.services.identities.issue(actor, linli.clock.now)
  fuzzed.requests += 1
  try {
    const response = await app.fetch(
      new Request(`http://linli.test/api/${action}`, {
        method: 'POST',
        headers: {
          ...(actor === null ? {} : { Authorization: `Bearer ${token}` }),
          ...(requestId === null ? {} : { 'X-Request-Id': requestId }),
        },
        body,
      }),
    )
    const answer = readAnswer(request, response.status, await response.text())
    note(fuzzed, request, answer)
    await fetchFile(field, request, answer.data)
    return answer
  } catch (error) {
    fuzzed.crashes += 1
    tell(fuzzed, `crash: ${String(error)} after ${described(request)}`)
    return { outcome: 'wrong', status: 500, data: null, fault: 'crash' }
  }
}

/** What was exported is fetched, and nothing in it would be run by a spreadsheet. */
async function fetchFile({ app, fuzzed }: Field, request: FuzzRequest, data: unknown): Promise<void> {
  const { url, name } = (data ?? {}) as { url?: unknown; name?: unknown }
  if (typeof url !== 'string' || !url.startsWith('/files/')) return
  const response = await app.fetch(new Request(`http://linli.test${url}`))
  const text = await response.text()
  // Whoever asked may have lost the right meanwhile.
  if (response.status >= 500) fuzzed.failures += 1
  if (![200, 403].includes(response.status)) tell(fuzzed, `file ${response.status} of ${described(request)}`)
  const formulas = String(name).endsWith('.csv') ? formulasIn(text) : []
  if (formulas.length > 0) tell(fuzzed, `formula ${JSON.stringify(formulas[0])} of ${described(request)}`)
}

function note(fuzzed: Fuzzed, request: FuzzRequest, { status, outcome, fault }: FuzzAnswer): void {
  const key = `${request.invalid ? 'invalid' : 'valid'} ${outcome}`
  fuzzed.tally.set(key, (fuzzed.tally.get(key) ?? 0) + 1)
  if (status >= 500) {
    fuzzed.failures += 1
    tell(fuzzed, `${status} after ${described(request)}`)
  }
  if (fault) tell(fuzzed, `${fault} after ${described(request)}`)
}

function wrote({ fuzzed }: Field, requests: FuzzRequest[]): void {
  fuzzed.writes += 1
  tell(fuzzed, `written by one of ${requests.length}: ${requests.slice(0, 3).map(described).join(' | ')}`)
}

function tell(fuzzed: Fuzzed, fault: string): void {
  if (fuzzed.faults.length < MOST_TOLD) fuzzed.faults.push(fault)
}

const described = ({ action, actor, requestId, body }: FuzzRequest) =>
  `${action.slice(0, 40)} by ${actor ?? 'nobody'} (${requestId ?? 'no id'}): ${body.slice(0, 600)}`

export function lastLine({ requests, failures, crashes, writes }: Fuzzed): string {
  return `fuzz: ${requests} requests, 500s ${failures}, crashes ${crashes}, writes from invalid ${writes}`
}

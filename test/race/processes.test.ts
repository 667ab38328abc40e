import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { DAY, HOUR } from '@/domain/time'
import { pictureBookClass, post } from '../cloud/calls'
import { deploy, done, settle } from '../cloud/deployment'
import { brokenInvariants } from '../invariants'

const children: ChildProcess[] = []
afterEach(async () => {
  const running = children.splice(0).filter((child) => child.exitCode === null)
  await Promise.all(running.map((child) => (child.kill('SIGTERM'), once(child, 'exit'))))
})

function start(args: string[], env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  return child
}

/** Waits for a line of a child's output. */
async function lineOf(child: ChildProcess, pattern: RegExp): Promise<string> {
  if (!child.stdout) throw new Error('a child without output')
  for await (const line of createInterface({ input: child.stdout })) {
    const found = pattern.exec(line)?.[1]
    if (found) return found
  }
  throw new Error(`the process ended before it printed ${pattern}`)
}

it('two servers and a cloud function give exactly the places there are', async () => {
  const linli = await deploy(Date.now())
  const { communityId } = await settle(linli)
  const startsAt = Date.now() + 5 * DAY + HOUR
  const call = await done(
    linli,
    'cadre',
    'publishCall',
    pictureBookClass(communityId, startsAt, [post({ capacity: 20 })]),
  )
  const sessionId = call.sessionIds[0] ?? ''
  const slotId = (await done(linli, 'cadre', 'getSession', { communityId, sessionId })).slots[0]?.id ?? ''
  const payload = { communityId, slotId, party: [{ kind: 'self' }] }
  const env = { DATABASE_URL: linli.url, DOOR_KEY: 'k'.repeat(32) }

  const bases = await Promise.all(
    [1, 2].map(() =>
      lineOf(
        start(['dist/server/server.mjs'], { ...env, LINLI_MODE: 'gateway', PORT: '0' }),
        /(http:\/\/\S+)/,
      ),
    ),
  )
  const overHttp = async (base: string, who: string): Promise<string> => {
    const response = await fetch(`${base}/api/bookSlot`, {
      method: 'POST',
      headers: { 'X-WX-OPENID': who, 'X-Request-Id': `request-${who}` },
      body: JSON.stringify(payload),
    })
    const envelope = (await response.json()) as { ok: boolean; error?: { message: string } }
    return envelope.ok ? 'booked' : (envelope.error?.message ?? '')
  }
  const people = Array.from({ length: 40 }, (_, index) => index)
  const inFunction = start(['test/cloud/function-child.cjs'], {
    ...env,
    CALLS: JSON.stringify({ payload, people: 15 }),
  })
  const [viaHttp, viaFunction] = await Promise.all([
    Promise.all(people.map((index) => overHttp(bases[index % 2] ?? '', `http-${index}`))),
    lineOf(inFunction, /^RESULTS (.*)$/).then(
      (line) => JSON.parse(line) as { results: string[]; others: object },
    ),
  ])
  const results = [...viaHttp, ...viaFunction.results]
  // Who is not known is nobody; the timer ticks; a caller cannot pretend to be the timer.
  expect(viaFunction.others).toEqual({
    nobody: 'unauthenticated',
    timer: true,
    pretender: { memberships: [] },
  })
  expect(results.filter((result) => result === 'booked')).toHaveLength(20)
  expect(results.filter((result) => result === 'slot_full')).toHaveLength(35)
  expect(await brokenInvariants(linli.database)).toEqual([])
  await linli.close()
})

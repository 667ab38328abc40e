import { spawn } from 'node:child_process'
import { once } from 'node:events'

// The campaign itself is npm run faults; this is its small size, on a PostgreSQL of its own that it may hurt.
async function faults(...options: string[]): Promise<string> {
  const env: NodeJS.ProcessEnv = { ...process.env }
  delete env.LINLI_TEST_RUN
  const child = spawn(process.execPath, ['config/run.mjs', 'test/faults/main.ts', ...options], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  await once(child, 'close')
  return output
}

it('keeps what it said through killed servers, broken connections and a restarted database', async () => {
  expect(await faults('--minutes', '0.3', '--seed', '7')).toMatch(
    /^faults: [1-9]\d* faults, [1-9]\d* operations, 0 violations$/m,
  )
}, 180_000)

it('keeps what it said when a server with the embedded database is killed', async () => {
  expect(await faults('--kills', '2', '--seed', '7')).toMatch(
    /^faults: 2 faults, [1-9]\d* operations, 0 violations$/m,
  )
}, 180_000)

it('notices a build that decides a repeated request again', async () => {
  expect(await faults('--minutes', '0.12', '--seed', '7', '--broken', 'idempotency')).toMatch(
    /^faults: .* [1-9]\d* violations$/m,
  )
}, 180_000)

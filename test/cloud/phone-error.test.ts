import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createDatabase, type NewDatabase } from './database'

// What a phone says comes from anybody: the log is read by people.

let created: NewDatabase
let server: ChildProcess
let base = ''
let output = ''
beforeAll(async () => {
  created = await createDatabase()
  const env = { DATABASE_URL: created.url, LINLI_MODE: 'gateway', DOOR_KEY: 'k'.repeat(32), PORT: '0' }
  server = spawn(process.execPath, ['dist/server/server.mjs'], {
    env: { PATH: process.env.PATH, ...env } as unknown as NodeJS.ProcessEnv,
  })
  server.stdout?.on('data', (chunk) => (output += String(chunk)))
  while (!output.includes('http://')) {
    if (server.exitCode !== null) throw new Error(output)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  base = /(http:\/\/\S+)/.exec(output)?.[1] ?? ''
})
afterAll(async () => {
  if (server.exitCode === null && server.kill('SIGKILL')) await once(server, 'exit')
  await created.drop()
})

const error = {
  ...{ kind: 'error', message: 'TypeError: x is not a function', stack: 'at a (app.js:1:2)' },
  ...{ page: 'pages/home/index', version: '0.1.0', platform: 'weapp 3.5.0' },
}
const report = async (change: object = {}) =>
  (await fetch(`${base}/api/reportError`, { method: 'POST', body: JSON.stringify({ ...error, ...change }) }))
    .status

const lines = () =>
  output
    .split('\n')
    .filter((line) => line.includes('"phone error"'))
    .map((line) => JSON.parse(line) as { phone: typeof error })

async function logged(message: string) {
  for (;;) {
    const found = lines().find(({ phone }) => phone.message === message)
    if (found) return found.phone
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

it('is taken from whoever is not signed in, and logged as one line', async () => {
  expect(await report()).toBe(200)
  expect(await logged(error.message)).toEqual(error)
})

it('is logged without people, whatever the phone has left in it', async () => {
  const stack = 'at https://linli.example.org/a.js?who=王敏&phone=13800138000:1:2\nforged {"level":60}'
  expect(await report({ message: '何秀英 13912345678', stack, version: '13812345678' })).toBe(200)
  const { stack: kept, version } = await logged('… …')
  expect(version).toBe('…')
  expect(kept).toMatch(/a\.js…:1:2/)
  expect(kept).not.toMatch(/王敏|13800138000/)
  // A line of the log is one line, also when the stack has many.
  expect(output).not.toMatch(/^forged/m)
})

it.each<[string, object]>([
  ['a page with a query', { page: 'pages/home/index?c=1' }],
  ['a page in words', { page: '王敏' }],
  ['a version in words', { version: '王敏' }],
  ['more than a phone sends', { stack: 'x'.repeat(1501) }],
  ['another field', { name: '王敏' }],
  ['no kind', { kind: 'hello' }],
])('is refused with %s', async (_, change) => {
  expect(await report(change)).toBe(400)
})

it('does not fill the log when every phone breaks at once', async () => {
  const before = lines().length
  const answers = await Promise.all(Array.from({ length: 300 }, () => report({ message: 'flood' })))
  expect(new Set(answers)).toEqual(new Set([200]))
  await logged('flood')
  // Sixty at once, and one a second meanwhile: a slow machine may take a while.
  expect(lines().length - before).toBeGreaterThan(10)
  expect(lines().length - before).toBeLessThan(200)
})

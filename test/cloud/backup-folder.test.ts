import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { claim, command, type Crowd } from './backups'

// Each starts programs that start databases; on a busy machine that takes its time.
jest.setTimeout(120_000)

const root = mkdtempSync(path.join(tmpdir(), 'linli-backup-'))
const data = path.join(root, 'live')
const file = path.join(root, 'linli.backup')
const folder = (name: string) => ({ DATA_DIR: path.join(root, name) })

let crowd: Crowd
let server: ChildProcess
let base: string
/** claims acknowledged before the backup began, and all */
let before: string[]
const all: string[] = []
let said: { code: number; text: string }

async function claimOverHttp(name: string): Promise<void> {
  const response = await fetch(`${base}/api/bookSlot`, {
    method: 'POST',
    headers: { 'X-WX-OPENID': name, 'X-Request-Id': `request-${name}` },
    body: JSON.stringify(claim(crowd)),
  })
  if (response.status !== 200) throw new Error(await response.text())
  all.push(name)
}

function beside<Answer>(name: string, ...args: string[]): Answer {
  const program = ['config/run.mjs', 'test/cloud/backup-child.ts', path.join(root, name)]
  return JSON.parse(execFileSync(process.execPath, [...program, ...args], { encoding: 'utf8' })) as Answer
}

/** What is in a folder nobody has open, after `claims` has claimed a post. */
const look = (name: string, claims?: string) =>
  beside<{ names: string[]; broken: string[]; forbidden: string }>(
    name,
    'look',
    JSON.stringify({ ...crowd, claims }),
  )

async function startServer(): Promise<void> {
  server = spawn(process.execPath, ['dist/server/server.mjs'], {
    env: {
      ...{ PATH: process.env.PATH, DATA_DIR: data, PORT: '0' },
      ...{ LINLI_MODE: 'gateway', DOOR_KEY: 'k'.repeat(32) },
    } as unknown as NodeJS.ProcessEnv,
  })
  let text = ''
  server.stdout?.on('data', (chunk) => (text += String(chunk)))
  while (!text.includes('http://')) {
    if (server.exitCode !== null) throw new Error(text)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  base = /(http:\/\/\S+)/.exec(text)?.[1] ?? ''
}

beforeAll(async () => {
  crowd = beside('live', 'gather', '300')
  await startServer()
  let over = false
  const claimOn = async () => {
    for (const name of crowd.names.slice(0, -2)) {
      if (over && all.length > before.length) return
      await claimOverHttp(name)
    }
  }
  const claiming = claimOn()
  while (all.length < 10) await new Promise((resolve) => setTimeout(resolve, 5))
  before = [...all]
  said = await command('backup', [file, '--verify'], { DATA_DIR: data })
  over = true
  await claiming
})
afterAll(async () => {
  if (server.exitCode === null && server.kill('SIGKILL')) await once(server, 'exit')
  rmSync(root, { recursive: true, force: true })
})

describe('a backup of a data folder', () => {
  it('is made by the server that has it open, while neighbours book', () => {
    expect(said).toEqual({
      code: 0,
      text: expect.stringMatching(
        /1 communities, 301 residents[^]*ledger: 1 entries, \d+ accounts, 0 broken/,
      ),
    })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(path.join(data, 'linli.backup')).mode & 0o777).toBe(0o600)
    expect(readdirSync(root).sort()).toEqual(['linli.backup', 'live'])
  })

  it('gives back every claim acknowledged before it began, and claims go on there', async () => {
    const { code, text } = await command('restore', [file], folder('back'))
    expect({ code, text }).toEqual({ code: 0, text: expect.stringMatching(/0 broken[^]*is restored/) })
    const last = crowd.names.at(-1) ?? ''
    const { names, broken, forbidden } = look('back', last)
    expect(before.filter((name) => !names.includes(name))).toEqual([])
    expect(names.filter((name) => ![...all, last].includes(name))).toEqual([])
    expect(names).toContain(last)
    expect(broken).toEqual([])
    expect(forbidden).toMatch(/permission denied/)
  })

  it('is not put over a folder that is in use, nor over a database unless told so', async () => {
    expect(await command('restore', [file, '--replace'], { DATA_DIR: data })).toEqual({
      code: 1,
      text: expect.stringMatching(/in use by process \d+/),
    })
    // The server goes on.
    await claimOverHttp(crowd.names.at(-2) ?? '')
    const held = () => look('back').names.includes(crowd.names.at(-1) ?? '')
    expect(await command('restore', [file], folder('back'))).toEqual({
      code: 1,
      text: expect.stringMatching(/^There is a database in .*--replace/),
    })
    expect(held()).toBe(true)
    const { code, text } = await command('restore', [file, '--replace'], folder('back'))
    expect({ code, text }).toEqual({
      code: 0,
      text: expect.stringMatching(/What was there before is in .*pg\.before-1/),
    })
    expect(held()).toBe(false)
    expect(readdirSync(path.join(root, 'back')).sort()).toEqual(['pg', 'pg.before-1'])
  })

  it.each([0.5, 0.999])('that was cut off at %d of its length changes nothing', async (part) => {
    const bad = path.join(root, 'bad.backup')
    const whole = readFileSync(file)
    writeFileSync(bad, whole.subarray(0, Math.floor(whole.length * part)))
    expect(await command('restore', [bad], folder('untouched'))).toEqual({
      code: 1,
      text: expect.stringMatching(/cannot be read to its end/),
    })
    expect(readdirSync(path.join(root, 'untouched'))).toEqual([])
  })

  it('is made of a folder that nobody has open, also after its server was killed', async () => {
    server.kill('SIGKILL')
    await once(server, 'exit')
    const closed = path.join(root, 'closed.backup')
    expect(await command('backup', [closed, '--verify'], { DATA_DIR: data })).toMatchObject({ code: 0 })
    expect(await command('restore', [closed], folder('closed'))).toMatchObject({ code: 0 })
    expect(look('closed').names.sort()).toEqual([...all].sort())
    // The next server opens its door where the killed one left its own.
    await startServer()
    expect(await command('backup', [path.join(root, 'again')], { DATA_DIR: data })).toMatchObject({ code: 0 })
  })

  it('that breaks off on the way leaves no file', async () => {
    const broken = path.join(root, 'broken')
    mkdirSync(path.join(broken, 'pg'), { recursive: true })
    const door = createServer((socket) => socket.end(Buffer.from([0, 0, 0, 0, 0, 0, 1, 0, 1, 2, 3])))
    await once(door.listen(path.join(broken, 'linli.backup')), 'listening')
    const half = path.join(root, 'half.backup')
    expect(await command('backup', [half], folder('broken'))).toEqual({
      code: 1,
      text: expect.stringMatching(/broke the copy off/),
    })
    expect(existsSync(half)).toBe(false)
    expect(readdirSync(root).filter((name) => name.startsWith('.'))).toEqual([])
    door.close()
  })

  it('of a folder without a database is refused', async () => {
    expect(await command('backup', [path.join(root, 'x')], folder('nothing'))).toEqual({
      code: 1,
      text: expect.stringMatching(/^There is no database in/),
    })
  })
})

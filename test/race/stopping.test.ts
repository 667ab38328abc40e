import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { createBeside } from '@/cloud/beside'
import { log } from '@/cloud/log'
import { stopOnSignal } from '@/cloud/stopping'
import { DAY, HOUR } from '@/domain/time'
import { pictureBookClass, post } from '../cloud/calls'
import { deploy, done, settle, type TestDeployment } from '../cloud/deployment'

// A server as it runs in earnest, and somebody else who holds what it waits for.

let linli: TestDeployment
let holder: pg.Client
let server: ChildProcess
let output = ''
let port = 0

beforeEach(async () => {
  linli = await deploy(Date.now())
  holder = new pg.Client({ connectionString: linli.url })
  await holder.connect()
})
afterEach(async () => {
  if (server.exitCode === null && server.signalCode === null) {
    server.kill('SIGKILL')
    await once(server, 'exit')
  }
  await holder.end()
  await linli.close()
})

async function start(stopWithin: number): Promise<void> {
  output = ''
  server = spawn(
    process.execPath,
    ['--import', path.resolve('test/faults/clock-preload.mjs'), 'dist/server/server.mjs'],
    {
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: linli.url,
        DOOR_KEY: 'k'.repeat(32),
        LINLI_MODE: 'gateway',
        FAULTS_AHEAD: '0',
        PORT: '0',
        STOP_WITHIN: String(stopWithin),
      } as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  server.stdout?.on('data', (chunk) => (output += String(chunk)))
  server.stderr?.on('data', (chunk) => (output += String(chunk)))
  await until(() => /Ctrl-C/.test(output) || server.exitCode !== null)
  port = Number(/http:\/\/[\d.]+:(\d+)/.exec(output)?.[1])
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20))
}

const ended = () => (server.exitCode === null ? once(server, 'exit') : [server.exitCode, server.signalCode])

const somebodyWaits = async () => {
  const { rowCount } = await holder.query(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  )
  return rowCount !== 0
}

const isRefused = () =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', () => resolve(true))
    socket.once('connect', () => {
      socket.destroy()
      resolve(false)
    })
  })

/** Bytes as they are, on a connection that is kept. */
async function say(bytes: string): Promise<{ socket: Socket; heard: () => string }> {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.on('data', (chunk) => (text += String(chunk)))
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.write(bytes)
  return { socket, heard: () => text }
}

const bookings = async () => (await holder.query('SELECT 1 FROM booking')).rowCount

/** A booking over HTTP that waits for a lock of the holder's, who lets go by COMMIT. */
async function bookingThatWaits() {
  const { communityId } = await settle(linli)
  const draft = pictureBookClass(communityId, Date.now() + 5 * DAY + HOUR, [post({ capacity: 2 })])
  const { sessionIds } = await done(linli, 'cadre', 'publishCall', draft)
  const of = { communityId, sessionId: sessionIds[0] ?? '' }
  const slotId = (await done(linli, 'cadre', 'getSession', of)).slots[0]?.id ?? ''
  await holder.query('BEGIN')
  await holder.query('SELECT 1 FROM slot FOR UPDATE')
  const answer = fetch(`http://127.0.0.1:${port}/api/bookSlot`, {
    method: 'POST',
    headers: { 'X-WX-OPENID': 'wang', 'X-Request-Id': 'request-of-wang' },
    body: JSON.stringify({ communityId, slotId, party: [{ kind: 'self' }] }),
  })
  const answered = answer.catch(() => null)
  await until(somebodyWaits)
  return { answered }
}

it('answers what it has accepted, takes nothing new, and is not ready', async () => {
  await start(60)
  const asking = await say('GET /readyz HTTP/1.1\r\nHost: linli\r\n')
  const { answered } = await bookingThatWaits()
  // As npm and the terminal do, both.
  server.kill('SIGTERM')
  server.kill('SIGINT')
  await until(isRefused)
  asking.socket.write('\r\n')
  await until(() => asking.heard().includes('stopping'))
  expect(asking.heard()).toMatch(/^HTTP\/1\.1 503 [\s\S]*connection: close/i)
  expect(server.exitCode).toBeNull()
  await holder.query('COMMIT')
  const answer = await answered
  expect(answer?.status).toBe(200)
  expect(answer?.headers.get('Connection')).toBe('close')
  expect(await answer?.json()).toMatchObject({ ok: true })
  expect(await ended()).toEqual([0, null])
  expect(await bookings()).toBe(1)
  expect(output).not.toMatch(/"level":50/)
})

it('lets a tick come to its end before it closes the database', async () => {
  await start(60)
  const { communityId } = await settle(linli)
  await holder.query(
    `INSERT INTO answer (community_id, resident_id, request_id, action, payload_hash, data, created_at)
     VALUES ($1, 'wang', 'request-old', 'bookSlot', 'hash', '{}', 1)`,
    [communityId],
  )
  // Its first step waits; that it drops old answers comes some transactions later.
  await holder.query('BEGIN; LOCK TABLE session IN ACCESS EXCLUSIVE MODE')
  server.send({ tick: true })
  await until(somebodyWaits)
  server.kill('SIGTERM')
  await until(isRefused)
  expect(server.exitCode).toBeNull()
  await holder.query('COMMIT')
  expect(await ended()).toEqual([0, null])
  expect((await holder.query('SELECT 1 FROM answer')).rowCount).toBe(0)
  expect(output).not.toMatch(/"level":50/)
})

it('is held up by nobody who is connected and wants nothing', async () => {
  await start(60)
  const silent = await say('')
  const kept = await say('GET /healthz HTTP/1.1\r\nHost: linli\r\n\r\n')
  await until(() => kept.heard().includes('{"ok":true}'))
  server.kill('SIGTERM')
  expect(await ended()).toEqual([0, null])
  expect([silent.socket.closed, kept.socket.closed]).toEqual([true, true])
})

it('ends with 1 when it cannot finish in time, and names what was left', async () => {
  await start(0.5)
  const { answered } = await bookingThatWaits()
  server.kill('SIGTERM')
  expect(await ended()).toEqual([1, null])
  expect(await answered).toBeNull()
  expect(output).toMatch(/"requests":1,"beside":\[\],"msg":"stopped, not finished in time"/)
  await holder.query('COMMIT')
  await until(async () => !(await somebodyWaits()))
  expect(await bookings()).toBe(0)
})

it('names a tick that is left', async () => {
  await start(0.5)
  await settle(linli)
  await holder.query('BEGIN; LOCK TABLE session IN ACCESS EXCLUSIVE MODE')
  server.send({ tick: true })
  await until(somebodyWaits)
  server.kill('SIGTERM')
  expect(await ended()).toEqual([1, null])
  expect(output).toMatch(/"requests":0,"beside":\["tick"\]/)
})

it('ends at once by a second signal', async () => {
  await start(600)
  await bookingThatWaits()
  server.kill('SIGTERM')
  await new Promise((resolve) => setTimeout(resolve, 1100))
  expect(server.exitCode).toBeNull()
  server.kill('SIGTERM')
  expect(await ended()).toEqual([1, null])
  expect(output).toMatch(/"requests":1,.*second signal/)
})

it('says when the database cannot be closed, and ends with 1', async () => {
  await start(60)
  const on = jest.spyOn(process, 'on').mockReturnThis()
  const exit = jest.spyOn(process, 'exit').mockReturnValue(undefined as never)
  const said = jest.spyOn(log, 'error').mockReturnValue()
  const idle = createServer().listen(0)
  await once(idle, 'listening')
  stopOnSignal({
    server: idle,
    timer: setInterval(() => undefined, HOUR),
    database: { ...linli.database, close: () => Promise.reject(new Error('it went away')) },
    readiness: { unready: () => Promise.resolve(null), stop: () => undefined },
    beside: createBeside(),
    within: HOUR,
  })
  const stop = on.mock.calls.find(([signal]) => signal === 'SIGTERM')?.[1]
  on.mockRestore()
  stop?.()
  await until(() => exit.mock.calls.length > 0)
  expect(exit.mock.calls).toEqual([[1]])
  expect(said.mock.calls[0]?.[1]).toMatch(/could not be closed/)
  exit.mockRestore()
  said.mockRestore()
})

import { spawn, type ChildProcess } from 'node:child_process'
import { StartupError } from '../startup-error'

const MOST_SAID = 2000

/** A program of PostgreSQL's own, found on the PATH. */
export type Program = 'pg_dump' | 'pg_restore' | 'psql'

/** Where a program connects; the password travels in its environment, where no list of processes shows it. */
export interface Connection {
  address: string
  env: NodeJS.ProcessEnv
}

export function connectionOf(url: string): Connection {
  const address = new URL(url)
  const password = decodeURIComponent(address.password)
  address.password = ''
  return { address: address.href, env: { ...process.env, ...(password ? { PGPASSWORD: password } : {}) } }
}

export interface Running {
  child: ChildProcess
  /** resolves when it has ended well; rejects with what it said */
  ended: Promise<void>
}

/** Starts one; its standard error is kept for the sentence that says why it failed. */
export function start(program: Program, args: string[], env: NodeJS.ProcessEnv = process.env): Running {
  const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => (said = (said + String(chunk)).slice(-MOST_SAID)))
  // Who has ended early is told by its exit.
  child.stdin.on('error', () => undefined)
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? lacking(program) : error),
    )
    child.once('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new StartupError(`${program} failed (${code ?? signal}): ${said.trim()}`))
    })
  })
  ended.catch(() => undefined)
  return { child, ended }
}

/** Runs one to its end. @returns what it wrote */
export async function run(program: Program, args: string[], env?: NodeJS.ProcessEnv): Promise<string> {
  const { child, ended } = start(program, args, env)
  child.stdin?.end()
  const parts: Buffer[] = []
  child.stdout?.on('data', (part: Buffer) => parts.push(part))
  await ended
  return Buffer.concat(parts).toString('utf8')
}

const lacking = (program: Program) =>
  new StartupError(
    `${program} is not on the PATH. It comes with PostgreSQL's client programs (apt-get install postgresql-client), of the server's version or newer.`,
  )

/** @throws StartupError when the program is missing, or older than the server: it would not read it */
export async function checkProgram(program: Program, serverMajor: number): Promise<void> {
  const said = await run(program, ['--version'])
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(said)?.[1] ?? 0)
  if (major < serverMajor)
    throw new StartupError(
      `${program} is of version ${major}, the server of version ${serverMajor}: put the client programs of PostgreSQL ${serverMajor} or newer first on the PATH.`,
    )
}

import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Ground, Neighbourhood } from './neighbourhood'

const SCRIPT = 'test/bench/one-booking.sql'
const program = process.env.PGBIN ? path.join(process.env.PGBIN, 'pgbench') : 'pgbench'

/** @throws Error saying where pgbench comes from when it cannot be run */
export async function findPgbench(): Promise<void> {
  await promisify(execFile)(program, ['--version']).catch(() => {
    throw new Error(
      'This benchmark needs pgbench: install postgresql-contrib (Debian: apt-get install postgresql-15), or name its folder in PGBIN.',
    )
  })
}

/** The whole script of one booking, or of one that finds the slot sold out and writes nothing. */
export function pgbenchScript(books: boolean): string {
  const script = readFileSync(SCRIPT, 'utf8')
  if (books) return script
  return `${script.slice(0, script.indexOf('INSERT INTO booking'))}COMMIT;\n`
}

/**
 * Bookings per second of pgbench with so many clients, for some seconds. Each client books for residents
 * of its own; the measurement fails when they run out.
 */
export async function runPgbench(
  { url, residents, now }: Neighbourhood,
  ground: Ground,
  { clients, seconds, books }: { clients: number; seconds: number; books: boolean },
): Promise<number> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'linli-pgbench-'))
  const file = path.join(folder, 'one-booking.sql')
  writeFileSync(file, pgbenchScript(books))
  const variables = {
    ...{ n: 0, each: Math.floor(residents / clients), base: ground.base, slots: ground.slots },
    ...{ starts: ground.startsAt, now },
  }
  const { username, password, hostname, port, pathname } = new URL(url)
  try {
    const { stdout } = await promisify(execFile)(
      program,
      [
        ...['-n', '-M', 'prepared', '-f', file, '-c', String(clients), '-j', String(Math.min(clients, 2))],
        ...['-T', String(seconds), '-h', hostname, '-p', port || '5432', '-U', decodeURIComponent(username)],
        ...Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${value}`]),
        pathname.slice(1),
      ],
      { env: { ...process.env, PGPASSWORD: decodeURIComponent(password) } },
    )
    const [, perSecond] = /tps = ([\d.]+)/.exec(stdout) ?? []
    const [, failed] = /number of failed transactions: (\d+)/.exec(stdout) ?? []
    if (!perSecond || Number(failed ?? 0) > 0) throw new Error(`pgbench did not finish:\n${stdout}`)
    return Number(perSecond)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

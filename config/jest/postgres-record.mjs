import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

// Named after the one process that all of a run share, so that two runs at a time do not meet.
const record = (owner) => path.join(os.tmpdir(), `linli-postgres-of-${owner}.json`)

const run = () => process.env.LINLI_TEST_RUN ?? process.pid

/** Notes the cluster of this run, for whoever has to clear up when jest is stopped half way. */
export function recordPostgres(cluster) {
  writeFileSync(record(run()), JSON.stringify(cluster))
}

/** Stops the PostgreSQL that jest has left behind, if it has, and removes its folder. */
export async function sweepPostgres() {
  const file = record(run())
  const cluster = read(file)
  if (!cluster) return
  for (let tries = 0; tries < 50 && signal(cluster.pid, tries === 0 ? 'SIGINT' : 0); tries++) await sleep(100)
  signal(cluster.pid, 'SIGKILL')
  rmSync(cluster.folder, { recursive: true, force: true })
  rmSync(file, { force: true })
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function signal(pid, name) {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}

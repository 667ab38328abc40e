import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { StartupError } from '../startup-error'

const LOCK = /^linli\.lock\.(\d+)$/
const ours = new Set<string>()

/**
 * Takes a folder for this process alone, as long as it lives: PGlite silently loses rows when two
 * processes open the same one. Locks are numbered, and a dead one is never removed but overtaken by the
 * next number, so that of many starters one alone can win.
 * @returns gives the folder free
 * @throws StartupError when a living process has it
 */
export function lockFolder(folder: string): () => void {
  const place = path.resolve(folder)
  if (ours.has(place)) throw new StartupError(`The data folder ${folder} is open in this process already.`)
  try {
    mkdirSync(place, { recursive: true })
  } catch (error) {
    throw new StartupError(`The data folder ${folder} cannot be made: ${(error as Error).message}.`)
  }
  const last = highest(place)
  if (last > 0) {
    const holder = holderOf(place, last)
    if (isAlive(holder)) {
      throw new StartupError(
        `The data folder ${folder} is in use by process ${holder}; stop it, or choose another folder with DATA_DIR.`,
      )
    }
  }
  const own = last + 1
  if (!take(place, own) || highest(place) !== own) {
    throw new StartupError(`The data folder ${folder} is being opened by another process.`)
  }
  for (let left = 1; left < own; left += 1) rmSync(fileOf(place, left), { force: true })
  ours.add(place)
  return () => {
    rmSync(fileOf(place, own), { force: true })
    ours.delete(place)
  }
}

const fileOf = (place: string, number: number) => path.join(place, `linli.lock.${number}`)

function highest(place: string): number {
  return Math.max(0, ...readdirSync(place).map((name) => Number(LOCK.exec(name)?.[1] ?? 0)))
}

function holderOf(place: string, number: number): number {
  try {
    return Number(readFileSync(fileOf(place, number), 'utf8'))
  } catch {
    // Given free this moment.
    return 0
  }
}

/** Makes the lock with its content in one step; false when somebody else has made it. */
function take(place: string, number: number): boolean {
  const draft = path.join(place, `linli.lock-of-${process.pid}`)
  try {
    writeFileSync(draft, String(process.pid))
    linkSync(draft, fileOf(place, number))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw new StartupError(`The data folder cannot be written: ${(error as Error).message}.`)
  } finally {
    rmSync(draft, { force: true })
  }
}

function isAlive(pid: number): boolean {
  // In a container the number of the killed process comes back as our own.
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

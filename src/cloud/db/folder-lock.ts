import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { StartupError } from '../startup-error'

const ours = new Set<string>()

/**
 * Takes a folder for this process alone, as long as it lives: PGlite silently loses rows when two
 * processes open the same one.
 * @returns gives the folder free
 * @throws StartupError when a living process has it
 */
export function lockFolder(folder: string): () => void {
  const file = resolve(folder, 'linli.lock')
  if (ours.has(file)) throw new StartupError(`The data folder ${folder} is open in this process already.`)
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new StartupError(`The data folder ${folder} cannot be made: ${(error as Error).message}.`)
  }
  if (!take(file)) {
    const holder = Number(readFileSync(file, 'utf8'))
    if (isAlive(holder)) {
      throw new StartupError(
        `The data folder ${folder} is in use by process ${holder}; stop it, or choose another folder with DATA_DIR.`,
      )
    }
    // Left behind by a process that was killed.
    rmSync(file, { force: true })
    if (!take(file)) throw new StartupError(`The data folder ${folder} is being opened by another process.`)
  }
  ours.add(file)
  return () => {
    rmSync(file, { force: true })
    ours.delete(file)
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw new StartupError(`The data folder cannot be written: ${(error as Error).message}.`)
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

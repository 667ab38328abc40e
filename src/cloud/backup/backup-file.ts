import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { StartupError } from '../startup-error'

/**
 * Has a file written beside its place and gives it the name only when it is whole and on the disk: never half a backup
 * under a good name, never one in place of another, and nobody but its owner reads it.
 * @param write fills the file, which is there and empty
 * @returns its size in bytes
 * @throws StartupError when there is a file of that name, or it cannot be made
 */
export async function writeWhole(file: string, write: (draft: string) => Promise<void>): Promise<number> {
  if (existsSync(file))
    throw new StartupError(`${file} is there already; a backup is never written over another.`)
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(4).toString('hex')}`)
  try {
    closeSync(openSync(draft, 'wx', 0o600))
  } catch (error) {
    throw new StartupError(`The backup cannot be written: ${(error as Error).message}.`)
  }
  try {
    await write(draft)
    chmodSync(draft, 0o600)
    const descriptor = openSync(draft, 'r+')
    fsyncSync(descriptor)
    closeSync(descriptor)
    giveName(draft, file)
    return statSync(file).size
  } finally {
    rmSync(draft, { force: true })
  }
}

/** A link, unlike a renaming, does not overwrite what has come there meanwhile. */
function giveName(draft: string, file: string): void {
  try {
    linkSync(draft, file)
  } catch (error) {
    throw new StartupError(`The backup cannot be given the name ${file}: ${(error as Error).message}.`)
  }
}

/** @returns of which kind of database a backup is, by its first bytes */
export function kindOf(file: string): 'server' | 'folder' {
  const start = Buffer.alloc(5)
  try {
    const descriptor = openSync(file, 'r')
    readSync(descriptor, start, 0, 5, 0)
    closeSync(descriptor)
  } catch (error) {
    throw new StartupError(`The backup cannot be read: ${(error as Error).message}.`)
  }
  if (start.toString('latin1') === 'PGDMP') return 'server'
  if (start.readUInt16BE(0) === 0x1f8b) return 'folder'
  throw new StartupError(`${file} is not a backup: npm run backup writes another kind of file.`)
}

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Database } from '../db/database'
import { lockFolder } from '../db/folder-lock'
import { openPGlite } from '../db/pglite'
import { StartupError } from '../startup-error'
import { askAtDoor } from './folder-door'

/** Writes a copy of the embedded database, made by the server that has it open, or else by this process. */
export async function dumpFolder(folder: string, draft: string): Promise<void> {
  if (!existsSync(path.join(folder, 'pg'))) throw new StartupError(`There is no database in ${folder}.`)
  writeFileSync(draft, (await askAtDoor(folder)) ?? (await copyClosed(folder)))
}

async function copyClosed(folder: string): Promise<Uint8Array> {
  const unlock = lockFolder(folder)
  try {
    const { PGlite } = await import('@electric-sql/pglite')
    const db = await PGlite.create({ dataDir: path.join(folder, 'pg') })
    const copy = await db.dumpDataDir('gzip')
    await db.close()
    return new Uint8Array(await copy.arrayBuffer())
  } finally {
    unlock()
  }
}

/**
 * Unpacks a backup beside the database, has it looked at, and only then puts it in its place.
 * @param options.replace what is there now is put aside
 * @param look closes nothing; when it throws, nothing is changed
 * @returns what `look` says, and where what was there before is kept
 */
export async function restoreFolder<Result>(
  { folder, file }: { folder: string; file: string },
  { replace }: { replace: boolean },
  look: (database: Database) => Promise<Result>,
): Promise<{ result: Result; before: string | null }> {
  const place = path.join(folder, 'pg')
  const unlock = lockFolder(folder)
  const scratch = path.join(folder, 'linli.restoring')
  try {
    const isTaken = existsSync(place)
    if (isTaken && !replace)
      throw new StartupError(
        `There is a database in ${folder}. To put it aside, say --replace; else choose another folder with DATA_DIR.`,
      )
    rmSync(scratch, { recursive: true, force: true })
    const result = await unpackAndLook({ file, scratch }, look)
    const before = isTaken ? asideOf(folder) : null
    if (before) renameSync(place, before)
    renameSync(path.join(scratch, 'pg'), place)
    return { result, before }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
    unlock()
  }
}

/** @param scratch a folder that is not there yet; who calls removes it */
export async function unpackAndLook<Result>(
  { file, scratch }: { file: string; scratch: string },
  look: (database: Database) => Promise<Result>,
): Promise<Result> {
  await readWhole(file)
  mkdirSync(path.join(scratch, 'pg'), { recursive: true, mode: 0o700 })
  try {
    const { PGlite } = await import('@electric-sql/pglite')
    const loadDataDir = new Blob([readFileSync(file)], { type: 'application/x-gzip' })
    await (await PGlite.create({ dataDir: path.join(scratch, 'pg'), loadDataDir })).close()
  } catch (error) {
    throw new StartupError(`${file} does not hold a database: ${String((error as Error).message)}.`)
  }
  const database = await openPGlite(scratch)
  try {
    return await look(database)
  } finally {
    await database.close()
  }
}

async function readWhole(file: string): Promise<void> {
  try {
    await promisify(gunzip)(readFileSync(file))
  } catch (error) {
    throw new StartupError(`${file} cannot be read to its end: ${(error as Error).message}.`)
  }
}

function asideOf(folder: string): string {
  for (let number = 1; ; number += 1) {
    const aside = path.join(folder, `pg.before-${number}`)
    if (!existsSync(aside)) return aside
  }
}

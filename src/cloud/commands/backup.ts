import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { writeWhole } from '../backup/backup-file'
import { dumpFolder, unpackAndLook } from '../backup/folder-backup'
import { dumpServer, tryOut } from '../backup/postgres-backup'
import { prove } from '../backup/proof'
import { readDatabasePlace } from '../environment'
import { exitWith, StartupError } from '../startup-error'

const USAGE = 'Usage: npm run backup -- FILE [--verify]'

async function backup(): Promise<void> {
  const { file, verify } = readArguments()
  const { databaseUrl, migrationUrl, dataDir } = readDatabasePlace(process.env)
  const bytes = await writeWhole(file, (draft) =>
    databaseUrl ? dumpServer(migrationUrl, draft) : dumpFolder(dataDir, draft),
  )
  process.stdout.write(`${file}: ${bytes} bytes\n`)
  if (!verify) return
  const { lines, holds } = databaseUrl
    ? await tryOut({ url: migrationUrl, file }, prove)
    : await inScratch((scratch) => unpackAndLook({ file, scratch }, prove))
  process.stdout.write(`${lines.join('\n')}\n`)
  if (!holds) process.exitCode = 1
}

async function inScratch<Result>(work: (scratch: string) => Promise<Result>): Promise<Result> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'linli-backup-'))
  try {
    return await work(path.join(scratch, 'data'))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function readArguments(): { file: string; verify: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: process.argv.slice(2),
      options: { verify: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [file] = positionals
    if (!file || positionals.length > 1) throw new Error('One file is named')
    return { file, verify: values.verify }
  } catch (error) {
    throw new StartupError(`${(error as Error).message}. ${USAGE}`)
  }
}

backup().catch(exitWith)

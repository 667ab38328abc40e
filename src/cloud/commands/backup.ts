import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeWhole } from '../backup/backup-file'
import { dumpFolder, unpackAndLook } from '../backup/folder-backup'
import { dumpServer, tryOut } from '../backup/postgres-backup'
import { prove } from '../backup/proof'
import { readDatabasePlace } from '../environment'
import { exitWith } from '../startup-error'
import { readFileArgument } from './file-argument'

const USAGE = 'Usage: npm run backup -- FILE [--verify]'

async function backup(): Promise<void> {
  const { file, said: verify } = readFileArgument('verify', USAGE)
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

backup().catch(exitWith)

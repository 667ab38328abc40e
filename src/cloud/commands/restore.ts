import { kindOf } from '../backup/backup-file'
import { restoreFolder } from '../backup/folder-backup'
import { restoreServer } from '../backup/postgres-backup'
import { prove, type Proof } from '../backup/proof'
import { openDatabase } from '../db/open'
import { readDatabasePlace } from '../environment'
import { exitWith, StartupError } from '../startup-error'
import { readFileArgument } from './file-argument'

const USAGE = 'Usage: npm run restore -- FILE [--replace]'

async function restore(): Promise<void> {
  const { file, said: replace } = readFileArgument('replace', USAGE)
  const place = readDatabasePlace(process.env)
  const kind = kindOf(file)
  if ((kind === 'server') !== (place.databaseUrl !== null)) {
    throw new StartupError(
      kind === 'server'
        ? `${file} is of a PostgreSQL server: set DATABASE_URL.`
        : `${file} is of a data folder: unset DATABASE_URL and name the folder by DATA_DIR.`,
    )
  }
  const { lines, holds } = await (place.databaseUrl
    ? intoServer({ url: place.migrationUrl, file }, replace)
    : intoFolder({ folder: place.dataDir, file }, replace))
  process.stdout.write(`${lines.join('\n')}\nThe backup is restored and the database is up to date.\n`)
  if (!holds) process.exitCode = 1

  async function intoServer(target: { url: string; file: string }, replaces: boolean): Promise<Proof> {
    await restoreServer(target, { replace: replaces })
    // Opened as a server opens it: brought up to date, and as the application's role.
    const database = await openDatabase(place)
    try {
      return await prove(database)
    } finally {
      await database.close()
    }
  }
}

async function intoFolder(target: { folder: string; file: string }, replace: boolean): Promise<Proof> {
  const { result, before } = await restoreFolder(target, { replace }, prove)
  const aside = before ? [`What was there before is in ${before}; remove it when you are sure.`] : []
  return { ...result, lines: [...result.lines, ...aside] }
}

restore().catch(exitWith)

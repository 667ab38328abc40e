import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openDoor } from '../backup/folder-door'
import { StartupError } from '../startup-error'
import type { Database, Parameter, Transaction } from './database'
import { lockFolder } from './folder-lock'
import { migrate } from './migrate'

const INT8 = 20

/**
 * Opens the embedded database in a folder, for trying out and for one small community with backups:
 * it is single-process and does not fsync.
 * @throws StartupError when another process has the folder, or it cannot be written
 */
export async function openPGlite(folder: string): Promise<Database> {
  const unlock = lockFolder(folder)
  try {
    const { PGlite } = await import('@electric-sql/pglite')
    mkdirSync(join(folder, 'pg'), { recursive: true })
    const db = await PGlite.create({ dataDir: join(folder, 'pg'), parsers: { [INT8]: Number } })
    await migrate({ query: queries(db).query, run: async (sql) => void (await db.exec(sql)) })
    // Only a guard against mistakes: in one process the owner is always a RESET ROLE away.
    await db.exec('SET ROLE linli_app')
    const closeDoor = await openDoor(
      folder,
      async () => new Uint8Array(await (await db.dumpDataDir('gzip')).arrayBuffer()),
    )
    return {
      transaction: (work) => db.transaction((transaction) => work(queries(transaction))),
      close: async () => {
        closeDoor()
        await db.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    if (error instanceof StartupError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartupError(`The data folder ${folder} cannot be opened: ${reason}.`)
  }
}

function queries(db: {
  query<Row>(sql: string, parameters?: unknown[]): Promise<{ rows: Row[] }>
}): Transaction {
  return {
    query: async <Row>(sql: string, parameters: readonly Parameter[] = []) =>
      (await db.query<Row>(sql, [...parameters])).rows,
    last: async (statements) => void (await statements()),
  }
}

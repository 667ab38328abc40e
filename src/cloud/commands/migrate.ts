import { openDatabase } from '../db/open'
import { readDatabasePlace } from '../environment'
import { exitWith } from '../startup-error'

// Opening migrates; a deployment that starts many instances runs this once beforehand.
async function run(): Promise<void> {
  const database = await openDatabase(readDatabasePlace(process.env))
  await database.close()
  process.stdout.write('The database is up to date.\n')
}

run().catch(exitWith)

import { openDatabase } from '../db/open'
import { readDatabasePlace } from '../environment'
import { verifyLedger } from '../ledger-check'
import { exitWith } from '../startup-error'

async function run(): Promise<void> {
  const database = await openDatabase(readDatabasePlace(process.env))
  try {
    const { entries, accounts, broken } = await verifyLedger(database)
    for (const fault of broken) process.stdout.write(`broken: ${fault}\n`)
    process.stdout.write(`ledger: ${entries} entries, ${accounts} accounts, ${broken.length} broken\n`)
    if (broken.length > 0) process.exitCode = 1
  } finally {
    await database.close()
  }
}

run().catch(exitWith)

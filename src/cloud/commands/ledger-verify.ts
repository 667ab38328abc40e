import { openDatabase } from '../db/open'
import { readDatabasePlace } from '../environment'
import { verifyLedger } from '../ledger-check'
import { exitWith } from '../startup-error'

const SAY_EVERY = 3000

/** On a terminal one line that counts up; in a log a line every few seconds. */
function progress(): { say: (entries: number) => void; end: () => void } {
  const { isTTY } = process.stderr
  let said = Date.now()
  return {
    say(entries) {
      if (!isTTY && Date.now() - said < SAY_EVERY) return
      said = Date.now()
      process.stderr.write(isTTY ? `\r${entries} entries` : `${entries} entries …\n`)
    },
    end: () => void (isTTY && process.stderr.write('\n')),
  }
}

async function run(): Promise<void> {
  const database = await openDatabase(readDatabasePlace(process.env))
  const { say, end } = progress()
  try {
    const { entries, accounts, broken } = await verifyLedger(database, say)
    end()
    for (const fault of broken) process.stdout.write(`broken: ${fault}\n`)
    process.stdout.write(`ledger: ${entries} entries, ${accounts} accounts, ${broken.length} broken\n`)
    if (broken.length > 0) process.exitCode = 1
  } finally {
    await database.close()
  }
}

run().catch(exitWith)

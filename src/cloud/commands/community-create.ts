import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { text } from '@/contract/fields'
import { openDatabase } from '../db/open'
import { readDatabasePlace } from '../environment'
import { newCommunityCode, newCommunityId, newRowId } from '../ids'
import { insertCommunity, insertGrid } from '../repositories/community'
import { exitWith, StartupError } from '../startup-error'

const USAGE = 'Usage: npm run community:create -- --name 凤凰山社区 [--grid 第一网格 --grid 第二网格 …]'

async function createCommunity(): Promise<void> {
  const { name, grids } = readArguments()
  const database = await openDatabase(readDatabasePlace(process.env))
  try {
    const id = newCommunityId()
    const code = newCommunityCode()
    const now = Date.now()
    await database.transaction(async (tx) => {
      await insertCommunity(tx, { id, name, code, now })
      for (const grid of grids) await insertGrid(tx, id, { id: newRowId(), name: grid })
    })
    process.stdout.write(`Community ${name} (${id}) is made.\n`)
    process.stdout.write(`One-time code of its first admin: ${code}\n`)
    process.stdout.write('Enter it in the app under 我的 → 社区 → 输入社区码. It works once.\n')
  } finally {
    await database.close()
  }
}

function readArguments(): { name: string; grids: string[] } {
  try {
    const { values } = parseArgs({
      args: process.argv.slice(2),
      options: { name: { type: 'string' }, grid: { type: 'string', multiple: true } },
    })
    const grids = values.grid ?? ['第一网格']
    return { name: v.parse(text(20), values.name), grids: grids.map((grid) => v.parse(text(20), grid)) }
  } catch (error) {
    const what = error instanceof v.ValiError ? `a name ${error.issues[0].message}` : (error as Error).message
    throw new StartupError(`${what}. ${USAGE}`)
  }
}

createCommunity().catch(exitWith)

import { randomUUID } from 'node:crypto'
import type { Database } from '@/cloud/db/database'
import { newCommunityId, newRowId } from '@/cloud/ids'
import { insertCommunity, insertGrid } from '@/cloud/repositories/community'
import { insertResident } from '@/cloud/repositories/resident'
import { tick } from '@/cloud/tick'
import { createPlatformServices } from '@/cloud/wechat/platform-services'
import { check } from './checker'
import type { Clock } from './clock'
import type { History } from './history'

/** Before it all: a community with a cadre and so many residents, each with a household. */
export async function settle(database: Database, count: number) {
  const communityId = newCommunityId()
  const residents = Array.from({ length: count }, (_, index) => `resident-${index}`)
  const now = Date.now()
  await database.transaction(async (tx) => {
    await insertCommunity(tx, { id: communityId, name: '凤凰山社区', code: randomUUID(), now })
    await insertGrid(tx, communityId, { id: newRowId(), name: '第一网格' })
    for (const openId of ['cadre', ...residents]) {
      const role = openId === 'cadre' ? 'cadre' : 'resident'
      await insertResident(tx, communityId, { openId, name: openId, role, confirmed: true, now })
    }
  })
  return { communityId, residents }
}

/** After it all: two more ticks, as the next minutes would have brought them, and the question whether all is as it was said. */
export async function tickAndCheck(database: Database, history: History, clock: Clock): Promise<string[]> {
  const failures: string[] = []
  const report = ({ error }: { error: unknown }) => failures.push(`tick failed: ${String(error)}`)
  const now = clock.now()
  // What the cuts have broken in the pool is replaced at its next use.
  await database.transaction((tx) => tx.query('SELECT 1')).catch(() => undefined)
  await database.transaction((tx) => tx.query('SELECT 1')).catch(() => undefined)
  // Twice: what the first brings may let somebody have what was not theirs before.
  for (const _ of [1, 2]) await tick({ database, services: createPlatformServices(null), report }, now)
  return [...failures, ...(await check(database, history.operations, now))]
}

import type { Instant } from '@/domain/time'
import type { Database } from '../db/database'
import { insertCommunity, listCommunities } from '../repositories/community'
import { insertResident } from '../repositories/resident'
import { personas } from './personas'

/** Fills an empty database with the demo community. */
export async function seed(
  database: Database,
  { now, say }: { doorKey: string; now: Instant; say: (line: string) => void },
): Promise<void> {
  say('Seeding the demo community …')
  await database.transaction(async (tx) => {
    if ((await listCommunities(tx, '', 1)).length > 0) return
    await insertCommunity(tx, { id: 'dem000', name: '凤凰山社区', code: 'demo-demo-demo', now })
    for (const { code, name } of personas) {
      if (code === 'visitor') continue
      const role = code === 'admin' || code === 'cadre' ? code : 'resident'
      await insertResident(tx, 'dem000', { openId: `demo:${code}`, name, role, confirmed: true, now })
    }
  })
}

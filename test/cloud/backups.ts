import { execFile } from 'node:child_process'
import type { Database } from '@/cloud/db/database'
import { DAY, HOUR } from '@/domain/time'
import { pictureBookClass, post } from './calls'
import { done, settle, type TestDeployment } from './deployment'
import { give } from './give'

/** Runs `npm run backup` or `npm run restore`. @returns its exit code and all it said */
export function command(name: 'backup' | 'restore', args: string[], env: Record<string, string>) {
  return new Promise<{ code: number; text: string }>((resolve) => {
    execFile(
      process.execPath,
      ['config/run.mjs', `src/cloud/commands/${name}.ts`, ...args],
      { env: { PATH: process.env.PATH, ...env } as unknown as NodeJS.ProcessEnv },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, text: stdout + stderr }),
    )
  })
}

export interface Crowd {
  communityId: string
  slotId: string
  names: string[]
}

/** A community with a post for many, and the neighbours who will claim it; one of them has points. */
export async function gather(linli: TestDeployment, people: number): Promise<Crowd> {
  const { communityId, resident } = await settle(linli)
  const names = Array.from({ length: people }, (_, index) => `neighbour-${index}`)
  for (const name of names) await resident(name)
  await give(linli, 'neighbour-0', 30)
  const startsAt = linli.clock.now + 5 * DAY + HOUR
  const call = pictureBookClass(communityId, startsAt, [post({ capacity: people })])
  const sessionId = (await done(linli, 'cadre', 'publishCall', call)).sessionIds[0] ?? ''
  const { slots } = await done(linli, 'cadre', 'getSession', { communityId, sessionId })
  return { communityId, slotId: slots[0]?.id ?? '', names }
}

export const claim = ({ communityId, slotId }: Crowd) => ({ communityId, slotId, party: [{ kind: 'self' }] })

/** Who holds a place, by name. */
export async function holders(database: Database): Promise<string[]> {
  const rows = await database.transaction((tx) =>
    tx.query<{ name: string }>(
      `SELECT r.open_id AS name FROM booking b
       JOIN resident r ON r.community_id = b.community_id AND r.id = b.booked_by`,
    ),
  )
  return rows.map(({ name }) => name)
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { HOUR, MINUTE, type Instant } from '@/domain/time'
import { pictureBookClass, post } from '../cloud/calls'
import { moveClock, Person, runCommand, startServer, type RunningServer } from './server'

/** A community with nobody in it but its first cadre, on a server of its own. */
export interface Community {
  server: RunningServer
  communityId: string
  cadre: Person
  /** Somebody with a phone, no member yet. */
  person(code: string): Promise<Person>
  /** A member whom the cadre has confirmed. */
  confirmed(code: string, name: string): Promise<Person>
  /** Publishes 周六绘本课, or what `activity` makes of it, as the cadre. @returns the session's id */
  publish(slots: object[], startsAt: Instant, activity?: object): Promise<string>
  stop(): Promise<void>
}

export async function startCommunity(): Promise<Community> {
  const folder = mkdtempSync(path.join(tmpdir(), 'linli-community-'))
  const { DATABASE_URL: _, ...rest } = process.env
  const env = { ...rest, DATA_DIR: folder, PORT: '0', LINLI_MODE: 'demo', LINLI_DEMO_SEED: 'none' }
  const made = await runCommand('src/cloud/commands/community-create.ts', ['--name', '凤凰山社区'], env)
  const server = await startServer(env)
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const person = (code: string) => new Person(server.base, code).signIn()
  const settled = async () => {
    const first = await person('cadre')
    const code = /admin: (\S+)/.exec(made)?.[1]
    return { first, ...(await first.do('redeemCommunityCode', { code, name: '王敏' })) }
  }
  // A server that is left behind would keep the whole run from ending.
  const { first: cadre, communityId } = await settled().catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return {
    server,
    communityId,
    cadre,
    person,
    confirmed: async (persona, name) => {
      const neighbour = await person(persona)
      const { residentId } = await neighbour.do('joinCommunity', { communityId, name })
      await cadre.do('confirmResident', { communityId, residentId })
      return neighbour
    },
    publish: async (slots, startsAt, activity) => {
      const call = pictureBookClass(communityId, startsAt, slots, activity)
      const { sessionIds } = await cadre.do('publishCall', call)
      return sessionIds[0] ?? ''
    },
    stop,
  }
}

/** An hour's duty at `startsAt`, from claim to closed books; it is then an hour later, and they have ten points. */
export async function earnTen(community: Community, volunteer: Person, startsAt: Instant): Promise<void> {
  const { cadre, communityId, server } = community
  const sessionId = await community.publish([post({ title: '护学岗' })], startsAt)
  const { slots } = await volunteer.do('getSession', { communityId, sessionId })
  await volunteer.do('bookSlot', { communityId, slotId: slots[0]?.id, party: [{ kind: 'self' }] })
  await moveClock(server.base, startsAt - 5 * MINUTE)
  const { code } = await cadre.do('getCheckInCode', { communityId, sessionId })
  await volunteer.do('checkIn', { communityId, sessionId, code })
  await moveClock(server.base, startsAt + HOUR)
  await cadre.do('confirmSession', { communityId, sessionId, headCount: 1, absent: [] })
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Person, runCommand, startServer, type RunningServer } from './server'

/** A community with nobody in it but its first cadre, on a server of its own. */
export interface Community {
  server: RunningServer
  communityId: string
  cadre: Person
  /** Somebody with a phone, no member yet. */
  person(code: string): Promise<Person>
  /** A member whom the cadre has confirmed. */
  confirmed(code: string, name: string): Promise<Person>
  stop(): Promise<void>
}

export async function startCommunity(): Promise<Community> {
  const folder = mkdtempSync(path.join(tmpdir(), 'linli-community-'))
  const { DATABASE_URL: _, ...rest } = process.env
  const env = { ...rest, DATA_DIR: folder, PORT: '0', LINLI_MODE: 'demo', LINLI_DEMO_SEED: 'none' }
  const made = await runCommand('src/cloud/commands/community-create.ts', ['--name', '凤凰山社区'], env)
  const server = await startServer(env)
  const person = (code: string) => new Person(server.base, code).signIn()
  const cadre = await person('cadre')
  const code = /admin: (\S+)/.exec(made)?.[1]
  const { communityId } = await cadre.do('redeemCommunityCode', { code, name: '王敏' })
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
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

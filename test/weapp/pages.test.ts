import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DAY } from '@/domain/time'
import { pictureBookClass, post, seat } from '../cloud/calls'
import { Person, runCommand, startServer, type RunningServer } from '../scenario/server'
import { openPage, type OpenPage } from './mini-program'

const folder = mkdtempSync(path.join(tmpdir(), 'linli-weapp-'))
const { DATABASE_URL: _, ...rest } = process.env
const env = { ...rest, DATA_DIR: folder, PORT: '0', LINLI_MODE: 'demo', LINLI_DEMO_SEED: 'none' }

let server: RunningServer
let cadre: Person
let communityId: string
let sessionId: string

beforeAll(async () => {
  const made = await runCommand('src/cloud/commands/community-create.ts', ['--name', '凤凰山社区'], env)
  server = await startServer(env)
  cadre = await new Person(server.base, 'cadre').signIn()
  const code = /admin: (\S+)/.exec(made)?.[1]
  communityId = (await cadre.do('redeemCommunityCode', { code, name: '王敏' })).communityId
  const slots = [post({ capacity: 1 }), seat()]
  const call = await cadre.do('publishCall', pictureBookClass(communityId, Date.now() + 5 * DAY, slots))
  sessionId = call.sessionIds[0] ?? ''
}, 120_000)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The page a share card opens, on the phone of one person; the cloud function is the real server. */
function openCard(person: Person): Promise<OpenPage> {
  return openPage('pages/session/index', { c: communityId, s: sessionId }, ({ data }) => {
    const { action, payload, requestId } = data as { action: string; payload: unknown; requestId: string }
    return person.send(action, payload, requestId)
  })
}

it('claims a post from the share card with one tap, in the built mini-program', async () => {
  const volunteer = await new Person(server.base, 'volunteer').signIn()
  const page = await openCard(volunteer)
  await page.shows('我来认领')
  for (const words of ['周六绘本课', '社区图书室', '还差 1 人']) expect(page.text()).toContain(words)
  await page.tap('#verdict-button')
  await page.shows('已认领 ✓')
  const view = await cadre.do('getSession', { communityId, sessionId })
  expect(view.slots[0]?.places.held).toBe(1)
  page.close()
})

it('offers the waitlist to the next who opens the card', async () => {
  const late = await new Person(server.base, 'parent-new').signIn()
  const page = await openCard(late)
  await page.shows('我要候补(第 1 位)')
  await page.tap('#verdict-button')
  await page.shows('候补中·第 1 位')
  page.close()
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Person, runCommand, startServer, type RunningServer } from '../scenario/server'
import { openPage, type OpenPage } from './mini-program'

const folder = mkdtempSync(path.join(tmpdir(), 'linli-weapp-cadre-'))
const { DATABASE_URL: _, ...rest } = process.env
const env = { ...rest, DATA_DIR: folder, PORT: '0', LINLI_MODE: 'demo', LINLI_DEMO_SEED: 'none' }

let server: RunningServer
let cadre: Person

beforeAll(async () => {
  const made = await runCommand('src/cloud/commands/community-create.ts', ['--name', '凤凰山社区'], env)
  server = await startServer(env)
  cadre = await new Person(server.base, 'cadre').signIn()
  await cadre.do('redeemCommunityCode', { code: /admin: (\S+)/.exec(made)?.[1] ?? '', name: '王敏' })
}, 120_000)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

function open(page: string, query: Record<string, string> = {}): Promise<OpenPage> {
  return openPage(`packages/cadre/${page}/index`, query, ({ data }) => {
    const { action, payload, requestId } = data as { action: string; payload: unknown; requestId: string }
    return cadre.send(action, payload, requestId)
  })
}

let published: string

it('publishes from a template in two taps, and hands over a card to share', async () => {
  const page = await open('publish')
  await page.shows('发一个什么招募')
  await page.tap('#publish-template-traffic_duty')
  await page.shows('2 个岗位')
  await page.tap('#publish-submit')
  await page.shows('发出去了')
  const card = page.call('onShareAppMessage', { from: 'button' }) as { title: string; path: string }
  expect(card.title).toContain('放学护学岗')
  published = /s=(\w+)/.exec(card.path)?.[1] ?? ''
  page.close()
})

it('publishes on days tapped in the calendar, one session on each', async () => {
  const page = await open('publish')
  await page.tap('#publish-template-garden')
  await page.tap('#call-times .chip', 2)
  await page.shows('点一下选上')
  await page.tap('#given-days-later')
  const [, year, month = ''] = /(\d{4})年(\d+)月/.exec(page.text()) ?? []
  const tapDay = (day: number) => page.tap(`#day-${year}-${month.padStart(2, '0')}-${day}`)
  await tapDay(10)
  await tapDay(20)
  await tapDay(20)
  await tapDay(21)
  await page.tap('#publish-submit')
  await page.shows('一共 3 场')
  page.close()
})

it('shows on the desk how the call fills', async () => {
  const page = await open('desk')
  await page.shows('放学护学岗')
  for (const words of ['交通引导(东门)', '0/2', '还差 2 人', '名单']) expect(page.text()).toContain(words)
  page.close()
})

it('shows the roster, with nobody to confirm yet', async () => {
  const { communityId } = (await cadre.do('whoAmI', {})).memberships[0] ?? { communityId: '' }
  const page = await open('roster', { c: communityId, s: published })
  await page.shows('还没有人报名')
  page.close()
})

it('has nobody waiting to be confirmed in a new community', async () => {
  const page = await open('members')
  await page.shows('没有人在等')
  page.close()
})

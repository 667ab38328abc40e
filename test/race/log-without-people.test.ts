import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { CONSENT_VERSION } from '@/domain/child'
import { HOUR } from '@/domain/time'
import { pictureBookClass, post, seat } from '../cloud/calls'
import { deploy, settle, type Neighbourhood, type TestDeployment } from '../cloud/deployment'
import { Person } from '../scenario/server'

// Whoever reads the log of a server must not learn who lives there. Everything here goes through the real one.

let linli: TestDeployment
let here: Neighbourhood
let wechat: Server
let server: ChildProcess
let base: string
let log = ''
/** answers of the platform that fail, in turn */
const troubles = ['{"errcode":40001,"errmsg":"invalid credential"}', '<html>502</html>', '']
let asked = 0

const APP_SECRET = 'secret-of-the-app-0123456789'
const TOKEN_SECRET = 'token-secret-'.repeat(4)
const DOOR_KEY = 'door-key-'.repeat(5)

beforeAll(async () => {
  linli = await deploy(Date.now())
  here = await settle(linli)
  wechat = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://wechat')
    if (url.pathname === '/sns/jscode2session')
      return response.end(JSON.stringify({ openid: `open-${url.searchParams.get('js_code')}` }))
    asked += 1
    if (asked % 4 === 0) return request.socket.destroy()
    return response.end(troubles[asked % troubles.length])
  })
  wechat.listen(0, '127.0.0.1')
  await once(wechat, 'listening')
  const env = {
    ...{
      PATH: process.env.PATH,
      DATABASE_URL: linli.url,
      LINLI_MODE: 'login',
      PORT: '0',
      LOG_LEVEL: 'trace',
    },
    ...{ WX_APPID: 'wx1', WX_SECRET: APP_SECRET, TOKEN_SECRET, DOOR_KEY },
    WX_API_URL: `http://127.0.0.1:${(wechat.address() as AddressInfo).port}`,
  }
  server = spawn(process.execPath, ['dist/server/server.mjs'], {
    env: env as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  server.stdout?.on('data', (chunk) => (log += String(chunk)))
  server.stderr?.on('data', (chunk) => (log += String(chunk)))
  for (let tries = 0; !/http:\/\/\S+/.test(log); tries += 1) {
    if (server.exitCode !== null || tries > 3000) throw new Error(`no server: ${log}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  base = /(http:\/\/\S+)/.exec(log)?.[1] ?? ''
})
afterAll(async () => {
  if (server.exitCode === null) {
    server.kill('SIGKILL')
    await once(server, 'exit')
  }
  wechat.close()
  await linli.close()
})

async function asOwner(sql: string): Promise<void> {
  const owner = new pg.Client({ connectionString: linli.url })
  await owner.connect()
  await owner.query(sql)
  await owner.end()
}

const code = (n: number) => `login-code-${n}-abcdef`
const names = ['林晓月', '赵国强', '欧阳娜娜', 'Wei<script>', '王叔叔🌻']
const child = (n: number) => `小宝贝${n}号`
const phoneOf = (n: number) => `1380013800${n}`
const DOOR = '1单元9902室'
const BUILDING = '凤鸣苑77栋'

it('a busy session, with refusals, bad input and failures, leaves no name, number or token in the log', async () => {
  const { communityId, gridId } = here
  const people = await Promise.all(names.map((_, n) => new Person(base, code(n)).signIn()))
  const tokens = people.map((person) => (person as unknown as { token: string }).token)
  for (const [n, person] of people.entries()) {
    await person.do('joinCommunity', { communityId, name: names[n] })
    await person.do('setAddress', { communityId, gridId, building: BUILDING, door: DOOR })
    await person.do('setPhone', { communityId, phone: phoneOf(n) })
    await person.do('addChild', {
      communityId,
      nickname: child(n),
      ageBand: '3-6',
      consentVersion: CONSENT_VERSION,
    })
  }
  await asOwner(`UPDATE resident SET role = 'admin', confirmed_at = 1 WHERE open_id = 'open-${code(0)}'`)
  const [cadre, ...residents] = people as [Person, ...Person[]]
  const slots = [post({ capacity: 2 }), seat({ capacity: 1 })]
  const draft = pictureBookClass(communityId, Date.now() + 48 * HOUR, slots, { contact: '找欧阳娜娜' })
  await cadre.ask('publishCall', draft)
  await linli.database.transaction((tx) => tx.query('SELECT 1'))
  const held = await cadre.do('listHeldCalls', { communityId })
  for (const { id } of held.calls) await cadre.ask('releaseHeldCall', { communityId, heldId: id })
  const [session] = await linli.database.transaction((tx) =>
    tx.query<{ id: string; slotId: string }>(
      'SELECT s.id, l.id AS "slotId" FROM session s JOIN slot l ON l.session_id = s.id ORDER BY l.rank',
    ),
  )
  if (!session) throw new Error('nothing was published')
  const at = { communityId, sessionId: session.id }
  const self = [{ kind: 'self' }]
  const taken = await Promise.all(
    residents.map((person) => person.ask('bookSlot', { communityId, slotId: session.slotId, party: self })),
  )
  expect(taken.filter((it) => !it.ok).length).toBeGreaterThan(0)
  await cadre.ask('revealRoster', { ...at, why: '给林晓月打电话' })
  await cadre.ask('findResidents', { communityId, names })
  await residents[0]?.ask('checkIn', { ...at, code: '000000' })
  await residents[0]?.ask('setPhone', { communityId, phone: `${phoneOf(7)}999` })
  await residents[0]?.ask('addChild', { communityId, nickname: '长'.repeat(200), ageBand: '3-6' })
  await residents[0]?.ask('getSession', { communityId, sessionId: '../../etc' })
  await post0(`/api/${encodeURIComponent(names[0] ?? '')}`, '{"name":"林晓月"')
  await post0('/api/bookSlot', `{"name":"${names[1]}"`, `Bearer ${tokens[1]}`)
  await post0('/api/addChild', JSON.stringify({ nickname: child(2).repeat(20_000) }), `Bearer ${tokens[2]}`)
  await fetch(`${base}/files/${tokens[0]}`).catch(() => null)
  await fetch(`${base}/?name=${encodeURIComponent('赵国强')}`).catch(() => null)

  // Ours to fail, each time with an error of PostgreSQL that quotes the whole row.
  await asOwner(`ALTER TABLE child ADD CHECK (nickname <> '${child(1)}') NOT VALID;
                 ALTER TABLE resident ADD CHECK (phone <> '${phoneOf(8)}') NOT VALID;
                 ALTER TABLE resident ADD CHECK (name <> '钱多多') NOT VALID`)
  const broken = [
    await residents[1]?.ask('addChild', {
      communityId,
      nickname: child(1),
      ageBand: '3-6',
      consentVersion: CONSENT_VERSION,
    }),
    await residents[1]?.ask('setPhone', { communityId, phone: phoneOf(8) }),
    await residents[1]?.ask('joinCommunity', { communityId, name: '钱多多' }),
  ]
  expect(broken.map((it) => (it?.ok ? 'ok' : it?.error.code))).toEqual(['internal', 'internal', 'internal'])
  await asOwner('ALTER TABLE notice RENAME TO notice_away')
  expect(await residents[2]?.ask('listNotices', { communityId })).toMatchObject({
    error: { code: 'internal' },
  })
  await asOwner('ALTER TABLE notice_away RENAME TO notice')
  const link = await residents[2]?.do('exportMyData', { communityId, format: 'json' })
  expect((await fetch(`${base}${link?.url}`)).status).toBe(200)
  await residents[2]?.do('deleteAccount', { communityId, dryRun: false })

  server.kill('SIGTERM')
  await once(server, 'exit')
  expect(log.match(/request failed/g)?.length).toBeGreaterThanOrEqual(4)
  // Whose request it was is told by its id, beside the query as well.
  const lines = log.split('\n').filter((line) => /"msg":"(request|query) failed"/.test(line))
  expect(lines.filter((line) => line.includes('query failed')).length).toBeGreaterThanOrEqual(4)
  expect(lines.filter((line) => !/"requestId":"scenario-\d+"/.test(line))).toEqual([])
  const secrets = [
    ...names,
    ...names.map((name) => encodeURIComponent(name)),
    ...names.map((_, n) => child(n)),
    ...['钱多多', BUILDING, DOOR, '凤鸣苑', '9902', 'open-', 'login-code', '找欧阳', '打电话', '长长长'],
    ...[0, 1, 2, 3, 4, 7, 8].map(phoneOf),
    ...[...tokens, link?.url ?? '', APP_SECRET, TOKEN_SECRET, DOOR_KEY, new URL(linli.url).password].filter(
      Boolean,
    ),
    ...tokens.map((token) => token.split('.')[0] ?? token),
  ]
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([])
})

async function post0(path: string, body: string, authorization?: string): Promise<void> {
  const headers = { 'X-Request-Id': 'request-0001', ...(authorization && { Authorization: authorization }) }
  // Too much is cut off, which the sender may see as a broken line.
  await fetch(base + path, { method: 'POST', body, headers }).catch(() => null)
}

import { strFromU8, unzipSync } from 'fflate'
import type { Hono } from 'hono'
import { createSignedLinks } from '@/cloud/files/signed-links'
import { createHttp } from '@/cloud/http'
import { MINUTE } from '@/domain/time'
import { call, deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'
import { correctService, publishService, recordService } from './services'

const NOW = Date.parse('2026-11-20T12:00:00+08:00')
const SECRET = 's'.repeat(32)
const TITLES = '姓名,志愿者编号,活动,日期,地点,服务内容,时长(小时),评价,领队,记录人'

let linli: TestDeployment
let here: Neighbourhood
let app: Hono
const ids: Record<string, string> = {}

beforeAll(async () => {
  linli = await deploy(NOW)
  here = await settle(linli)
  app = createHttp({ deployment: linli, trustGateway: false, links: createSignedLinks(SECRET), assets: null })
})
beforeEach(() => {
  linli.clock.now = NOW
})
afterAll(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

async function served(openId: string, name: string | null, activity: object = {}, minutes = 60) {
  ids[openId] ??= await here.resident(openId)
  await linli.database.transaction((tx) =>
    tx.query('UPDATE resident SET name = $3 WHERE community_id = $1 AND id = $2', [
      here.communityId,
      ids[openId] ?? '',
      name,
    ]),
  )
  const startsAt = Date.parse('2026-09-06T10:00:00+08:00')
  const session = await publishService(linli, here, startsAt, activity)
  return recordService(linli, here, { residentId: ids[openId], ...session, startsAt, minutes })
}

const linkFor = (openId: string, format: string, year = 2026) =>
  done(linli, openId, 'exportServiceRecords', { communityId: here.communityId, year, format })

async function csvOf(openId: string, year?: number): Promise<string> {
  const { url } = await linkFor(openId, 'csv', year)
  const bytes = new Uint8Array(await (await app.request(url)).arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  return new TextDecoder().decode(bytes)
}

/** The cells of the first sheet: text as `"…"`, numbers bare, a formula as `=…`. */
async function cellsOf(url: string): Promise<string[][]> {
  const response = await app.request(url)
  expect(response.status).toBe(200)
  const parts = unzipSync(new Uint8Array(await response.arrayBuffer()))
  const text = (name: string) => (parts[name] ? strFromU8(parts[name]) : '')
  const plain = (xml: string) =>
    [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)]
      .map(([, it = '']) => it)
      .join('')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;|&apos;/g, "'")
      .replace(/&amp;/g, '&')
  const shared = [...text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, it = '']) =>
    plain(it),
  )
  const sheet = text('xl/worksheets/sheet1.xml')
  return [...sheet.matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = '', inside = '']) => {
      if (inside.includes('<f')) return `=${inside}`
      const value = /<v>([^<]*)<\/v>/.exec(inside)?.[1] ?? ''
      if (attributes.includes('t="s"')) return `"${shared[Number(value)]}"`
      if (attributes.includes('t="inlineStr"')) return `"${plain(inside)}"`
      return value
    }),
  )
}

describe('a record as a file', () => {
  it('has the fields of a volunteer service record, in CSV with a BOM and CRLF', async () => {
    const recordId = await served('wang', '王小明', { contact: '护学队 陈队长' }, 90)
    await correctService(linli, here, recordId, -15)
    await done(linli, 'wang', 'setRecordDetails', {
      communityId: here.communityId,
      volunteerNumber: '440300000012345',
    })
    const text = await csvOf('wang')
    expect(text.split('\r\n')).toEqual([
      '邻里平台记录(志愿服务)',
      '凤凰山社区 2026年',
      '共 1.3 小时，1 次',
      '这是邻里平台上的记录，不是证明文件。',
      TITLES,
      '王小明,440300000012345,周六绘本课,2026-09-06,社区图书室,领读志愿者,1.3,,护学队 陈队长,社区干部 cadre',
      '',
    ])
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
  })

  it('has the same in XLSX, hours as a number', async () => {
    const { url, name, expiresAt } = await linkFor('wang', 'xlsx')
    expect([name, expiresAt]).toEqual(['平台记录-2026年.xlsx', NOW + 5 * MINUTE])
    const cells = await cellsOf(url)
    expect(cells[4]).toEqual(TITLES.split(',').map((title) => `"${title}"`))
    expect(cells[5]?.slice(0, 7)).toEqual([
      ...['王小明', '440300000012345', '周六绘本课', '2026-09-06', '社区图书室', '领读志愿者'].map(
        (it) => `"${it}"`,
      ),
      '1.3',
    ])
  })

  it('comes with its name, as what it is, and to be kept nowhere', async () => {
    const { url } = await linkFor('wang', 'xlsx')
    const { headers } = await app.request(url)
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="linli.xlsx"; filename*=UTF-8''${encodeURIComponent('平台记录-2026年.xlsx')}`,
    )
    expect(headers.get('content-type')).toMatch(/spreadsheetml\.sheet$/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('of an empty year says that there is nothing', async () => {
    expect((await csvOf('wang', 2019)).split('\r\n').slice(2)).toEqual([
      '共 0 小时，0 次',
      '这是邻里平台上的记录，不是证明文件。',
      TITLES,
      '没有记录',
      '',
    ])
    const cells = await cellsOf((await linkFor('wang', 'xlsx', 2019)).url)
    expect(cells.slice(-2).map((row) => row[0])).toEqual(['"姓名"', '"没有记录"'])
  })

  it('leaves the name empty where none was given', async () => {
    await served('nameless', null)
    expect((await csvOf('nameless')).split('\r\n')[5]).toMatch(/^,,周六绘本课,/)
  })

  it.each([1900, 9999, 1.5])('is not of the year %p', async (year) => {
    const payload = { communityId: here.communityId, year, format: 'csv' }
    const answer = await call(linli, 'wang', 'exportServiceRecords', payload)
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad_input' } })
  })
})

describe('a name that a spreadsheet would run', () => {
  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+8613', "'+8613"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tcmd', "'\tcmd"],
    ['\rcmd', `"'\rcmd"`],
    ['\ncmd', `"'\ncmd"`],
    ['＝１', "'＝１"],
  ])('%j stays text in both formats', async (name, inCsv) => {
    const openId = `injector-${name}`
    await served(openId, name, { title: name.trim() || 'x', contact: name })
    const [, line = ''] = (await csvOf(openId)).split(`${TITLES}\r\n`)
    expect(line.startsWith(`${inCsv},`)).toBe(true)
    const rows = await cellsOf((await linkFor(openId, 'xlsx')).url)
    const cells = rows.at(-1) ?? []
    expect(cells.some((cell) => cell.startsWith('='))).toBe(false)
    expect(cells[0]?.startsWith('"')).toBe(true)
    expect(cells[0]?.slice(1, -1).trim()).toBe(name.trim())
  })

  it('keeps quotes, commas and lines inside its cell', async () => {
    await served('quoted', '王"小",\n明')
    expect((await csvOf('quoted')).split(`${TITLES}\r\n`)[1]).toMatch(/^"王""小"",\n明",,/)
  })
})

describe('the link to a file', () => {
  const statusOf = async (url: string) => {
    const response = await app.request(url)
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
    return response.status
  }

  it('is over after five minutes, and says so in plain words', async () => {
    const { url } = await linkFor('wang', 'csv')
    linli.clock.now = NOW + 5 * MINUTE - 1
    expect((await app.request(url)).status).toBe(200)
    linli.clock.now = NOW + 5 * MINUTE
    expect(await statusOf(url)).toBe(403)
    expect(await (await app.request(url)).text()).toContain('链接过期了')
  })

  it('is not to be forged: another person, another year, another signature, half of it', async () => {
    const { url } = await linkFor('wang', 'csv')
    const [body = '', signature = ''] = url.replace('/files/', '').split('.')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as unknown[]
    const encode = (changed: unknown[]) => Buffer.from(JSON.stringify(changed)).toString('base64url')
    const other = claims.map((it, index) => (index === 2 ? ids.nameless : it))
    const later = claims.map((it, index) => (index === 5 ? NOW * 2 : it))
    for (const forged of [
      `${encode(other)}.${signature}`,
      `${encode(later)}.${signature}`,
      `${body}.${signature.slice(1)}`,
      `${body}.`,
      body,
      'a.b.c',
      '%00',
    ]) {
      expect(await statusOf(`/files/${forged}`)).toBe(404)
    }
  })

  it('is good for its deployment alone', async () => {
    const foreign = createSignedLinks('o'.repeat(32))
    const who = { communityId: here.communityId, residentId: ids.wang ?? '' }
    const { url } = await linli.database.transaction((tx) =>
      foreign.offer({ tx, now: NOW }, { what: 'serviceRecords', ...who, ask: { year: 2026 }, format: 'csv' }),
    )
    expect(await statusOf(url)).toBe(404)
  })

  it('is no token to sign in with, nor is a token one', async () => {
    const { url } = await linkFor('wang', 'csv')
    const { identities } = linli.services
    expect(identities.read(url.replace('/files/', ''), NOW)).toBeNull()
    expect(await statusOf(`/files/${identities.issue('wang', NOW).token}`)).toBe(404)
  })

  it('gives nothing any more to who has lost the role meanwhile', async () => {
    await here.resident('dismissed', { role: 'cadre' })
    const payload = { communityId: here.communityId, year: 2026, month: null, format: 'csv' }
    const { url } = await done(linli, 'dismissed', 'exportHonours', payload)
    expect((await app.request(url)).status).toBe(200)
    await linli.database.transaction((tx) =>
      tx.query("UPDATE resident SET role = 'resident' WHERE community_id = $1 AND open_id = 'dismissed'", [
        here.communityId,
      ]),
    )
    expect(await statusOf(url)).toBe(403)
  })

  it('is not to be had where no links are signed', async () => {
    const bare = createHttp({ deployment: linli, trustGateway: false, assets: null })
    expect((await bare.request((await linkFor('wang', 'csv')).url)).status).toBe(404)
  })
})

import { strFromU8, unzipSync } from 'fflate'
import { createSignedLinks } from '@/cloud/files/signed-links'
import { createHttp } from '@/cloud/http'
import { CONSENT_VERSION } from '@/domain/child'
import { MY_SECTIONS, type MySection } from '@/domain/my-data'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import { pictureBookClass, post, seat } from './calls'
import { call, deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'
import { moveInWith } from './neighbours'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
const self = [{ kind: 'self' }]
const NAME = '=HYPERLINK("x")'

let linli: TestDeployment
let here: Neighbourhood
let communityId: string
let me: string
/** Somebody with something in every section, who lives with a grandmother and beside a neighbour. */
beforeAll(async () => {
  linli = await deploy(MONDAY)
  here = await settle(linli)
  communityId = here.communityId
  me = await here.resident('me')
  await here.resident('grandmother')
  await here.resident('neighbour')
  await moveInWith(linli, 'grandmother', 'me')
  await done(linli, 'me', 'joinCommunity', { communityId, name: NAME })
  await done(linli, 'grandmother', 'joinCommunity', { communityId, name: '外婆' })
  await done(linli, 'neighbour', 'joinCommunity', { communityId, name: '隔壁王叔' })
  await done(linli, 'cadre', 'joinCommunity', { communityId, name: '李干部' })
  await done(linli, 'me', 'setPhone', { communityId, phone: '13812345678' })
  await done(linli, 'grandmother', 'setPhone', { communityId, phone: '13899999999' })
  await done(linli, 'me', 'setAddress', { communityId, gridId: here.gridId, building: '3栋', door: '101' })
  await linli.database.transaction((tx) => tx.query('UPDATE resident SET confirmed_at = joined_at'))
  const child = { communityId, nickname: '小满', ageBand: '3-6', consentVersion: CONSENT_VERSION }
  const { childId } = await done(linli, 'me', 'addChild', child)
  await done(linli, 'me', 'claimSkill', { communityId, skill: 'tailoring' })
  const drawAt = new Date(SATURDAY + 3 * DAY).toISOString()
  const slots = [post({ capacity: 5 }), seat({ capacity: 1 })]
  const { sessionId, ids } = await publish(slots, SATURDAY)
  const raffle = await publish([seat({ ageBand: null, allocation: 'draw', drawAt })], SATURDAY + 7 * DAY)
  const full = await publish([post({ capacity: 1 })], SATURDAY + DAY)
  await done(linli, 'neighbour', 'bookSlot', { communityId, slotId: full.ids[0], party: self })
  await done(linli, 'me', 'joinWaitlist', { communityId, slotId: full.ids[0], party: self, usePoints: false })
  await done(linli, 'me', 'applyForDraw', { communityId, slotId: raffle.ids[0], party: self, points: 0 })
  for (const who of ['me', 'grandmother', 'neighbour'])
    await done(linli, who, 'bookSlot', { communityId, slotId: ids[0], party: self })
  await done(linli, 'me', 'bookSlot', { communityId, slotId: ids[1], party: [{ kind: 'child', childId }] })
  await done(linli, 'cadre', 'revealRoster', { communityId, sessionId, why: '点名' })
  await linli.database.transaction((tx) =>
    tx.query(
      `INSERT INTO message_accept (community_id, resident_id, template, accepted, updated_at)
       VALUES ($1, $2, 'reminder', 2, $3)`,
      [communityId, me, MONDAY],
    ),
  )
  linli.clock.now = SATURDAY
  const { slots: rows } = await done(linli, 'cadre', 'getRoster', { communityId, sessionId })
  for (const { attendeeId } of rows.flatMap((slot) => slot.rows))
    await done(linli, 'cadre', 'markPresent', { communityId, sessionId, attendeeId, why: '当面' })
  linli.clock.now = SATURDAY + HOUR + MINUTE
  await done(linli, 'cadre', 'confirmSession', { communityId, sessionId, headCount: 4, absent: [] })
  const { entries } = await done(linli, 'me', 'getStatement', { communityId })
  await done(linli, 'me', 'disputeEntry', { communityId, seq: entries[0]?.seq, cause: 'other', note: '多了' })
})
afterAll(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

async function publish(slots: object[], startsAt: number) {
  const published = await done(linli, 'cadre', 'publishCall', pictureBookClass(communityId, startsAt, slots))
  const sessionId = published.sessionIds[0] ?? ''
  const view = await done(linli, 'cadre', 'getSession', { communityId, sessionId })
  return { sessionId, ids: view.slots.map((slot) => slot.id) }
}

const list = (section: MySection, who = 'me', cursor?: string) =>
  done(linli, who, 'listMyData', { communityId, section, ...(cursor ? { cursor } : {}) })
const told = async (section: MySection, who = 'me') =>
  (await list(section, who)).lines.map(({ what, details }) => [what, ...details].join(' '))

async function fileOf(format: string, who = 'me'): Promise<Response> {
  const links = createSignedLinks('s'.repeat(32))
  const app = createHttp({ deployment: linli, trustGateway: false, links, assets: null })
  const { url } = await done(linli, who, 'exportMyData', { communityId, format })
  return app.request(url)
}
async function sheetOf(who = 'me'): Promise<string> {
  const parts = unzipSync(new Uint8Array(await (await fileOf('xlsx', who)).arrayBuffer()))
  return Object.entries(parts)
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, bytes]) => strFromU8(bytes))
    .join('\n')
}

it('has something of every kind, counted, with the own number whole', async () => {
  const { phone, sections } = await done(linli, 'me', 'getMyData', { communityId })
  expect(phone).toBe('13812345678')
  expect(sections.map((it) => it.section)).toEqual([...MY_SECTIONS])
  for (const { section, count } of sections)
    expect([section, count > 0]).toEqual([section, section !== 'acts' || count > 0])
  const { lines } = await list('places')
  expect(lines).toHaveLength(2)
})

it('tells who saw the name and who did what, by office and not by name', async () => {
  expect(await told('seen')).toEqual(
    expect.arrayContaining([
      expect.stringContaining('社区干部看了名单上的姓名'),
      expect.stringContaining('代签到'),
    ]),
  )
  expect((await told('seen')).join()).not.toMatch(/李干部/)
})

it('tells the place of oneself and of the own child, not the one of somebody else in the family', async () => {
  expect((await told('places')).map((it) => it.split(' ')[2]).sort()).toEqual(['小满', '自己'])
  expect((await told('places', 'grandmother')).map((it) => it.split(' ')[2]).sort()).toEqual(['小满', '自己'])
})

it('shows of the others at home the name and what they are, and nothing more', async () => {
  expect(await told('household')).toEqual([
    expect.stringContaining('住址 第一网格 3栋'),
    '监护人 外婆',
    expect.stringMatching(/^孩子 小满 3–6 岁 .*您同意了第 2 版说明$/),
  ])
  expect((await told('points')).join()).not.toMatch(/外婆/)
})

it.each(['json', 'xlsx'])('is taken along as %s, without a word of other people', async (format) => {
  const text = format === 'json' ? await (await fileOf('json')).text() : await sheetOf()
  for (const own of ['13812345678', '小满', '3栋', '多了', '周六绘本课'])
    expect([own, text.includes(own)]).toEqual([own, true])
  for (const other of ['隔壁王叔', '13899999999', '李干部', 'neighbour', 'grandmother'])
    expect([other, text.includes(other)]).toEqual([other, false])
  expect(text).not.toContain('"secret"')
})

it('is JSON with a list for each kind and times that say their zone', async () => {
  const response = await fileOf('json')
  expect(response.headers.get('Content-Type')).toMatch(/^application\/json/)
  const data = (await response.json()) as Record<string, unknown[]>
  expect(Object.keys(data)).toEqual(['community', 'madeAt', ...MY_SECTIONS])
  expect(data.services).toEqual([
    {
      ...{
        at: new Date(SATURDAY).toISOString(),
        title: '周六绘本课',
        startsAt: new Date(SATURDAY).toISOString(),
      },
      ...{ slotTitle: '领读志愿者', minutes: 60, points: 10 },
    },
  ])
})

it('holds a name that looks like a formula as text', async () => {
  const sheet = await sheetOf()
  expect(sheet).not.toMatch(/<f>/)
  expect(sheet).toContain('HYPERLINK')
})

it('comes in pages that miss nothing and repeat nothing', async () => {
  await linli.database.transaction((tx) =>
    tx.query(
      `INSERT INTO notice (community_id, id, resident_id, kind, created_at)
       SELECT $1, 'page' || n, $2, 'confirmed', $3::bigint + n % 3 FROM generate_series(1, 45) n`,
      [communityId, me, MONDAY],
    ),
  )
  const { sections } = await done(linli, 'me', 'getMyData', { communityId })
  const expected = sections.find((it) => it.section === 'notices')?.count
  let [read, cursor, pages]: [number, string | undefined, number] = [0, undefined, 0]
  do {
    const page = await list('notices', 'me', cursor)
    read += page.lines.length
    cursor = page.nextCursor ?? undefined
    pages += 1
  } while (cursor)
  expect([read, pages]).toEqual([expected, Math.ceil((expected ?? 0) / 20)])
})

it.each(['x', '-1', '1:2', '99999999'])('refuses a cursor that is none of ours: %s', async (cursor) => {
  const answer = await call(linli, 'me', 'listMyData', { communityId, section: 'notices', cursor })
  expect(answer).toMatchObject({ error: { code: 'bad_input' } })
})

it('is nobody else’s: a link stops with the account', async () => {
  await here.resident('short')
  const links = createSignedLinks('s'.repeat(32))
  const app = createHttp({ deployment: linli, trustGateway: false, links, assets: null })
  const { url } = await done(linli, 'short', 'exportMyData', { communityId, format: 'json' })
  await done(linli, 'short', 'deleteAccount', { communityId, dryRun: false })
  expect((await app.request(url)).status).toBe(403)
})

it('every table with a column about people is told of in some section, or holds nothing to tell', async () => {
  const columns = await linli.database.transaction((tx) =>
    tx.query<{ name: string }>(
      `SELECT DISTINCT table_name AS name FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
         AND column_name ~ '(resident|attendee|household|account|actor|subject|leader)_id$|_by$'`,
    ),
  )
  expect(columns.map((it) => it.name).sort()).toEqual(Object.keys(TOLD).sort())
})

/** Where 我的资料 tells of a table, or why it has nothing to tell. */
const TOLD: Record<string, MySection | string> = {
  resident: 'profile',
  resident_skill: 'profile',
  child: 'household',
  household_invitation: 'household: who has joined; a link that waits is on its page',
  booking: 'places',
  place: 'places',
  substitute: 'places: a link to take over the place',
  waitlist_entry: 'waiting',
  waitlist_attendee: 'waiting',
  waitlist_offer: 'waiting: how many there were',
  draw_application: 'applications',
  draw_attendee: 'applications',
  service_record: 'services',
  service_correction: 'services: in its minutes and points',
  service_evaluation: 'seen: who evaluated, as the log has it',
  points_movement: 'points',
  points_entry: 'points',
  points_allocation: 'points: which credit a debit used',
  points_debt: 'points: what is still owed, on the page of points',
  dispute: 'disputes',
  notice: 'notices',
  platform_message: 'notices: that one was brought by the platform as well',
  message_accept: 'messages',
  reminder: 'messages',
  check_in_try: 'messages',
  session_reminder: 'notices: the same, so that it is sent once',
  audit_entry: 'seen',
  roll_call: 'seen: as the log has it',
  answer: 'the repetition of an answer, for seven days',
  session: 'acts: who leads it, as the log has it',
  recruitment_call: 'acts',
  second_wave: 'acts',
  share: 'acts: of cadres, which chat group a card went to',
  held_call: 'acts: of cadres, a call before it is published',
  resident_leave: 'profile',
  given_back: 'places: what was given back, until somebody has taken it up',
  thanks: 'places: a tap of the household, without a word',
  community_code: 'acts: who was the first admin',
}

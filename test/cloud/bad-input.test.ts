import type { Hono } from 'hono'
import { createHttp } from '@/cloud/http'
import { CONSENT_VERSION } from '@/domain/child'
import { pictureBookClass, post, seat } from './calls'
import { contentsOf } from './contents'
import { deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')

let linli: TestDeployment
let community: Neighbourhood
let app: Hono
let before: Record<string, string>

beforeAll(async () => {
  linli = await deploy(MONDAY)
  community = await settle(linli)
  app = createHttp({ deployment: linli, trustGateway: true, assets: null })
  before = await contents()
})
afterAll(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

const contents = () => contentsOf(linli.database)

async function post_(action: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await app.request(`/api/${action}`, {
    method: 'POST',
    headers: { 'X-WX-OPENID': 'cadre', 'X-Request-Id': 'bad-input-request', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  expect(text).not.toMatch(/at .*\.(ts|js|mjs):\d+/)
  return {
    status: response.status,
    body: JSON.parse(text) as { ok: boolean; now: string; error: { code: string; message: string } },
  }
}

const draft = (change: object = {}, slots: object[] = [seat()]) => ({
  ...pictureBookClass(community.communityId, SATURDAY, slots),
  ...change,
})
const activity = (change: object) => ({ activity: { ...draft().activity, ...change } })

describe('bad input is told what is wrong, and writes nothing', () => {
  afterEach(async () => expect(await contents()).toEqual(before))

  it.each<[string, string, () => unknown, number, string, RegExp]>([
    ['an unknown action', 'flyAway', () => ({}), 404, 'unknown_action', /GET \/api/],
    [
      'an action named like a property of objects',
      'constructor',
      () => ({}),
      404,
      'unknown_action',
      /GET \/api/,
    ],
    ['broken JSON', 'getHome', () => '{"communityId":', 400, 'bad_json', /not JSON/],
    ['a body that is no object', 'getHome', () => '[1]', 400, 'bad_input', /./],
    ['a missing field', 'getHome', () => ({}), 400, 'bad_input', /communityId/],
    ['a wrong type', 'getHome', () => ({ communityId: 7 }), 400, 'bad_input', /communityId/],
    [
      'an unknown field',
      'getHome',
      () => ({ communityId: community.communityId, admin: true }),
      400,
      'bad_input',
      /admin/,
    ],
    [
      'a malformed id',
      'getSession',
      () => ({ communityId: community.communityId, sessionId: "' OR 1=1" }),
      400,
      'bad_input',
      /sessionId/,
    ],
    ['an unknown community', 'getHome', () => ({ communityId: 'zzzzzz' }), 404, 'not_found', /community/],
    [
      'an unknown session',
      'getSession',
      () => ({ communityId: community.communityId, sessionId: 'zzzzzzzzzz' }),
      404,
      'not_found',
      /session/,
    ],
    [
      'an unknown slot',
      'bookSlot',
      () => ({ communityId: community.communityId, slotId: 'zzzzzzzzzzzz', party: [{ kind: 'self' }] }),
      404,
      'not_found',
      /slot/,
    ],
    [
      'an unknown booking',
      'cancelBooking',
      () => ({ communityId: community.communityId, bookingId: 'zzzzzzzzzzzz' }),
      404,
      'not_found',
      /booking/,
    ],
    [
      'a cursor that is not ours',
      'listSessions',
      () => ({ communityId: community.communityId, cursor: 'abc' }),
      400,
      'bad_input',
      /cursor/,
    ],
    [
      'a share that is no share',
      'openShare',
      () => ({ communityId: community.communityId, shareId: 'ABC' }),
      400,
      'bad_input',
      /shareId/,
    ],
    [
      'the share of a session that is not there',
      'recordShare',
      () => ({ communityId: community.communityId, sessionId: 'zzzzzzzzzz', shareId: 'aaaaaa' }),
      404,
      'not_found',
      /session/,
    ],
    [
      'a chat group with too long a name',
      'recordShare',
      () => ({
        ...{ communityId: community.communityId, sessionId: 'zzzzzzzzzz', shareId: 'aaaaaa' },
        group: '群'.repeat(21),
      }),
      400,
      'bad_input',
      /group.*20/,
    ],
    [
      'figures of a year that never was',
      'getFigures',
      () => ({ communityId: community.communityId, year: 1999 }),
      400,
      'bad_input',
      /year/,
    ],
    [
      'the log of a day that never comes',
      'listAudit',
      () => ({ communityId: community.communityId, day: '2026-02-30T00:00:00.000Z' }),
      400,
      'bad_input',
      /day/,
    ],
    [
      'a title over its limit',
      'publishCall',
      () => draft(activity({ title: '课'.repeat(31) })),
      400,
      'bad_input',
      /activity\.title.*30/,
    ],
    [
      'an empty title',
      'publishCall',
      () => draft(activity({ title: '   ' })),
      400,
      'bad_input',
      /activity\.title/,
    ],
    [
      'a null byte',
      'publishCall',
      () => draft(activity({ title: '课\u0000程' })),
      400,
      'bad_input',
      /activity\.title/,
    ],
    [
      'half an emoji',
      'publishCall',
      () => draft(activity({ title: '课\ud83d' })),
      400,
      'bad_input',
      /activity\.title/,
    ],
    [
      'a control character',
      'publishCall',
      () => draft(activity({ title: '课\u001b[31m' })),
      400,
      'bad_input',
      /control/,
    ],
    ['no session', 'publishCall', () => draft({ sessions: [] }), 400, 'bad_input', /sessions/],
    [
      'a session that ends before it begins',
      'publishCall',
      () => draft({ sessions: [{ startsAt: '2026-03-07T02:00:00Z', endsAt: '2026-03-07T01:00:00Z' }] }),
      400,
      'bad_input',
      /ends_before_start/,
    ],
    [
      'a session in the past',
      'publishCall',
      () => draft({ sessions: [{ startsAt: '2026-03-01T02:00:00Z', endsAt: '2026-03-01T03:00:00Z' }] }),
      400,
      'bad_input',
      /in_the_past/,
    ],
    [
      'a day that does not exist',
      'publishCall',
      () => draft({ sessions: [{ startsAt: '2026-02-31T25:00:00Z', endsAt: '2026-03-07T03:00:00Z' }] }),
      400,
      'bad_input',
      /startsAt/,
    ],
    [
      'the 31st of April',
      'publishCall',
      () =>
        draft({ sessions: [{ startsAt: '2026-04-31T10:00:00+08:00', endsAt: '2026-05-01T11:00:00+08:00' }] }),
      400,
      'bad_input',
      /startsAt.*real date/,
    ],
    [
      'a time that is a number',
      'publishCall',
      () => draft({ sessions: [{ startsAt: SATURDAY, endsAt: SATURDAY }] }),
      400,
      'bad_input',
      /startsAt/,
    ],
    ...[0, -1, 1.5, 100_000].map((capacity): [string, string, () => unknown, number, string, RegExp] => [
      `a slot of ${capacity} places`,
      'changeSlot',
      () => ({ communityId: community.communityId, slotId: 'zzzzzzzzzzzz', version: 1, capacity }),
      400,
      'bad_input',
      /capacity/,
    ]),
    [
      'a cause that is none of ours',
      'cancelSession',
      () => ({ communityId: community.communityId, sessionId: 'zzzzzzzzzz', cause: 'mood', note: '' }),
      400,
      'bad_input',
      /cause/,
    ],
    [
      'a note over its limit',
      'cancelSession',
      () => ({
        communityId: community.communityId,
        sessionId: 'zzzzzzzzzz',
        cause: 'other',
        note: '雨'.repeat(61),
      }),
      400,
      'bad_input',
      /note.*60/,
    ],
    [
      'an unknown session to cancel',
      'cancelSession',
      () => ({ communityId: community.communityId, sessionId: 'zzzzzzzzzz', cause: 'weather', note: '' }),
      404,
      'not_found',
      /session/,
    ],
    ...[-1, 1.5, 1e9].map((points): [string, string, () => unknown, number, string, RegExp] => [
      `a post that gives ${points} points`,
      'publishCall',
      () => draft({}, [post({ points })]),
      400,
      'bad_input',
      /slots\.0\.points/,
    ]),
    [
      'more points than a cadre may give',
      'publishCall',
      () => draft({}, [post({ points: 11 })]),
      400,
      'bad_input',
      /points_need_admin/,
    ],
    [
      'traffic duty without a risk note',
      'publishCall',
      () => draft(activity({ kind: 'traffic_duty' })),
      400,
      'bad_input',
      /risk_note_missing/,
    ],
    [
      'a nickname over its limit',
      'addChild',
      () => ({
        communityId: community.communityId,
        nickname: '宝'.repeat(11),
        ageBand: '3-6',
        consentVersion: CONSENT_VERSION,
      }),
      400,
      'bad_input',
      /nickname/,
    ],
    [
      'an age band that does not exist',
      'addChild',
      () => ({
        communityId: community.communityId,
        nickname: '宝',
        ageBand: '3-7',
        consentVersion: CONSENT_VERSION,
      }),
      400,
      'bad_input',
      /ageBand/,
    ],
    [
      'a skill that is confirmed twice at once',
      'confirmResident',
      () => ({
        communityId: community.communityId,
        residentId: 'zzzzzzzzzzzz',
        skills: ['haircut', 'law', 'haircut'],
      }),
      400,
      'bad_input',
      /twice/,
    ],
    [
      'a version beyond what the database counts',
      'saveHolidays',
      () => ({ communityId: community.communityId, year: 2027, version: 2 ** 31, holidays: [] }),
      400,
      'bad_input',
      /version/,
    ],
    [
      'a child without consent',
      'addChild',
      () => ({ communityId: community.communityId, nickname: '宝', ageBand: '3-6' }),
      400,
      'bad_input',
      /consentVersion/,
    ],
  ])('%s', async (_, action, body, status, code, message) => {
    const answer = await post_(action, body())
    expect({ status: answer.status, code: answer.body.error.code }).toEqual({ status, code })
    expect(answer.body.error.message).toMatch(message)
    expect(answer.body.now).toBe('2026-03-02T01:00:00.000Z')
  })

  it('a body of a megabyte', async () => {
    const answer = await post_('getHome', JSON.stringify({ communityId: 'x'.repeat(1_000_000) }))
    expect(answer.status).toBe(413)
    expect(answer.body.error.code).toBe('too_large')
  })

  it('a change without a requestId, or with a malformed one', async () => {
    const request = { method: 'POST', headers: { 'X-WX-OPENID': 'cadre' }, body: JSON.stringify(draft()) }
    expect((await app.request('/api/publishCall', request)).status).toBe(400)
    expect((await post_('publishCall', draft(), { 'X-Request-Id': 'short' })).status).toBe(400)
  })

  it('nobody known', async () => {
    const request = { method: 'POST', body: JSON.stringify({ communityId: community.communityId }) }
    expect((await app.request('/api/getHome', request)).status).toBe(401)
  })

  it('a GET where a POST is meant', async () => {
    expect((await app.request('/api/getHome')).status).toBe(405)
  })

  it('JSON nested ten thousand deep', async () => {
    const answer = await post_('getHome', `{"communityId":${'['.repeat(10_000)}${']'.repeat(10_000)}}`)
    expect(answer.status).toBe(400)
  })
})

it('keeps emoji, rare characters and quotes as they were written', async () => {
  const title = '绘本课 👨‍👩‍👧 "𠮷" \'; DROP TABLE'
  const { sessionIds } = await done(linli, 'cadre', 'publishCall', draft(activity({ title })))
  const { communityId } = community
  const view = await done(linli, 'cadre', 'getSession', { communityId, sessionId: sessionIds[0] })
  expect(view.session.title).toBe(title)
})

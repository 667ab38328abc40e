import { MOST_CHARACTERS, MOST_SESSIONS, MOST_SLOTS } from '@/contract/publish-call'
import { DAY, HOUR } from '@/domain/time'
import { pictureBookClass, post } from './calls'
import { contentsOf } from './contents'
import { call, deploy, done, settle, type TestDeployment } from './deployment'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')

let linli: TestDeployment
let communityId: string

beforeAll(async () => {
  linli = await deploy(MONDAY)
  ;({ communityId } = await settle(linli))
})
afterAll(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

const iso = (at: number) => new Date(at).toISOString()
const at = (startsAt: number, endsAt = startsAt + HOUR) => ({ startsAt: iso(startsAt), endsAt: iso(endsAt) })
const daily = (count: number) => Array.from({ length: count }, (_, day) => at(SATURDAY + day * DAY))
const posts = (count: number) => Array.from({ length: count }, (_, rank) => post({ title: `岗位${rank}` }))
const written = (change: object = {}, activity: object = {}) => ({
  ...pictureBookClass(communityId, SATURDAY, [post()], activity),
  ...change,
})
const publish = (payload: object) => call(linli, 'cadre', 'publishCall', payload)

describe('is told what is wrong, at its field, and publishes nothing', () => {
  let before: Record<string, string>
  beforeAll(async () => {
    before = await contentsOf(linli.database)
  })
  afterEach(async () => expect(await contentsOf(linli.database)).toEqual(before))

  const long = (field: keyof typeof MOST_CHARACTERS) => '长'.repeat(MOST_CHARACTERS[field] + 1)
  it.each<[string, () => object, string]>([
    ['no session', () => written({ sessions: [] }), 'sessions'],
    [`${MOST_SESSIONS + 1} sessions`, () => written({ sessions: daily(MOST_SESSIONS + 1) }), 'sessions'],
    ['200 sessions', () => written({ sessions: daily(200) }), 'sessions'],
    ['no slot', () => written({ slots: [] }), 'slots'],
    [`${MOST_SLOTS + 1} slots`, () => written({ slots: posts(MOST_SLOTS + 1) }), 'slots'],
    ['60 slots', () => written({ slots: posts(60) }), 'slots'],
    [
      'an end before the start',
      () => written({ sessions: [at(SATURDAY, SATURDAY - 1)] }),
      'sessions.0.endsAt',
    ],
    ['an end at the start', () => written({ sessions: [at(SATURDAY, SATURDAY)] }), 'sessions.0.endsAt'],
    ['a start this moment', () => written({ sessions: [at(MONDAY)] }), 'sessions.0.startsAt'],
    [
      'a second session in the past',
      () => written({ sessions: [at(SATURDAY), at(MONDAY - DAY)] }),
      'sessions.1.startsAt',
    ],
    ['the same hour twice', () => written({ sessions: [at(SATURDAY), at(SATURDAY)] }), 'sessions.1.startsAt'],
    ['a title over its limit', () => written({}, { title: long('title') }), 'activity.title'],
    ['a place over its limit', () => written({}, { place: long('place') }), 'activity.place'],
    [
      'a description over its limit',
      () => written({}, { description: long('description') }),
      'activity.description',
    ],
    ['what to bring over its limit', () => written({}, { bring: long('bring') }), 'activity.bring'],
    ['a contact over its limit', () => written({}, { contact: long('contact') }), 'activity.contact'],
    [
      'a slot’s name over its limit',
      () => written({ slots: [post({ title: long('slotTitle') })] }),
      'slots.0.title',
    ],
    ['a title of nothing one can see', () => written({}, { title: '\u200b\u200d\ufeff' }), 'activity.title'],
    ['a title of accents without a letter', () => written({}, { title: '\u0301\u0308' }), 'activity.title'],
    ['a text that turns about', () => written({}, { description: '看\u202e这里' }), 'activity.description'],
    ['a bell', () => written({}, { bring: '水杯\u0007' }), 'activity.bring'],
    ['a kind that is none of ours', () => written({}, { kind: 'party' }), 'activity.kind'],
    ['a drawing that is none of ours', () => written({}, { cover: 'photo' }), 'activity.cover'],
  ])('%s', async (_, payload, path) => {
    const answer = await publish(payload())
    if (answer.ok) throw new Error('published')
    expect(answer.error.code).toBe('bad_input')
    expect(answer.error.faults?.map((it) => it.path)).toContain(path)
  })
})

it('takes as much as is allowed, and shows it as it was written', async () => {
  const description = '长'.repeat(MOST_CHARACTERS.description - 2) + '👵🏽'
  const full = written({ sessions: daily(MOST_SESSIONS), slots: posts(MOST_SLOTS) }, { description })
  const { sessionIds } = await done(linli, 'cadre', 'publishCall', full)
  expect(sessionIds).toHaveLength(MOST_SESSIONS)
  const last = await done(linli, 'cadre', 'getSession', { communityId, sessionId: sessionIds.at(-1) })
  expect(last.activity.description).toBe(description)
  expect(last.slots).toHaveLength(MOST_SLOTS)
})

it('shows it by the drawing of its kind, or by the one that was chosen, in the feed and on its page', async () => {
  const plain = await done(
    linli,
    'cadre',
    'publishCall',
    written({}, { title: '托管', kind: 'after_school' }),
  )
  const chosen = await done(linli, 'cadre', 'publishCall', written({}, { title: '读报', cover: 'teapot' }))
  const { sessions } = await done(linli, 'cadre', 'listSessions', { communityId })
  const inFeed = (ids: string[]) => sessions.find(({ id }) => id === ids[0])?.cover
  const onPage = async (ids: string[]) =>
    (await done(linli, 'cadre', 'getSession', { communityId, sessionId: ids[0] })).activity.cover
  expect([inFeed(plain.sessionIds), await onPage(plain.sessionIds)]).toEqual(['satchel', 'satchel'])
  expect([inFeed(chosen.sessionIds), await onPage(chosen.sessionIds)]).toEqual(['teapot', 'teapot'])
})

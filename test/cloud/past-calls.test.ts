import { DAY, HOUR, WEEK } from '@/domain/time'
import { pictureBookClass, post, seat } from './calls'
import { call, deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'

const NOW = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
const iso = (at: number) => new Date(at).toISOString()
const weekly = (count: number) =>
  Array.from({ length: count }, (_, week) => ({
    startsAt: iso(SATURDAY + week * WEEK),
    endsAt: iso(SATURDAY + week * WEEK + HOUR),
  }))

let linli: TestDeployment
let community: Neighbourhood
let communityId: string

beforeEach(async () => {
  linli = await deploy(NOW)
  community = await settle(linli)
  ;({ communityId } = community)
  await community.resident('colleague', { role: 'cadre' })
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

const pastCalls = async (cursor?: string, who = 'cadre') =>
  done(linli, who, 'listPastCalls', { communityId, ...(cursor ? { cursor } : {}) })
const draftOf = async (callId: string | null) =>
  (await done(linli, 'cadre', 'getCall', { communityId, callId })).draft

it('are those of anybody here, latest first, with when and what they were', async () => {
  await done(linli, 'cadre', 'publishCall', pictureBookClass(communityId, SATURDAY, [seat(), post()]))
  linli.clock.now += HOUR
  const duty = { title: '重阳义剪', kind: 'haircut', place: '广场' }
  const haircut = pictureBookClass(communityId, SATURDAY, [post({ title: '理发师傅' })], duty)
  await done(linli, 'colleague', 'publishCall', { ...haircut, sessions: weekly(3) })
  const { calls, nextCursor } = await pastCalls()
  expect(nextCursor).toBeNull()
  expect(calls).toMatchObject([
    {
      ...{ ...duty, cover: 'scissors', publishedAt: NOW + HOUR, sessions: 3, firstAt: SATURDAY },
      slots: [{ kind: 'post', title: '理发师傅', capacity: 2 }],
    },
    { title: '周六绘本课', kind: 'class', cover: 'book', sessions: 1, slots: [{ title: '孩子名额' }, {}] },
  ])
})

it('come page by page, each once', async () => {
  for (let day = 0; day < 23; day += 1) {
    linli.clock.now += day % 2
    await done(linli, 'cadre', 'publishCall', pictureBookClass(communityId, SATURDAY + day * DAY))
  }
  const first = await pastCalls()
  const second = await pastCalls(first.nextCursor ?? '')
  expect([first.calls.length, second.calls.length, second.nextCursor]).toEqual([20, 3, null])
  expect(new Set([...first.calls, ...second.calls].map(({ id }) => id)).size).toBe(23)
})

it('come back as they were written: texts, slots, openings and draws', async () => {
  const slots = [
    seat({ price: 10, opensAt: iso(SATURDAY - 2 * DAY), newcomersFirst: true, householdLimit: 2 }),
    seat({ title: '抽签名额', allocation: 'draw', drawAt: iso(SATURDAY - DAY), publicNumber: true }),
    post({ skill: 'teaching', withChildren: true }),
  ]
  const written = {
    ...pictureBookClass(communityId, SATURDAY, slots, { cover: 'satchel', bring: '水杯', contact: '刘老师' }),
    sessions: weekly(3),
  }
  const { callId } = await done(linli, 'cadre', 'publishCall', written)
  const draft = await draftOf(callId)
  expect(draft.activity).toEqual(written.activity)
  expect(draft.sessions.map(({ startsAt }) => startsAt)).toEqual(
    [0, 1, 2].map((week) => SATURDAY + week * WEEK),
  )
  const times = { opensAt: null, priorityOpensAt: null, drawAt: null }
  const all = { teamsFirst: false }
  const plain = { ...all, allocation: 'booking', publicNumber: false }
  expect(draft.slots).toEqual([
    { ...seat(slots[0]), ...times, ...plain, opensAt: SATURDAY - 2 * DAY },
    { ...seat(slots[1]), ...times, ...all, drawAt: SATURDAY - DAY },
    { ...post(slots[2]), ...times, ...plain },
  ])
})

it('take over what was changed on the way, and no session that was called off', async () => {
  const { callId, sessionIds } = await done(linli, 'cadre', 'publishCall', {
    ...pictureBookClass(communityId, SATURDAY, [post()]),
    sessions: weekly(3),
  })
  const [, second = '', third = ''] = sessionIds
  const view = await done(linli, 'cadre', 'getSession', { communityId, sessionId: third })
  const slotId = view.slots[0]?.id ?? ''
  await done(linli, 'cadre', 'changeSlot', { communityId, slotId, version: 1, capacity: 7 })
  await done(linli, 'cadre', 'cancelSession', { communityId, sessionId: second, cause: 'weather', note: '' })
  const { sessions, slots } = await draftOf(callId)
  expect(sessions.map(({ startsAt }) => startsAt)).toEqual([SATURDAY, SATURDAY + 2 * WEEK])
  expect(slots[0]?.capacity).toBe(7)
})

it('are still there when every session of them was called off', async () => {
  const { callId, sessionIds } = await done(
    linli,
    'cadre',
    'publishCall',
    pictureBookClass(communityId, SATURDAY),
  )
  const off = { communityId, sessionId: sessionIds[0], cause: 'weather', note: '' }
  await done(linli, 'cadre', 'cancelSession', off)
  expect((await pastCalls()).calls).toHaveLength(1)
  expect(await done(linli, 'cadre', 'getCall', { communityId, callId })).toMatchObject({
    open: false,
    draft: { sessions: [{ startsAt: SATURDAY }] },
  })
})

it('are for the cadres of this community alone', async () => {
  const { callId } = await done(linli, 'cadre', 'publishCall', pictureBookClass(communityId, SATURDAY))
  await community.resident('neighbour')
  const other = await settle(linli, '别处')
  for (const action of ['listPastCalls', 'getCall'] as const) {
    const payload = action === 'getCall' ? { communityId, callId } : { communityId }
    expect(await call(linli, 'neighbour', action, payload)).toMatchObject({ error: { code: 'forbidden' } })
  }
  const there = { communityId: other.communityId, callId }
  expect(await call(linli, 'cadre', 'getCall', there)).toMatchObject({ error: { code: 'not_found' } })
  expect((await done(linli, 'cadre', 'listPastCalls', { communityId: other.communityId })).calls).toEqual([])
})

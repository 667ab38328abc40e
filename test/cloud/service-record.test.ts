import { checkInCode } from '@/domain/check-in-code'
import { HOUR } from '@/domain/time'
import { call, deploy, done, reasonOf, settle, type Neighbourhood, type TestDeployment } from './deployment'
import { correctService, publishService, recordService } from './services'

const NOW = Date.parse('2026-11-20T12:00:00+08:00')
const on = (day: string) => Date.parse(`${day}T10:00:00+08:00`)

let linli: TestDeployment
let here: Neighbourhood
let wang: string

beforeAll(async () => {
  linli = await deploy(NOW)
})
beforeEach(async () => {
  linli.clock.now = NOW
  here = await settle(linli)
  wang = await here.resident('wang')
})
afterAll(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

async function serve(day: string, minutes: number, activity: object = {}, residentId = wang) {
  const startsAt = on(day)
  const session = await publishService(linli, here, startsAt, activity)
  return recordService(linli, here, { residentId, ...session, startsAt, minutes })
}

const summary = (payload: object = {}) =>
  done(linli, 'wang', 'getServiceSummary', { communityId: here.communityId, ...payload })
const list = (payload: object = {}) =>
  done(linli, 'wang', 'listServiceRecords', { communityId: here.communityId, ...payload })

describe('what a person has served', () => {
  it('is summed up by year, kind and activity, after corrections', async () => {
    await serve('2026-03-07', 60)
    await serve('2026-03-14', 90)
    const corrected = await serve('2026-04-01', 120, { kind: 'haircut', title: '便民理发' })
    await correctService(linli, here, corrected, -30)
    await correctService(linli, here, corrected, -10)
    await serve('2025-06-01', 45)
    expect(await summary()).toMatchObject({
      year: 2026,
      years: [2026, 2025],
      minutes: 230,
      times: 3,
      totalMinutes: 275,
      kinds: [
        { kind: 'class', minutes: 150, times: 2 },
        { kind: 'haircut', minutes: 80, times: 1 },
      ],
      activities: [
        { title: '周六绘本课', kind: 'class', minutes: 150, times: 2 },
        { title: '便民理发', kind: 'haircut', minutes: 80, times: 1 },
      ],
      activityCount: 2,
    })
    expect(await summary({ year: 2025 })).toMatchObject({ minutes: 45, times: 1, totalMinutes: 275 })
    expect((await list()).records.map((it) => it.minutes)).toEqual([80, 90, 60, 45])
  })

  it('leaves out a service that was wholly taken back', async () => {
    await correctService(linli, here, await serve('2026-03-07', 60), -60)
    expect(await summary()).toMatchObject({ minutes: 0, times: 0, totalMinutes: 0, kinds: [] })
    expect((await list()).records).toEqual([])
  })

  it('begins and ends a year at midnight in Shanghai', async () => {
    const session = await publishService(linli, here, on('2026-01-02'))
    const at = async (moment: string, minutes: number) => {
      const other = await publishService(linli, here, Date.parse(moment))
      await recordService(linli, here, { residentId: wang, ...other, startsAt: Date.parse(moment), minutes })
    }
    expect(session.slotId).not.toBe('')
    await at('2025-12-31T23:59:00+08:00', 1)
    await at('2026-01-01T00:00:00+08:00', 2)
    expect([(await summary({ year: 2025 })).minutes, (await summary({ year: 2026 })).minutes]).toEqual([1, 2])
    expect((await list({ year: 2026 })).records.map((it) => it.minutes)).toEqual([2])
  })

  it('is nothing in a year without service, which can be looked at all the same', async () => {
    await serve('2024-03-07', 60)
    const empty = await summary({ year: 2025 })
    expect(empty).toMatchObject({
      year: 2025,
      years: [2026, 2025, 2024],
      minutes: 0,
      times: 0,
      activities: [],
    })
    expect((await list({ year: 2025 })).records).toEqual([])
  })

  it('names the 20 activities with the most hours, and says how many there are', async () => {
    for (let index = 0; index < 21; index += 1) {
      await serve('2026-05-02', 10 + index, { title: `活动${index}` })
    }
    const { activities, activityCount, minutes } = await summary()
    expect([activities.length, activityCount, minutes]).toEqual([20, 21, 21 * 10 + 210])
    expect(activities.some((it) => it.title === '活动0')).toBe(false)
  })

  it('comes by pages, each service once', async () => {
    for (let day = 1; day <= 23; day += 1) await serve(`2026-06-${String(day).padStart(2, '0')}`, day)
    const first = await list({ year: 2026 })
    const second = await list({ year: 2026, cursor: first.nextCursor })
    expect(first.records).toHaveLength(20)
    expect(second.nextCursor).toBeNull()
    const minutes = [...first.records, ...second.records].map((it) => it.minutes)
    expect(minutes).toEqual(Array.from({ length: 23 }, (_, index) => 23 - index))
  })

  it('is nobody else’s', async () => {
    await serve('2026-03-07', 60)
    await here.resident('li')
    await linli.database.transaction((tx) =>
      tx.query(
        `UPDATE resident SET household_id = (SELECT household_id FROM resident WHERE community_id = $1 AND id = $2)
         WHERE community_id = $1 AND open_id = 'li'`,
        [here.communityId, wang],
      ),
    )
    const theirs = await done(linli, 'li', 'getServiceSummary', { communityId: here.communityId })
    expect(theirs).toMatchObject({ minutes: 0, totalMinutes: 0 })
  })

  it.each([1900, 9999, 2026.5, '2026', -1])('is not of the year %p', async (year) => {
    for (const action of ['getServiceSummary', 'listServiceRecords'] as const) {
      const answer = await call(linli, 'wang', action, { communityId: here.communityId, year })
      expect(answer).toMatchObject({ ok: false, error: { code: 'bad_input' } })
    }
  })
})

describe('what a person sets for the record', () => {
  const set = (payload: object) =>
    call(linli, 'wang', 'setRecordDetails', { communityId: here.communityId, ...payload })

  it('is nothing at first: no number, and no name in the honours', async () => {
    expect(await summary()).toMatchObject({ volunteerNumber: null, namedInHonours: false })
  })

  it('is kept one by one, the number without blanks', async () => {
    await set({ volunteerNumber: ' 4403 0000-0012 34a ' })
    await set({ namedInHonours: true })
    expect(await summary()).toMatchObject({ volunteerNumber: '44030000001234A', namedInHonours: true })
    await set({ volunteerNumber: null })
    expect(await summary()).toMatchObject({ volunteerNumber: null, namedInHonours: true })
  })

  it.each(['12345', '1'.repeat(21), '', '志愿者12345678', '=1+12345', '11010519491231002X'])(
    'is no volunteer number: %s',
    async (volunteerNumber) => {
      expect(await set({ volunteerNumber })).toMatchObject({ ok: false, error: { code: 'bad_input' } })
      expect((await summary()).volunteerNumber).toBeNull()
    },
  )
})

describe('an evaluation', () => {
  let sessionId: string
  beforeEach(async () => {
    const startsAt = on('2026-11-21')
    linli.clock.now = NOW
    const session = await publishService(linli, here, startsAt)
    sessionId = session.sessionId
    for (const name of ['wang', 'cadre']) {
      await done(linli, name, 'bookSlot', {
        ...{ communityId: here.communityId, slotId: session.slotId, party: [{ kind: 'self' }] },
      })
    }
    linli.clock.now = startsAt
    const [row] = await linli.database.transaction((tx) =>
      tx.query<{ secret: string }>('SELECT secret FROM session WHERE id = $1', [sessionId]),
    )
    const code = checkInCode(row?.secret ?? '', startsAt)
    for (const name of ['wang', 'cadre']) {
      await done(linli, name, 'checkIn', { communityId: here.communityId, sessionId, code })
    }
  })
  const evaluate = (evaluation: unknown, attendeeId = wang) =>
    call(linli, 'cadre', 'evaluateService', {
      ...{ communityId: here.communityId, sessionId, attendeeId, evaluation },
    })
  const confirm = async (who = 'cadre') => {
    linli.clock.now = on('2026-11-21') + HOUR
    await done(linli, who, 'confirmSession', {
      ...{ communityId: here.communityId, sessionId, headCount: 2, absent: [] },
    })
  }
  const row = async () => {
    const roster = await done(linli, 'cadre', 'getRoster', { communityId: here.communityId, sessionId })
    return roster.slots[0]?.rows.find((it) => it.attendeeId === wang)
  }

  it('is for hours that are confirmed', async () => {
    expect(await evaluate('good')).toMatchObject({ ok: false, error: { code: 'not_found' } })
    expect(await row()).toMatchObject({ served: false, evaluation: null })
  })

  it('stands on the roster and in the person’s record; the last one counts, and it can be taken back', async () => {
    await confirm()
    for (const evaluation of ['sound', 'excellent'])
      expect(await evaluate(evaluation)).toMatchObject({ ok: true })
    expect(await row()).toMatchObject({ served: true, evaluation: 'excellent' })
    expect((await list()).records[0]).toMatchObject({ evaluation: 'excellent' })
    await evaluate(null)
    expect((await list()).records[0]).toMatchObject({ evaluation: null })
    const log = await linli.database.transaction((tx) =>
      tx.query(
        `SELECT why, subject_id FROM audit_entry WHERE community_id = $1 AND action = 'evaluateService'
         ORDER BY created_at, why NULLS LAST`,
        [here.communityId],
      ),
    )
    expect(log).toEqual([
      { why: 'excellent', subject_id: wang },
      { why: 'sound', subject_id: wang },
      { why: null, subject_id: wang },
    ])
  })

  it('is nobody’s about their own household', async () => {
    await here.resident('colleague', { role: 'cadre' })
    await confirm()
    await confirm('colleague')
    const roster = await done(linli, 'cadre', 'getRoster', { communityId: here.communityId, sessionId })
    const own = roster.slots[0]?.rows.find((it) => it.ownHousehold)
    expect(reasonOf(await evaluate('good', own?.attendeeId))).toEqual({ reason: 'own_household' })
  })

  it.each(['perfect', '优秀', 5])('is a code, not %p', async (evaluation) => {
    await confirm()
    expect(await evaluate(evaluation)).toMatchObject({ ok: false, error: { code: 'bad_input' } })
  })
})

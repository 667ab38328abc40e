import { tick } from '@/cloud/tick'
import { CONSENT_VERSION } from '@/domain/child'
import { DAY, HOUR } from '@/domain/time'
import { brokenInvariants } from '../invariants'
import { pictureBookClass, seat, withWindow } from './calls'
import { call, deploy, done, reasonOf, settle, type Neighbourhood, type TestDeployment } from './deployment'
import { give } from './give'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')

let linli: TestDeployment
let here: Neighbourhood
let communityId: string
beforeEach(async () => {
  linli = await deploy(MONDAY)
  here = await settle(linli)
  communityId = here.communityId
  await here.resident('mother')
  await here.resident('neighbour')
})
afterEach(async () => {
  expect(await brokenInvariants(linli.database)).toEqual([])
  expect(linli.failures).toEqual([])
  await linli.close()
})

const rows = <Row>(sql: string, values: unknown[] = []) =>
  linli.database.transaction((tx) => tx.query<Row>(sql, values as string[]))
const addChild = async (who: string, nickname = '小满') =>
  (
    await done(linli, who, 'addChild', {
      communityId,
      nickname,
      ageBand: '3-6',
      consentVersion: CONSENT_VERSION,
    })
  ).childId
const childrenOf = async (who: string) => (await done(linli, who, 'getHousehold', { communityId })).children
const child = (childId: string) => [{ kind: 'child', childId }]
const withdraw = (childId: string, dryRun = false) =>
  done(linli, 'mother', 'withdrawConsent', { communityId, childId, dryRun })

async function classOn(at: number, slot = seat(), activity = {}) {
  const published = await done(
    linli,
    'cadre',
    'publishCall',
    pictureBookClass(communityId, at, [slot], activity),
  )
  const sessionId = published.sessionIds[0] ?? ''
  const view = await done(linli, 'cadre', 'getSession', { communityId, sessionId })
  return { sessionId, slotId: view.slots[0]?.id ?? '' }
}
const book = (who: string, slotId: string, party: object[]) =>
  call(linli, who, 'bookSlot', { communityId, slotId, party })

describe('what a child is called', () => {
  it.each([
    [
      'an emoji of many parts',
      '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
      '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
    ],
    ['spaces around it', '  小 满 ', '小 满'],
    ['a line turned round', '小\u202e满', '小满'],
    ['right-to-left letters', 'שירה', 'שירה'],
  ])('may have %s', async (_, written, kept) => {
    await addChild('mother', written)
    await done(linli, 'mother', 'joinCommunity', { communityId, name: written })
    const home = await done(linli, 'mother', 'getHousehold', { communityId })
    expect([home.children[0]?.nickname, home.name]).toEqual([kept, kept])
  })

  it.each([
    ['200 characters', '宝'.repeat(200)],
    ['a thousand', '宝'.repeat(1000)],
    ['spaces alone', ' \u3000 '],
    ['what leaves no trace', '\u202e\u200b'],
    ['a tower of marks', `a${'\u0301'.repeat(60)}`],
  ])('is not %s, nor is what a neighbour is called', async (_, nickname) => {
    const added = await call(linli, 'mother', 'addChild', {
      ...{ communityId, nickname, ageBand: '3-6', consentVersion: CONSENT_VERSION },
    })
    const named = await call(linli, 'mother', 'joinCommunity', { communityId, name: nickname })
    expect([added, named]).toMatchObject([
      { error: { code: 'bad_input', faults: [{ path: 'nickname' }] } },
      { error: { code: 'bad_input', faults: [{ path: 'name' }] } },
    ])
  })

  it('is asked of no more than six children, however many are sent', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        call(linli, 'mother', 'addChild', {
          ...{ communityId, nickname: `宝${index}`, ageBand: '3-6', consentVersion: CONSENT_VERSION },
        }),
      ),
    )
    expect(answers.filter((it) => it.ok)).toHaveLength(6)
    for (const answer of answers)
      if (!answer.ok) expect(reasonOf(answer)).toEqual({ reason: 'too_many_children', max: 6 })
    expect(await childrenOf('mother')).toHaveLength(6)
  })
})

describe('a guardian’s consent', () => {
  it('is kept with the version of the text and the time', async () => {
    const childId = await addChild('mother')
    expect(
      await rows('SELECT consent_version AS version, consented_at AS at FROM child WHERE id = $1', [childId]),
    ).toEqual([{ version: CONSENT_VERSION, at: MONDAY }])
  })

  it('is asked for again before the next booking once the text has changed', async () => {
    const childId = await addChild('mother')
    const { slotId, sessionId } = await classOn(SATURDAY)
    // As of somebody who agreed to the text before this one.
    await rows('UPDATE child SET consent_version = 0 WHERE id = $1', [childId])
    expect((await childrenOf('mother'))[0]?.consentedAt).toBeNull()
    expect(reasonOf(await book('mother', slotId, child(childId)))).toMatchObject({
      reason: 'consent_missing',
    })
    const view = await done(linli, 'mother', 'getSession', { communityId, sessionId })
    expect(JSON.stringify(view)).toContain('"consented":false')
    linli.clock.now += HOUR
    await done(linli, 'mother', 'consentForChild', { communityId, childId, consentVersion: CONSENT_VERSION })
    expect((await childrenOf('mother'))[0]?.consentedAt).toBe(MONDAY + HOUR)
    expect(await book('mother', slotId, child(childId))).toMatchObject({ ok: true })
  })

  it('is to the text that was shown, and no other', async () => {
    const childId = await addChild('mother')
    const later = await call(linli, 'mother', 'consentForChild', {
      communityId,
      childId,
      consentVersion: CONSENT_VERSION + 1,
    })
    expect(later).toMatchObject({ error: { code: 'bad_input' } })
  })
})

describe('consent taken back', () => {
  it('cancels what is to come, told beforehand, with the points back and the place to who waits', async () => {
    const childId = await addChild('mother')
    await give(linli, 'mother', 30)
    const windowed = await classOn(SATURDAY, seat({ ...withWindow(MONDAY), capacity: 2, share: 50 }))
    await book('mother', windowed.slotId, child(childId))
    linli.clock.now = MONDAY + 3 * DAY
    const other = await addChild('neighbour', '小雨')
    const third = await addChild('neighbour', '小雪')
    await book('neighbour', windowed.slotId, child(other))
    const waits = { communityId, slotId: windowed.slotId, party: child(third), usePoints: false }
    await done(linli, 'neighbour', 'joinWaitlist', waits)
    const told = await withdraw(childId, true)
    expect(told.givenUp).toEqual([
      {
        ...{ kind: 'booked', sessionId: windowed.sessionId, title: '周六绘本课', startsAt: SATURDAY },
        ...{ points: 10, late: false },
      },
    ])
    // Nothing has happened yet.
    expect((await childrenOf('mother')).map((it) => it.id)).toEqual([childId])
    expect(await withdraw(childId)).toEqual(told)
    expect(await childrenOf('mother')).toEqual([])
    expect((await done(linli, 'mother', 'getStatement', { communityId })).balance).toBe(30)
    const { bookings } = await done(linli, 'neighbour', 'listMyBookings', {
      communityId,
      which: 'upcoming',
    })
    expect(JSON.stringify(bookings)).toContain('小雪')
  })

  it('is late like any cancel within the last hours, and says so', async () => {
    const childId = await addChild('mother')
    await give(linli, 'mother', 30)
    const { slotId } = await classOn(SATURDAY, seat(withWindow(MONDAY)))
    await book('mother', slotId, child(childId))
    linli.clock.now = SATURDAY - 11 * HOUR
    expect((await withdraw(childId, true)).givenUp).toMatchObject([{ points: 0, late: true }])
    await withdraw(childId)
    expect((await done(linli, 'mother', 'getStatement', { communityId })).balance).toBe(20)
  })

  it('leaves a sibling’s place, wait and booking alone', async () => {
    const childId = await addChild('mother')
    const sister = await addChild('mother', '小雨')
    const { slotId } = await classOn(SATURDAY)
    const full = await classOn(SATURDAY + DAY, seat({ capacity: 1 }))
    await book('mother', slotId, [...child(childId), ...child(sister)])
    await book('neighbour', full.slotId, child(await addChild('neighbour', '小雪')))
    const party = [...child(childId), ...child(sister)]
    const two = await classOn(SATURDAY + 2 * DAY, seat({ capacity: 2 }))
    await book('neighbour', two.slotId, child(await addChild('neighbour', '小霜')))
    await done(linli, 'mother', 'joinWaitlist', {
      ...{ communityId, slotId: full.slotId, party: child(childId), usePoints: false },
    })
    const both = { communityId, slotId: two.slotId, party, usePoints: false }
    await done(linli, 'mother', 'joinWaitlist', both)
    const { givenUp } = await withdraw(childId)
    expect(givenUp.map((it) => it.kind)).toEqual(['booked', 'waiting', 'waiting'])
    const held = await rows(
      'SELECT attendee_id AS id FROM place WHERE cancelled_at IS NULL AND attendee_kind = $1 AND attendee_id = ANY($2) ORDER BY starts_at',
      ['child', [childId, sister]],
    )
    // The sister has her place, and the one she alone fits into now.
    expect(held).toEqual([{ id: sister }, { id: sister }])
    expect(await rows('SELECT id FROM waitlist_entry WHERE ended_at IS NULL')).toEqual([])
  })

  it('takes an application back while the list of its draw is open', async () => {
    const childId = await addChild('mother')
    const drawAt = new Date(SATURDAY - DAY).toISOString()
    const { slotId } = await classOn(SATURDAY, seat({ allocation: 'draw', drawAt }))
    await done(linli, 'mother', 'applyForDraw', { communityId, slotId, party: child(childId), points: 0 })
    expect((await withdraw(childId)).givenUp).toMatchObject([{ kind: 'applied' }])
    expect(await rows('SELECT id FROM draw_application WHERE withdrawn_at IS NULL')).toEqual([])
  })

  it('is passed over in a draw whose list was frozen', async () => {
    const childId = await addChild('mother')
    const drawAt = SATURDAY - DAY
    const slot = seat({ allocation: 'draw', drawAt: new Date(drawAt).toISOString(), publicNumber: true })
    const { slotId } = await classOn(SATURDAY, slot)
    await done(linli, 'mother', 'applyForDraw', { communityId, slotId, party: child(childId), points: 0 })
    linli.clock.now = drawAt
    await tick(linli, linli.clock.now)
    await withdraw(childId)
    linli.clock.now = SATURDAY - HOUR
    await tick(linli, linli.clock.now)
    expect(await rows('SELECT attendee_id FROM place WHERE cancelled_at IS NULL')).toEqual([])
  })

  it('leaves a row without a name, as soon as no open books need it', async () => {
    const childId = await addChild('mother')
    const { slotId, sessionId } = await classOn(SATURDAY)
    await book('mother', slotId, child(childId))
    const nickname = async () =>
      (await rows<{ nickname: string }>('SELECT nickname FROM child WHERE id = $1', [childId]))[0]?.nickname
    // The class has begun: its leader still calls the roll.
    linli.clock.now = SATURDAY + HOUR / 2
    expect((await withdraw(childId)).givenUp).toEqual([])
    await tick(linli, linli.clock.now)
    expect(await nickname()).toBe('小满')
    linli.clock.now = SATURDAY + HOUR
    await done(linli, 'cadre', 'confirmSession', { communityId, sessionId, headCount: 0, absent: [childId] })
    await tick(linli, linli.clock.now)
    expect(await nickname()).toBe('')
    const [kept] = await rows('SELECT consent_version, consented_at, consented_by FROM child WHERE id = $1', [
      childId,
    ])
    expect(kept).toEqual({ consent_version: null, consented_at: null, consented_by: null })
  })

  it('and nothing booked, leaves no name at once, nor is there such a child any more', async () => {
    const childId = await addChild('mother')
    await withdraw(childId)
    expect(await rows('SELECT nickname FROM child WHERE id = $1', [childId])).toEqual([{ nickname: '' }])
    const { slotId } = await classOn(SATURDAY)
    expect(await book('mother', slotId, child(childId))).toMatchObject({ error: { code: 'not_found' } })
    const again = await call(linli, 'mother', 'withdrawConsent', { communityId, childId, dryRun: false })
    expect(again).toMatchObject({ error: { code: 'not_found' } })
  })
})

describe('an age band', () => {
  it('is asked about after twelve months, once, and bars nothing meanwhile', async () => {
    const childId = await addChild('mother')
    linli.clock.now = MONDAY + 365 * DAY - 1
    await tick(linli, linli.clock.now)
    expect((await childrenOf('mother'))[0]?.ageBandOld).toBe(false)
    linli.clock.now += 1
    await tick(linli, linli.clock.now)
    await tick(linli, linli.clock.now)
    const { notices } = await done(linli, 'mother', 'listNotices', { communityId })
    expect(notices.map((it) => it.kind)).toEqual(['age_band_due'])
    expect((await childrenOf('mother'))[0]?.ageBandOld).toBe(true)
    const { slotId } = await classOn(linli.clock.now + 3 * DAY)
    expect(await book('mother', slotId, child(childId))).toMatchObject({ ok: true })
    // The same again is an answer, too.
    await done(linli, 'mother', 'setAgeBand', { communityId, childId, ageBand: '3-6' })
    expect((await childrenOf('mother'))[0]).toMatchObject({ ageBand: '3-6', ageBandOld: false })
    await tick(linli, linli.clock.now + 364 * DAY)
    expect((await done(linli, 'mother', 'listNotices', { communityId })).notices).toHaveLength(1)
  })
})

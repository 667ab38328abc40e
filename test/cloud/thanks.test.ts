import { CONSENT_VERSION } from '@/domain/child'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import { pictureBookClass, post, seat } from './calls'
import { call, deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
const self = [{ kind: 'self' }]

let linli: TestDeployment
let here: Neighbourhood
let communityId: string
let sessionId: string
let seats: string
let posts: string
let leader: string
beforeEach(async () => {
  linli = await deploy(MONDAY)
  here = await settle(linli)
  communityId = here.communityId
  for (const who of ['family', 'another', 'reader', 'stranger']) await here.resident(who)
  leader = await here.resident('leader')
  const slots = [seat({ ageBand: null }), post()]
  const published = await done(linli, 'cadre', 'publishCall', pictureBookClass(communityId, SATURDAY, slots))
  sessionId = published.sessionIds[0] ?? ''
  const view = await done(linli, 'cadre', 'getSession', { communityId, sessionId })
  seats = view.slots[0]?.id ?? ''
  posts = view.slots[1]?.id ?? ''
  await bring('family', '小满')
  await bring('another', '小禾')
  await done(linli, 'reader', 'bookSlot', { communityId, slotId: posts, party: self })
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

async function bring(who: string, nickname: string) {
  const child = { communityId, nickname, ageBand: '3-6', consentVersion: CONSENT_VERSION }
  const { childId } = await done(linli, who, 'addChild', child)
  await done(linli, who, 'bookSlot', { communityId, slotId: seats, party: [{ kind: 'child', childId }] })
}
const end = (later = 0) => void (linli.clock.now = SATURDAY + HOUR + later)
const thank = (who: string) => call(linli, who, 'thankHelpers', { communityId, sessionId })
const seen = async (who: string) => (await done(linli, who, 'getSession', { communityId, sessionId })).thanks
const told = async (who: string) =>
  (await done(linli, who, 'listNotices', { communityId })).notices.filter((it) => it.kind === 'thanked')

it('is one tap of each family, and the helper sees how many there were', async () => {
  end()
  expect(await seen('family')).toEqual({ received: 0, own: 'open' })
  expect(await seen('reader')).toEqual({ received: 0, own: null })
  for (const who of ['family', 'family', 'another']) expect(await thank(who)).toMatchObject({ ok: true })
  expect(await seen('family')).toEqual({ received: 0, own: 'given' })
  expect(await seen('reader')).toEqual({ received: 2, own: null })
  expect(await told('reader')).toMatchObject([{ session: { id: sessionId } }])
})

it('reaches who led it as well', async () => {
  await done(linli, 'cadre', 'appointLeader', { communityId, sessionId, residentId: leader })
  end()
  await thank('family')
  expect(await seen('leader')).toEqual({ received: 1, own: null })
  expect(await told('leader')).toHaveLength(1)
})

it('is nobody’s to see who was not there', async () => {
  end()
  await thank('family')
  expect(await seen('stranger')).toBeNull()
  expect(await seen('visitor')).toBeNull()
})

it.each([
  ['before it is over', 'family', -MINUTE],
  ['two weeks later', 'family', 14 * DAY],
  ['by who was not there', 'stranger', 0],
  ['by who helped', 'reader', 0],
])('is not there %s', async (_, who, later) => {
  end(later)
  expect(await thank(who)).toMatchObject({ ok: false, error: { code: 'not_found' } })
  expect((await seen(who))?.own ?? null).toBeNull()
})

it('is not there for who did not come, and does not reach a helper who did not', async () => {
  end()
  const roster = await done(linli, 'cadre', 'getRoster', { communityId, sessionId })
  const absent = roster.slots.flatMap((slot) => slot.rows).map((row) => row.attendeeId)
  await done(linli, 'cadre', 'confirmSession', { communityId, sessionId, headCount: 0, absent })
  expect(await seen('family')).toBeNull()
  expect(await thank('family')).toMatchObject({ error: { code: 'not_found' } })
})

describe('among the bookings that are past', () => {
  const past = async (who: string) =>
    (await done(linli, who, 'listMyBookings', { communityId, which: 'past' })).bookings
  const toThank = async (who: string) => (await past(who)).map((it) => it.toThank)

  it('is offered until the household has thanked', async () => {
    end(-MINUTE)
    const upcoming = await done(linli, 'family', 'listMyBookings', { communityId, which: 'upcoming' })
    expect(upcoming.bookings.map((it) => it.toThank)).toEqual([false])
    end()
    expect(await toThank('family')).toEqual([true])
    await thank('family')
    expect(await toThank('family')).toEqual([false])
    expect(await toThank('another')).toEqual([true])
  })

  it('is offered once for a class two children were in on bookings of their own', async () => {
    await bring('family', '小麦')
    end()
    expect((await toThank('family')).sort()).toEqual([false, true])
  })

  it('is not offered to who helped, two weeks later, nor to who did not come', async () => {
    end()
    expect(await toThank('reader')).toEqual([false])
    end(14 * DAY)
    expect(await toThank('family')).toEqual([false])
    end()
    const roster = await done(linli, 'cadre', 'getRoster', { communityId, sessionId })
    const absent = roster.slots.flatMap((slot) => slot.rows).map((row) => row.attendeeId)
    await done(linli, 'cadre', 'confirmSession', { communityId, sessionId, headCount: 0, absent })
    expect(await toThank('family')).toEqual([false])
  })

  it('is not offered where nobody of another household helped', async () => {
    const only = pictureBookClass(communityId, SATURDAY + 2 * HOUR, [seat({ ageBand: null })])
    const alone = (await done(linli, 'cadre', 'publishCall', only)).sessionIds[0] ?? ''
    const { slots, people } = await done(linli, 'family', 'getSession', { communityId, sessionId: alone })
    const child = people.find((it) => it.kind === 'child')?.id
    await done(linli, 'family', 'bookSlot', {
      ...{ communityId, slotId: slots[0]?.id, party: [{ kind: 'child', childId: child }] },
    })
    end(2 * HOUR)
    expect((await past('family')).map((it) => [it.session.id === alone, it.toThank])).toEqual([
      [true, false],
      [false, true],
    ])
  })
})

it('stands in the record of who helped, as a count of the other families', async () => {
  linli.clock.now = SATURDAY
  const { code } = await done(linli, 'cadre', 'getCheckInCode', { communityId, sessionId })
  await done(linli, 'reader', 'checkIn', { communityId, sessionId, code })
  end()
  await done(linli, 'cadre', 'confirmSession', { communityId, sessionId, headCount: 1, absent: [] })
  const thanksOf = async () =>
    (await done(linli, 'reader', 'listServiceRecords', { communityId })).records.map((it) => it.thanks)
  expect(await thanksOf()).toEqual([0])
  for (const who of ['family', 'another']) await thank(who)
  expect(await thanksOf()).toEqual([2])
})

import { CONSENT_VERSION } from '@/domain/child'
import { DAY, HOUR } from '@/domain/time'
import { pictureBookClass, post, seat, withWindow } from '../cloud/calls'
import {
  call,
  deploy,
  done,
  reasonOf,
  settle,
  type Neighbourhood,
  type TestDeployment,
} from '../cloud/deployment'
import { brokenInvariants } from '../invariants'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
const self = [{ kind: 'self' }]

let linli: TestDeployment
let community: Neighbourhood

beforeEach(async () => {
  linli = await deploy(MONDAY, 16)
  community = await settle(linli)
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  expect(await brokenInvariants(linli.database)).toEqual([])
  await linli.close()
})

async function publish(slots: object[], startsAt = SATURDAY) {
  const { communityId } = community
  const published = await done(linli, 'cadre', 'publishCall', pictureBookClass(communityId, startsAt, slots))
  const sessionId = published.sessionIds[0] ?? ''
  const view = await done(linli, 'cadre', 'getSession', { communityId, sessionId })
  return { sessionId, slots: view.slots.map((slot) => slot.id) }
}

async function present(name: string, sessionId: string) {
  const { communityId } = community
  linli.clock.now = SATURDAY
  const roster = await done(linli, 'cadre', 'revealRoster', { communityId, sessionId, why: '点名' })
  const row = roster.slots.flatMap((slot) => slot.rows).find((it) => it.name === name)
  await done(linli, 'cadre', 'markPresent', {
    communityId,
    sessionId,
    attendeeId: row?.attendeeId,
    why: '忘带手机',
  })
}

async function earnTen(name: string) {
  const { communityId } = community
  const { sessionId, slots } = await publish([post()])
  await done(linli, name, 'bookSlot', { communityId, slotId: slots[0], party: self })
  await present(name, sessionId)
  linli.clock.now = SATURDAY + HOUR
  await done(linli, 'cadre', 'confirmSession', { communityId, sessionId, headCount: 1, absent: [] })
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `neighbour-${index}`)

describe('at the same moment', () => {
  it('a hundred neighbours take exactly the thirty places there are', async () => {
    const { communityId } = community
    const { slots, sessionId } = await publish([post({ capacity: 30 })])
    const answers = await Promise.all(
      names(100).map((name) => call(linli, name, 'bookSlot', { communityId, slotId: slots[0], party: self })),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(30)
    for (const answer of answers) if (!answer.ok) expect(reasonOf(answer).reason).toBe('slot_full')
    const view = await done(linli, 'cadre', 'getSession', { communityId, sessionId })
    expect(view.slots[0]?.places.held).toBe(30)
  })

  it('one request sent twenty times has one effect and one answer', async () => {
    const { communityId } = community
    const { slots } = await publish([post({ capacity: 30 })])
    await community.resident('wang')
    const payload = { communityId, slotId: slots[0], party: self }
    const send = (who: string) =>
      Promise.all(names(20).map(() => call(linli, who, 'bookSlot', payload, 'the-same-request')))
    for (const who of ['wang', 'stranger']) {
      const answers = await send(who)
      const bookings = answers.map((answer) =>
        answer.ok ? answer.data.bookingId : JSON.stringify(answer.error),
      )
      expect(new Set(bookings).size).toBe(1)
      const mine = await done(linli, who, 'listMyBookings', { communityId, which: 'upcoming' })
      expect(mine.bookings).toHaveLength(1)
    }
  })

  it('one household does not get two posts that overlap, in two calls', async () => {
    const { communityId } = community
    const calls = await Promise.all(names(8).map(() => publish([post({ capacity: 3 })])))
    await community.resident('wang')
    const answers = await Promise.all(
      calls.map(({ slots }) =>
        call(linli, 'wang', 'bookSlot', { communityId, slotId: slots[0], party: self }),
      ),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    for (const answer of answers) if (!answer.ok) expect(reasonOf(answer).reason).toBe('overlaps')
  })

  it('one household does not spend the same points in two windows', async () => {
    const { communityId } = community
    await community.resident('lin')
    const { childId } = await done(linli, 'lin', 'addChild', {
      communityId,
      nickname: '小满',
      ageBand: '3-6',
      consentVersion: CONSENT_VERSION,
    })
    await earnTen('lin')
    const now = linli.clock.now
    const calls = []
    for (let day = 3; day < 9; day += 1) calls.push(await publish([seat(withWindow(now))], now + day * DAY))
    const party = [{ kind: 'child', childId }]
    const answers = await Promise.all(
      calls.map(({ slots }) => call(linli, 'lin', 'bookSlot', { communityId, slotId: slots[0], party })),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    for (const answer of answers)
      if (!answer.ok) expect(reasonOf(answer)).toMatchObject({ reason: 'not_open_yet', have: 0 })
    expect(await done(linli, 'lin', 'getStatement', { communityId })).toMatchObject({ balance: 0 })
  })

  it('ten confirmations of one session give its points once', async () => {
    const { communityId } = community
    const { sessionId, slots } = await publish([post()])
    await community.resident('wang')
    await done(linli, 'wang', 'bookSlot', { communityId, slotId: slots[0], party: self })
    await present('wang', sessionId)
    linli.clock.now = SATURDAY + HOUR
    const confirm = { communityId, sessionId, headCount: 1, absent: [] }
    await Promise.all(names(10).map(() => done(linli, 'cadre', 'confirmSession', confirm)))
    expect(await done(linli, 'wang', 'getStatement', { communityId })).toMatchObject({ balance: 10 })
  })

  it('cancelling, joining and booking leave no place lost or taken twice', async () => {
    const { communityId } = community
    const { slots, sessionId } = await publish([post({ capacity: 5 })])
    const slotId = slots[0]
    const booked = await Promise.all(
      names(5).map((name) => done(linli, name, 'bookSlot', { communityId, slotId, party: self })),
    )
    const waiting = names(25).slice(5)
    await Promise.all(
      waiting.map((name) =>
        done(linli, name, 'joinWaitlist', { communityId, slotId, party: self, usePoints: false }),
      ),
    )
    const latecomers = Array.from({ length: 10 }, (_, index) => `late-${index}`)
    await Promise.all([
      ...booked.map(({ bookingId }, index) =>
        done(linli, `neighbour-${index}`, 'cancelBooking', { communityId, bookingId }),
      ),
      ...latecomers.map((name) => call(linli, name, 'bookSlot', { communityId, slotId, party: self })),
    ])
    const view = await done(linli, 'cadre', 'getSession', { communityId, sessionId })
    expect(view.slots[0]?.places).toMatchObject({ held: 5, waitlist: 15 })
    for (const name of latecomers) expect((await done(linli, name, 'whoAmI', {})).memberships).toEqual([])
  })
})

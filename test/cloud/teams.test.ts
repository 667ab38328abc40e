import { DAY } from '@/domain/time'
import { pictureBookClass, post, seat } from './calls'
import { call, deploy, done, reasonOf, settle, type Neighbourhood, type TestDeployment } from './deployment'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')

let linli: TestDeployment
let here: Neighbourhood
let communityId: string
beforeEach(async () => {
  linli = await deploy(MONDAY)
  here = await settle(linli)
  communityId = here.communityId
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

async function create(name: string, kind = 'club') {
  linli.clock.now += 1
  return (await done(linli, 'cadre', 'createTeam', { communityId, kind, name })).teamId
}
const join = (who: string, teamId: string) => done(linli, who, 'joinTeam', { communityId, teamId })
const teams = async (who = 'cadre') => done(linli, who, 'listTeams', { communityId })
async function publish(teamIds: string[] = [], startsAt = SATURDAY) {
  const draft = pictureBookClass(communityId, startsAt, [post({ capacity: 9 })])
  const { sessionIds } = await done(linli, 'cadre', 'publishCall', { ...draft, teamIds })
  return sessionIds[0] ?? ''
}
const sessionOf = (sessionId: string, who = 'cadre') =>
  done(linli, who, 'getSession', { communityId, sessionId })
async function book(who: string, sessionId: string) {
  const slotId = (await sessionOf(sessionId, who)).slots[0]?.id
  return done(linli, who, 'bookSlot', { communityId, slotId, party: [{ kind: 'self' }] })
}

it('is made by a cadre, joined and left by residents, and counted', async () => {
  const choir = await create('合唱队')
  const branch = await create('第三党支部', 'party_branch')
  await here.resident('wang')
  await join('wang', choir)
  expect(await teams('wang')).toMatchObject({
    mine: choir,
    teams: [{ name: '合唱队', members: 1 }, { members: 0 }],
  })
  await join('wang', branch)
  expect(await teams('wang')).toMatchObject({ mine: branch, teams: [{ members: 0 }, { members: 1 }] })
  await done(linli, 'wang', 'leaveTeam', { communityId })
  expect((await teams('wang')).mine).toBeNull()
})

it('has a name of its own until it ends, and is joined no more then', async () => {
  const choir = await create('合唱队')
  const again = await call(linli, 'cadre', 'createTeam', { communityId, kind: 'club', name: '合唱队' })
  expect(reasonOf(again)).toEqual({ reason: 'team_name_taken' })
  await here.resident('wang')
  await join('wang', choir)
  await done(linli, 'cadre', 'endTeam', { communityId, teamId: choir })
  expect(await teams('wang')).toMatchObject({ mine: null, teams: [] })
  expect(await call(linli, 'wang', 'joinTeam', { communityId, teamId: choir })).toMatchObject({
    error: { code: 'not_found' },
  })
  await create('合唱队')
})

it('has a name that the platform’s check lets pass, as the public reads it', async () => {
  linli.services.checkContent = () => Promise.resolve({ suggest: 'risky', label: 'advert' })
  const make = () => call(linli, 'cadre', 'createTeam', { communityId, kind: 'club', name: '低价代购队' })
  expect(reasonOf(await make())).toEqual({ reason: 'content_refused', label: 'advert' })
  linli.services.checkContent = () => Promise.resolve({ suggest: 'unanswered', cause: 'no_answer' })
  expect(reasonOf(await make())).toEqual({ reason: 'content_unchecked' })
  expect((await teams()).teams).toEqual([])
})

it('shows how many of a team go from three on, by the team they were in when they booked', async () => {
  const choir = await create('合唱队')
  const other = await create('书法社')
  const sessionId = await publish()
  for (const who of ['a', 'b', 'c']) {
    await here.resident(who)
    await join(who, choir)
  }
  await book('a', sessionId)
  const booking = await book('b', sessionId)
  expect((await sessionOf(sessionId)).teams).toEqual([])
  await book('c', sessionId)
  await join('a', other)
  expect((await sessionOf(sessionId)).teams).toEqual([{ name: '合唱队', going: 3 }])
  await done(linli, 'b', 'cancelBooking', { communityId, bookingId: booking.bookingId })
  expect((await sessionOf(sessionId)).teams).toEqual([])
})

it('is named by a call that is for it, and others may book all the same', async () => {
  const choir = await create('合唱队')
  const gone = await create('老队伍')
  await done(linli, 'cadre', 'endTeam', { communityId, teamId: gone })
  const sessionId = await publish([gone, choir])
  expect((await sessionOf(sessionId, 'a visitor')).forTeams).toEqual(['合唱队'])
  await here.resident('wang')
  await book('wang', sessionId)
  expect((await sessionOf(await publish([], SATURDAY + DAY))).forTeams).toEqual([])
})

it('of another community is neither joined nor named', async () => {
  const there = await settle(linli, '另一个社区')
  const { teamId } = await done(linli, 'cadre', 'createTeam', {
    ...{ communityId: there.communityId, kind: 'club', name: '合唱队' },
  })
  expect(await call(linli, 'cadre', 'joinTeam', { communityId, teamId })).toMatchObject({
    error: { code: 'not_found' },
  })
  expect((await sessionOf(await publish([teamId]))).forTeams).toEqual([])
})

describe('a post kept for the teams of its call', () => {
  const UNTIL = SATURDAY - DAY
  let choir: string
  let sessionId: string
  beforeEach(async () => {
    choir = await create('合唱队')
    const draft = pictureBookClass(communityId, SATURDAY, [
      post({ capacity: 2, teamsFirst: true }),
      seat({ ageBand: null }),
    ])
    const { sessionIds } = await done(linli, 'cadre', 'publishCall', { ...draft, teamIds: [choir] })
    sessionId = sessionIds[0] ?? ''
    for (const who of ['wang', 'li', 'zhao']) await here.resident(who)
    await join('wang', choir)
  })
  const first = { reason: 'teams_first', until: UNTIL }
  const tryToBook = async (who: string) => {
    const slotId = (await sessionOf(sessionId, who)).slots[0]?.id
    return call(linli, who, 'bookSlot', { communityId, slotId, party: [{ kind: 'self' }] })
  }

  it('is theirs until a day before the start, and everybody’s from then on', async () => {
    expect(reasonOf(await tryToBook('li'))).toEqual(first)
    expect((await tryToBook('wang')).ok).toBe(true)
    linli.clock.now = UNTIL - 1
    expect(reasonOf(await tryToBook('li'))).toEqual(first)
    linli.clock.now = UNTIL
    expect((await tryToBook('li')).ok).toBe(true)
  })

  it('is no longer theirs who left the team, and theirs who joined it', async () => {
    await done(linli, 'wang', 'leaveTeam', { communityId })
    expect(reasonOf(await tryToBook('wang'))).toEqual(first)
    await join('li', choir)
    expect((await tryToBook('li')).ok).toBe(true)
  })

  it('keeps nobody from its other slots', async () => {
    const seatId = (await sessionOf(sessionId, 'li')).slots[1]?.id
    const payload = { communityId, slotId: seatId, party: [{ kind: 'self' }] }
    expect((await call(linli, 'li', 'bookSlot', payload)).ok).toBe(true)
  })

  it('goes on to the next of the team, past others who wait, until then', async () => {
    await join('li', choir)
    await join('zhao', choir)
    await here.resident('qian')
    const booking = await book('wang', sessionId)
    await book('li', sessionId)
    const slotId = (await sessionOf(sessionId)).slots[0]?.id
    const wait = (who: string) =>
      call(linli, who, 'joinWaitlist', {
        ...{ communityId, slotId, party: [{ kind: 'self' }], usePoints: false },
      })
    expect((await wait('qian')).ok).toBe(true)
    expect((await wait('zhao')).ok).toBe(true)
    await done(linli, 'wang', 'cancelBooking', { communityId, bookingId: booking.bookingId })
    expect((await sessionOf(sessionId, 'zhao')).slots[0]?.booked).toHaveLength(1)
    expect((await sessionOf(sessionId, 'qian')).slots[0]?.booked).toEqual([])
  })

  it('is written again with the call, as long as one of its teams stands', async () => {
    const { callId = '' } =
      (await done(linli, 'cadre', 'listPastCalls', { communityId })).calls.map((it) => ({
        callId: it.id,
      }))[0] ?? {}
    const written = async () => (await done(linli, 'cadre', 'getCall', { communityId, callId })).draft
    expect(await written()).toMatchObject({
      teamIds: [choir],
      slots: [{ teamsFirst: true }, { teamsFirst: false }],
    })
    await done(linli, 'cadre', 'endTeam', { communityId, teamId: choir })
    expect(await written()).not.toHaveProperty('teamIds')
    expect((await written()).slots[0]?.teamsFirst).toBe(false)
  })

  it('is everybody’s at once where no team stands any more, or the start is near', async () => {
    await done(linli, 'cadre', 'endTeam', { communityId, teamId: choir })
    const draft = pictureBookClass(communityId, SATURDAY + DAY, [post({ teamsFirst: true })])
    const { sessionIds } = await done(linli, 'cadre', 'publishCall', { ...draft, teamIds: [choir] })
    sessionId = sessionIds[0] ?? ''
    expect((await tryToBook('li')).ok).toBe(true)
  })
})

it.each([
  ['a seat', [seat({ teamsFirst: true })], 'teams_first_on_seat'],
  ['a post of a call that names no team', [post({ teamsFirst: true })], 'teams_first_of_none'],
])('is not kept for teams: %s', async (_, slots, fault) => {
  const answer = await call(linli, 'cadre', 'publishCall', pictureBookClass(communityId, SATURDAY, slots))
  expect(JSON.stringify(answer)).toContain(fault)
})

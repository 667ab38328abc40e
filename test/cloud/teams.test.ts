import { DAY } from '@/domain/time'
import { pictureBookClass, post } from './calls'
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

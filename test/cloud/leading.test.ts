import type { Answer } from '@/contract/actions'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import { pictureBookClass, post } from './calls'
import { call, deploy, done, reasonOf, settle, type Neighbourhood, type TestDeployment } from './deployment'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const STARTS = Date.parse('2026-03-07T10:00:00+08:00')
const ENDS = STARTS + HOUR

let linli: TestDeployment
let here: Neighbourhood
let communityId: string
let sessionId: string
let leaderId: string
let bookerId: string
beforeEach(async () => {
  linli = await deploy(MONDAY)
  here = await settle(linli)
  communityId = here.communityId
  const draft = pictureBookClass(communityId, STARTS, [post({ capacity: 5 })])
  sessionId = (await done(linli, 'cadre', 'publishCall', draft)).sessionIds[0] ?? ''
  leaderId = await here.resident('刘建国')
  bookerId = await here.resident('王芳')
  const { slots } = await done(linli, '王芳', 'getSession', { communityId, sessionId })
  await done(linli, '王芳', 'bookSlot', { communityId, slotId: slots[0]?.id, party: [{ kind: 'self' }] })
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

const session = () => ({ communityId, sessionId })
const appoint = (residentId = leaderId) => done(linli, 'cadre', 'appointLeader', { ...session(), residentId })
const statusOf = async (openId: string, action: 'getRoster' | 'confirmSession', payload: object) => {
  const answer = await call(linli, openId, action, payload)
  return answer.ok ? 'ok' : answer.error.code
}
const namesOf = (roster: Answer<'getRoster'>) =>
  roster.slots.flatMap((slot) => slot.rows.map((row) => row.name))
const roster = (who: string) => done(linli, who, 'getRoster', session())
const log = () =>
  linli.database.transaction((tx) =>
    tx.query<{ action: string; why: string | null }>(
      `SELECT action, why FROM audit_entry WHERE session_id = $1 ORDER BY ctid`,
      [sessionId],
    ),
  )

it('lets a leader see the list masked, mark who is there, and not close the books', async () => {
  await appoint()
  expect(await roster('刘建国')).toMatchObject({ leads: true, revealed: false, toCall: [] })
  expect(namesOf(await roster('刘建国'))).toEqual(['王**'])
  expect((await done(linli, '刘建国', 'revealRoster', { ...session(), why: '打电话联系' })).revealed).toBe(
    true,
  )
  linli.clock.now = STARTS
  expect((await done(linli, '刘建国', 'getCheckInCode', session())).code).toMatch(/^[0-9]{6}$/)
  await done(linli, '刘建国', 'markPresent', { ...session(), attendeeId: bookerId, why: '没带手机' })
  linli.clock.now = ENDS
  const closing = { ...session(), headCount: 1, absent: [] }
  expect(await statusOf('刘建国', 'confirmSession', closing)).toBe('forbidden')
  expect((await log()).map((it) => it.action)).toEqual(['appointLeader', 'revealRoster', 'markPresent'])
})

it('shows a leader nothing of how somebody served, which cadres say to cadres', async () => {
  await appoint()
  linli.clock.now = STARTS
  await done(linli, '刘建国', 'markPresent', { ...session(), attendeeId: bookerId, why: '没带手机' })
  linli.clock.now = ENDS
  await done(linli, 'cadre', 'confirmSession', { ...session(), headCount: 1, absent: [] })
  await done(linli, 'cadre', 'evaluateService', { ...session(), attendeeId: bookerId, evaluation: 'good' })
  const saidOf = async (who: string) => (await roster(who)).slots[0]?.rows[0]?.evaluation
  expect(await saidOf('cadre')).toBe('good')
  expect(await saidOf('刘建国')).toBeNull()
})

it('names a leader to the neighbours by team, or by a masked name to members', async () => {
  const leaderFor = async (who: string) => (await done(linli, who, 'getSession', session())).leader
  expect(await leaderFor('王芳')).toBeNull()
  await appoint()
  expect(await leaderFor('王芳')).toEqual({ name: '刘**', team: null, self: false })
  expect(await leaderFor('刘建国')).toMatchObject({ self: true })
  expect(await leaderFor('a visitor')).toEqual({ name: '', team: null, self: false })
  const { teamId } = await done(linli, 'cadre', 'createTeam', {
    communityId,
    kind: 'workplace',
    name: '附中',
  })
  await done(linli, '刘建国', 'joinTeam', { communityId, teamId })
  expect(await leaderFor('a visitor')).toEqual({ name: '', team: '附中', self: false })
})

it('puts the sessions somebody leads on their first page, with a notice, until they are taken back', async () => {
  const home = () => done(linli, '刘建国', 'getHome', { communityId })
  await appoint()
  expect((await home()).leads.map((it) => it.id)).toEqual([sessionId])
  await appoint(bookerId)
  expect((await home()).leads).toEqual([])
  expect(await statusOf('刘建国', 'getRoster', session())).toBe('forbidden')
  const { notices } = await done(linli, '刘建国', 'listNotices', { communityId })
  expect(notices.map((it) => it.kind).sort()).toEqual(['leader_appointed', 'leader_dismissed'])
  await done(linli, 'cadre', 'dismissLeader', session())
  await done(linli, 'cadre', 'dismissLeader', session())
  expect((await log()).map((it) => it.action)).toEqual(['appointLeader', 'appointLeader', 'dismissLeader'])
})

it.each([
  ['a day after the end', -1, 'ok'],
  ['no longer', 0, 'forbidden'],
])('leads until %s', async (_, past, status) => {
  await appoint()
  linli.clock.now = ENDS + DAY + past
  expect(await statusOf('刘建国', 'getRoster', session())).toBe(status)
})

it('appoints nobody who is not confirmed, nor for what is over or does not take place', async () => {
  const stranger = await here.resident('stranger', { confirmed: false })
  const refused = async (residentId: string) =>
    reasonOf(await call(linli, 'cadre', 'appointLeader', { ...session(), residentId })).reason
  expect(await refused(stranger)).toBe('resident_unconfirmed')
  linli.clock.now = ENDS + 2 * HOUR
  expect(await refused(leaderId)).toBe('session_over')
  linli.clock.now = MONDAY
  await done(linli, 'cadre', 'cancelSession', { ...session(), cause: 'weather', note: '', dryRun: false })
  expect(await refused(leaderId)).toBe('session_cancelled')
})

describe('a roll call', () => {
  const begin = (who: string) => done(linli, who, 'beginRollCall', session())
  const mayBegin = async (at: number) => {
    linli.clock.now = at
    const answer = await call(linli, 'cadre', 'beginRollCall', session())
    return answer.ok ? 'yes' : reasonOf(answer).reason
  }

  it('opens the names to who began it until two hours after the end, and is logged once', async () => {
    await appoint()
    linli.clock.now = STARTS - 5 * MINUTE
    expect(namesOf(await begin('刘建国'))).toEqual(['王芳'])
    expect(await roster('刘建国')).toMatchObject({ revealed: true, namesUntil: ENDS + 2 * HOUR })
    await begin('刘建国')
    linli.clock.now = ENDS + 2 * HOUR - 1
    expect(namesOf(await roster('刘建国'))).toEqual(['王芳'])
    linli.clock.now += 1
    expect(await roster('刘建国')).toMatchObject({ revealed: false, namesUntil: null })
    expect((await log()).map((it) => it.action)).toEqual(['appointLeader', 'beginRollCall'])
  })

  it('of one person opens no names to another', async () => {
    await here.resident('colleague', { role: 'cadre' })
    linli.clock.now = STARTS
    await begin('cadre')
    expect(namesOf(await roster('colleague'))).toEqual(['王**'])
  })

  it('keeps no names in the answers that are kept', async () => {
    linli.clock.now = STARTS
    await begin('cadre')
    linli.clock.now = ENDS
    await done(linli, 'cadre', 'confirmSession', { ...session(), headCount: 0, absent: [bookerId] })
    const kept = await linli.database.transaction((tx) =>
      tx.query<{ data: string }>(`SELECT data FROM answer WHERE action <> 'bookSlot'`),
    )
    expect(kept.map((it) => it.data).join()).not.toContain('王芳')
  })

  it('begins when check-in opens, and not once the names would be closed again', async () => {
    expect(await mayBegin(STARTS - HOUR - 1)).toBe('check_in_not_open')
    expect(await mayBegin(STARTS - HOUR)).toBe('yes')
    expect(await mayBegin(ENDS + 2 * HOUR - 1)).toBe('yes')
    expect(await mayBegin(ENDS + 2 * HOUR)).toBe('session_over')
  })
})

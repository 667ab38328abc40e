import type { Answer } from '@/contract/actions'
import { CONSENT_VERSION } from '@/domain/child'
import { DAY, HOUR, WEEK } from '@/domain/time'
import { pictureBookClass, post } from './calls'
import { call, deploy, done, reasonOf, settle, type Neighbourhood, type TestDeployment } from './deployment'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
const iso = (at: number) => new Date(at).toISOString()

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

/** Joins as somebody unconfirmed, with an address. */
async function arrive(who: string, building: string, door: string): Promise<string> {
  const { residentId } = await done(linli, who, 'joinCommunity', { communityId, name: who })
  await done(linli, who, 'setAddress', { communityId, gridId: here.gridId, building, door })
  return residentId
}
const log = () =>
  linli.database.transaction((tx) =>
    tx.query<{ action: string; subject: string; why: string | null }>(
      `SELECT action, subject_id AS subject, why FROM audit_entry ORDER BY ctid`,
    ),
  )
const noticesOf = async (who: string) =>
  (await done(linli, who, 'listNotices', { communityId })).notices.map(({ kind, about }) => [kind, about])

describe('the queue of those to confirm', () => {
  const queue = (cursor?: string) =>
    done(linli, 'cadre', 'listUnconfirmed', { communityId, ...(cursor ? { cursor } : {}) })
  const namesAt = ({ doors }: Answer<'listUnconfirmed'>) =>
    doors.map((door) => [
      door.building,
      door.households.map((household) => household.residents.map((it) => it.name)),
    ])

  it('goes by building as people count them, with the households of one door side by side', async () => {
    await arrive('sun', '10号楼', '101')
    await arrive('wang', '2号楼', '501')
    const li = await arrive('li', '2号楼', '502')
    await arrive('zhao', '2号楼', ' 501')
    await done(linli, 'cadre', 'confirmResident', { communityId, residentId: li })
    expect(namesAt(await queue())).toEqual([
      ['2号楼', expect.arrayContaining([['wang'], ['zhao']])],
      ['10号楼', [['sun']]],
    ])
  })

  it('shows who is confirmed already behind a door where somebody waits', async () => {
    const wang = await arrive('wang', '2号楼', '501')
    await done(linli, 'cadre', 'confirmResident', { communityId, residentId: wang })
    expect((await queue()).doors).toEqual([])
    await arrive('zhao', '2号楼', '501')
    const [door] = (await queue()).doors
    const behind = door?.households.flatMap((household) => household.residents) ?? []
    expect(behind.map((it) => [it.name, it.confirmed]).sort()).toEqual([
      ['wang', true],
      ['zhao', false],
    ])
  })

  it('gives every door once, twenty to a page', async () => {
    for (let door = 1; door <= 23; door += 1) await arrive(`r${door}`, '1号楼', String(door))
    const first = await queue()
    expect(first.doors).toHaveLength(20)
    const second = await queue(first.nextCursor ?? '')
    expect(second.nextCursor).toBeNull()
    const names = [...namesAt(first), ...namesAt(second)].map(([, names]) => JSON.stringify(names))
    expect(new Set(names).size).toBe(23)
  })

  it('takes no cursor that is none', async () => {
    const answer = await call(linli, 'cadre', 'listUnconfirmed', { communityId, cursor: 'x:y' })
    expect(answer).toMatchObject({ error: { code: 'bad_input' } })
  })
})

describe('those who are confirmed', () => {
  const found = async (name: string) =>
    (await done(linli, 'cadre', 'listResidents', { communityId, name })).residents.map((it) => it.name)

  it('are found by a part of the name, and nobody else is', async () => {
    await here.resident('王小明')
    await here.resident('王芳')
    await here.resident('小明明', { confirmed: false })
    expect(await found('小明')).toEqual(['王小明'])
    expect((await found('王')).sort()).toEqual(['王小明', '王芳'])
    expect(await found('%')).toEqual([])
  })

  it('have a card with their household, their skills and their services in counts', async () => {
    const residentId = await arrive('wang', '2号楼', '501')
    await done(linli, 'wang', 'addChild', {
      communityId,
      nickname: '小满',
      ageBand: '3-6',
      consentVersion: CONSENT_VERSION,
    })
    await done(linli, 'wang', 'claimSkill', { communityId, skill: 'law' })
    const draft = pictureBookClass(communityId, SATURDAY, [post()])
    const sessionId = (await done(linli, 'cadre', 'publishCall', draft)).sessionIds[0] ?? ''
    const { slots } = await done(linli, 'wang', 'getSession', { communityId, sessionId })
    await done(linli, 'wang', 'bookSlot', { communityId, slotId: slots[0]?.id, party: [{ kind: 'self' }] })
    const card = () => done(linli, 'cadre', 'getMember', { communityId, residentId })
    expect(await card()).toMatchObject({
      ...{ name: 'wang', role: 'resident', confirmedAt: null, suspension: null, suspendable: true },
      household: { gridName: '第一网格', building: '2号楼', residents: [], children: 1 },
      skills: [{ skill: 'law', confirmed: false }],
      ...{ upcoming: 1, services: { count: 0, minutes: 0 }, absences: 0 },
    })
    linli.clock.now = SATURDAY
    await done(linli, 'cadre', 'markPresent', {
      communityId,
      sessionId,
      attendeeId: residentId,
      why: '没带手机',
    })
    linli.clock.now = SATURDAY + HOUR
    await done(linli, 'cadre', 'confirmSession', { communityId, sessionId, headCount: 1, absent: [] })
    expect(await card()).toMatchObject({ upcoming: 0, services: { count: 1, minutes: 60 } })
    linli.clock.now = SATURDAY + 365 * DAY
    expect(await card()).toMatchObject({ services: { count: 0, minutes: 0 } })
  })
})

describe('a role', () => {
  let wang: string
  beforeEach(async () => {
    await here.resident('admin', { role: 'admin' })
    wang = await here.resident('wang')
  })
  const setRole = (who: string, residentId: string, role: string) =>
    call(linli, who, 'setRole', { communityId, residentId, role })
  const idOf = async (who: string) => (await done(linli, who, 'whoAmI', {})).memberships[0]?.residentId ?? ''

  it('is given and taken by an admin, told and logged', async () => {
    expect(await setRole('admin', wang, 'cadre')).toMatchObject({ ok: true })
    await done(linli, 'wang', 'listCalls', { communityId, which: 'open' })
    await setRole('admin', wang, 'cadre')
    expect(await setRole('admin', wang, 'resident')).toMatchObject({ ok: true })
    expect(await call(linli, 'wang', 'listCalls', { communityId, which: 'open' })).toMatchObject({
      ok: false,
    })
    expect((await log()).map((it) => [it.action, it.why])).toEqual([
      ['setRole', 'cadre'],
      ['setRole', 'resident'],
    ])
    expect(await noticesOf('wang')).toHaveLength(2)
  })

  it('is given to nobody whom no cadre has confirmed', async () => {
    const stranger = await here.resident('stranger', { confirmed: false })
    expect(reasonOf(await setRole('admin', stranger, 'cadre'))).toEqual({ reason: 'resident_unconfirmed' })
  })

  it('of the last admin stays, and the last but one may go', async () => {
    const admin = await idOf('admin')
    expect(reasonOf(await setRole('admin', admin, 'cadre'))).toEqual({ reason: 'last_admin' })
    await setRole('admin', wang, 'admin')
    expect(await setRole('admin', admin, 'resident')).toMatchObject({ ok: true })
    expect(reasonOf(await setRole('wang', wang, 'resident'))).toEqual({ reason: 'last_admin' })
  })

  it('leaves an admin when two dismiss each other at once', async () => {
    await setRole('admin', wang, 'admin')
    const admin = await idOf('admin')
    await Promise.all([setRole('admin', wang, 'resident'), setRole('wang', admin, 'resident')])
    const left = await linli.database.transaction((tx) =>
      tx.query(`SELECT id FROM resident WHERE role = 'admin'`),
    )
    expect(left).toHaveLength(1)
  })
})

describe('a skill', () => {
  const decide = (residentId: string, confirmed: boolean) =>
    done(linli, 'cadre', 'decideSkill', { communityId, residentId, skill: 'mediation', confirmed })
  const skills = async (who: string) => (await done(linli, who, 'getHousehold', { communityId })).skills

  it('that somebody says they have opens a weekly post for a mediator once a cadre has confirmed it', async () => {
    const wang = await here.resident('wang')
    const draft = pictureBookClass(communityId, SATURDAY, [
      post({ skill: 'mediation', title: '调解员', capacity: 1 }),
    ])
    const weeks = [0, 1, 2].map((week) => SATURDAY + week * WEEK)
    const sessions = weeks.map((at) => ({ startsAt: iso(at), endsAt: iso(at + HOUR) }))
    const { sessionIds } = await done(linli, 'cadre', 'publishCall', { ...draft, sessions })
    const claim = async (sessionId: string | undefined) => {
      const { slots } = await done(linli, 'wang', 'getSession', { communityId, sessionId })
      return call(linli, 'wang', 'bookSlot', { communityId, slotId: slots[0]?.id, party: [{ kind: 'self' }] })
    }
    expect(reasonOf(await claim(sessionIds[0]))).toMatchObject({
      reason: 'skill_missing',
      skill: 'mediation',
    })
    expect(await done(linli, 'wang', 'claimSkill', { communityId, skill: 'mediation' })).toEqual({
      confirmed: false,
    })
    const [door] = (await done(linli, 'cadre', 'listUnconfirmed', { communityId })).doors
    expect(door?.households[0]?.residents[0]?.skills).toEqual([{ skill: 'mediation', confirmed: false }])
    expect(reasonOf(await claim(sessionIds[0]))).toMatchObject({ reason: 'skill_missing' })
    await decide(wang, true)
    for (const sessionId of sessionIds) expect(await claim(sessionId)).toMatchObject({ ok: true })
    expect((await done(linli, 'cadre', 'listUnconfirmed', { communityId })).doors).toEqual([])
    expect(await noticesOf('wang')).toContainEqual(['skill_confirmed', 'mediation'])
  })

  it('that is declined is gone, told and logged, and may be said again', async () => {
    const wang = await here.resident('wang')
    await done(linli, 'wang', 'claimSkill', { communityId, skill: 'mediation' })
    await decide(wang, false)
    expect(await skills('wang')).toEqual([])
    expect(await noticesOf('wang')).toEqual([['skill_declined', 'mediation']])
    expect(await log()).toEqual([{ action: 'declineSkill', subject: wang, why: 'mediation' }])
    await done(linli, 'wang', 'claimSkill', { communityId, skill: 'mediation' })
    expect(await skills('wang')).toEqual([{ skill: 'mediation', confirmed: false }])
  })

  it('that is confirmed stays so when it is said again, and ends when it is taken back', async () => {
    const wang = await here.resident('wang')
    await done(linli, 'wang', 'claimSkill', { communityId, skill: 'mediation' })
    await decide(wang, true)
    expect(await done(linli, 'wang', 'claimSkill', { communityId, skill: 'mediation' })).toEqual({
      confirmed: true,
    })
    await done(linli, 'wang', 'withdrawSkill', { communityId, skill: 'mediation' })
    expect(await skills('wang')).toEqual([])
    expect(
      await call(linli, 'cadre', 'decideSkill', {
        communityId,
        residentId: wang,
        skill: 'mediation',
        confirmed: true,
      }),
    ).toMatchObject({
      error: { code: 'not_found' },
    })
  })
})

describe('a suspension', () => {
  let wang: string
  let slotId: string | undefined
  beforeEach(async () => {
    wang = await here.resident('wang')
    const draft = pictureBookClass(communityId, SATURDAY, [post()])
    const sessionId = (await done(linli, 'cadre', 'publishCall', draft)).sessionIds[0]
    slotId = (await done(linli, 'wang', 'getSession', { communityId, sessionId })).slots[0]?.id
  })
  const suspend = (who: string, residentId: string, until = MONDAY + DAY) =>
    call(linli, who, 'suspendResident', { communityId, residentId, until: iso(until), why: '三次没来' })
  const book = () => call(linli, 'wang', 'bookSlot', { communityId, slotId, party: [{ kind: 'self' }] })

  it('refuses with its reason until it ends, and is told and logged', async () => {
    expect(await suspend('cadre', wang)).toMatchObject({ ok: true })
    expect(reasonOf(await book())).toEqual({ reason: 'suspended', until: MONDAY + DAY, cause: '三次没来' })
    expect(await noticesOf('wang')).toEqual([['suspended', '三次没来']])
    expect((await log()).at(-1)).toEqual({ action: 'suspendResident', subject: wang, why: '三次没来' })
    linli.clock.now = MONDAY + DAY
    expect(await book()).toMatchObject({ ok: true })
  })

  it('ends when it is lifted, and lifting what has ended tells nobody', async () => {
    await suspend('cadre', wang)
    await done(linli, 'cadre', 'liftSuspension', { communityId, residentId: wang })
    await done(linli, 'cadre', 'liftSuspension', { communityId, residentId: wang })
    expect(await book()).toMatchObject({ ok: true })
    expect((await noticesOf('wang')).map(([kind]) => kind).sort()).toEqual(['suspended', 'suspension_lifted'])
  })

  it('of a cadre is an admin’s matter, and nobody suspends themselves', async () => {
    const admin = await here.resident('admin', { role: 'admin' })
    const colleague = await here.resident('colleague', { role: 'cadre' })
    expect(await suspend('cadre', colleague)).toMatchObject({ error: { code: 'forbidden' } })
    expect(await suspend('admin', colleague)).toMatchObject({ ok: true })
    expect(await suspend('admin', admin)).toMatchObject({ error: { code: 'forbidden' } })
  })

  it.each([
    ['ends now', 0, 'bad_input'],
    ['ends in a year and a day', 366 * DAY, 'ok'],
    ['is longer', 366 * DAY + 1, 'bad_input'],
  ])('that %s is %s %s', async (_, length, code) => {
    const answer = await suspend('cadre', wang, MONDAY + length)
    expect(answer.ok ? 'ok' : answer.error.code).toBe(code)
  })
})

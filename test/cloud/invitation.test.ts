import { CONSENT_VERSION } from '@/domain/child'
import { DAY, HOUR } from '@/domain/time'
import { brokenInvariants } from '../invariants'
import { pictureBookClass, post, seat } from './calls'
import { call, deploy, done, reasonOf, settle, type Neighbourhood, type TestDeployment } from './deployment'
import { give } from './give'
import { joinBy } from './households'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')

let linli: TestDeployment
let here: Neighbourhood
let communityId: string
const idOf: Record<string, string> = {}
beforeEach(async () => {
  linli = await deploy(MONDAY)
  here = await settle(linli)
  communityId = here.communityId
  for (const who of ['mother', 'father', 'granny', 'third']) idOf[who] = await here.resident(who)
})
afterEach(async () => {
  expect(await brokenInvariants(linli.database)).toEqual([])
  expect(linli.failures).toEqual([])
  await linli.close()
})

const invite = async (who: string, role: 'guardian' | 'family') =>
  (await done(linli, who, 'inviteToHousehold', { communityId, role })).invitationId
const look = (who: string, invitationId: string) =>
  done(linli, who, 'getInvitation', { communityId, invitationId })
const accept = (who: string, invitationId: string) =>
  call(linli, who, 'acceptInvitation', { communityId, invitationId })
const confirm = (who: string, invitationId: string, guest: string) =>
  call(linli, who, 'confirmJoining', { communityId, invitationId, residentId: idOf[guest] })
const withdraw = (who: string, invitationId: string) =>
  call(linli, who, 'withdrawInvitation', { communityId, invitationId })
const householdOf = (who: string) => done(linli, who, 'getHousehold', { communityId })
const notices = async (who: string) =>
  (await done(linli, who, 'listNotices', { communityId })).notices.map((it) => it.kind)
const code = (answer: Awaited<ReturnType<typeof call>>) => (answer.ok ? 'ok' : answer.error.code)
const addChild = (who: string, nickname: string) =>
  done(linli, who, 'addChild', { communityId, nickname, ageBand: '3-6', consentVersion: CONSENT_VERSION })

it('brings a second guardian in by a link, once both have agreed', async () => {
  await addChild('mother', '小满')
  const link = await invite('mother', 'guardian')
  const seen = await look('father', link)
  expect(seen).toMatchObject({ state: 'open', role: 'guardian', inviter: 'mother', own: { obstacle: null } })
  // Nothing of the children before they are one family.
  expect(JSON.stringify(seen)).not.toContain('小满')
  expect(code(await accept('father', link))).toBe('ok')
  expect((await householdOf('father')).children).toEqual([])
  expect((await look('father', link)).state).toBe('waiting')
  expect(await notices('mother')).toEqual(['joining_waits'])
  expect((await householdOf('mother')).invitations).toMatchObject([
    { id: link, accepted: { id: idOf.father, name: 'father' } },
  ])
  expect(await confirm('mother', link, 'father')).toMatchObject({ data: { children: 0, points: 0 } })
  const home = await householdOf('father')
  expect(Object.fromEntries(home.members.map((it) => [it.name, it.guardian]))).toEqual({
    ...{ mother: true, father: true },
  })
  expect(home.children.map((it) => it.nickname)).toEqual(['小满'])
  expect(await notices('father')).toEqual(['household_joined'])
  expect((await look('father', link)).state).toBe('joined')
})

it('lets family earn, book and bring the children, but neither invite, add, consent nor confirm', async () => {
  const { childId } = await addChild('mother', '小满')
  await joinBy(linli, communityId, { guardian: 'mother', guest: 'granny', role: 'family' })
  const link = await invite('mother', 'guardian')
  await accept('father', link)
  const child = { communityId, childId }
  const refused = {
    inviteToHousehold: { communityId, role: 'family' },
    addChild: { communityId, nickname: '小雨', ageBand: '3-6', consentVersion: CONSENT_VERSION },
    consentForChild: { ...child, consentVersion: CONSENT_VERSION },
    withdrawConsent: { ...child, dryRun: true },
    setAgeBand: { ...child, ageBand: '7-9' },
    confirmJoining: { communityId, invitationId: link, residentId: idOf.father },
    withdrawInvitation: { communityId, invitationId: link },
    setAddress: { communityId, gridId: here.gridId, building: '2号楼', door: '501' },
  } as const
  for (const [action, payload] of Object.entries(refused))
    expect([action, code(await call(linli, 'granny', action as keyof typeof refused, payload))]).toEqual([
      action,
      'forbidden',
    ])
  expect((await householdOf('granny')).invitations).toEqual([])
  const draft = pictureBookClass(communityId, SATURDAY, [seat({ ageBand: null })])
  const { sessionIds } = await done(linli, 'cadre', 'publishCall', draft)
  const view = await done(linli, 'granny', 'getSession', { communityId, sessionId: sessionIds[0] })
  const party = [{ kind: 'child', childId }]
  expect(
    code(await call(linli, 'granny', 'bookSlot', { communityId, slotId: view.slots[0]?.id, party })),
  ).toBe('ok')
})

it('keeps another household’s guardian from confirming, taking back, or touching a child', async () => {
  const { childId } = await addChild('mother', '小满')
  const link = await invite('mother', 'guardian')
  await accept('father', link)
  expect(code(await confirm('third', link, 'father'))).toBe('not_found')
  expect(code(await withdraw('third', link))).toBe('not_found')
  const child = { communityId, childId }
  expect(code(await call(linli, 'third', 'withdrawConsent', { ...child, dryRun: false }))).toBe('not_found')
  expect(
    code(await call(linli, 'third', 'consentForChild', { ...child, consentVersion: CONSENT_VERSION })),
  ).toBe('not_found')
  expect(code(await call(linli, 'third', 'setAgeBand', { ...child, ageBand: '7-9' }))).toBe('not_found')
  // Nor somebody the guardian was not shown.
  expect(code(await confirm('mother', link, 'third'))).toBe('not_found')
  expect((await householdOf('mother')).members).toHaveLength(1)
})

describe('a link opened', () => {
  it('by who sent it', async () => {
    const link = await invite('mother', 'guardian')
    expect(await look('mother', link)).toMatchObject({ state: 'own', own: null })
    expect(reasonOf(await accept('mother', link))).toEqual({ reason: 'invitation_own' })
  })

  it('by a third person after it is used, who learns no name', async () => {
    const link = await invite('mother', 'guardian')
    await accept('father', link)
    expect(await look('third', link)).toMatchObject({ state: 'used', inviter: '', own: null })
    expect(reasonOf(await accept('third', link))).toEqual({ reason: 'invitation_used' })
    await confirm('mother', link, 'father')
    expect(reasonOf(await accept('third', link))).toEqual({ reason: 'invitation_used' })
    expect(reasonOf(await accept('father', link))).toEqual({ reason: 'already_joined' })
  })

  it('after a week', async () => {
    const link = await invite('mother', 'guardian')
    linli.clock.now = MONDAY + 7 * DAY - 1
    expect((await look('father', link)).state).toBe('open')
    linli.clock.now += 1
    expect(await look('father', link)).toMatchObject({ state: 'lapsed', inviter: '' })
    expect(reasonOf(await accept('father', link))).toEqual({ reason: 'invitation_lapsed' })
    expect((await householdOf('mother')).invitations).toEqual([])
  })

  it('and accepted, when the guardian lets a week go by', async () => {
    const link = await invite('mother', 'guardian')
    linli.clock.now = MONDAY + 6 * DAY
    await accept('father', link)
    linli.clock.now = MONDAY + 13 * DAY
    expect(reasonOf(await confirm('mother', link, 'father'))).toEqual({ reason: 'invitation_lapsed' })
  })

  it('after it was taken back', async () => {
    const link = await invite('mother', 'guardian')
    expect(code(await withdraw('mother', link))).toBe('ok')
    expect((await look('father', link)).state).toBe('withdrawn')
    expect(reasonOf(await accept('father', link))).toEqual({ reason: 'invitation_withdrawn' })
    expect(reasonOf(await withdraw('mother', link))).toEqual({ reason: 'invitation_withdrawn' })
  })

  it('that was made up', async () => {
    expect(code(await accept('father', 'zzzzzzzzzzzz'))).toBe('not_found')
  })
})

it('tells who accepted when the guardian does not confirm, and lets them change their own mind', async () => {
  const first = await invite('mother', 'guardian')
  await accept('father', first)
  await withdraw('mother', first)
  expect(await notices('father')).toEqual(['joining_declined'])
  expect((await look('father', first)).state).toBe('declined')
  const second = await invite('mother', 'guardian')
  await accept('father', second)
  expect(code(await withdraw('father', second))).toBe('ok')
  expect(reasonOf(await confirm('mother', second, 'father'))).toEqual({ reason: 'invitation_withdrawn' })
})

it('asks for a name first, as the guardian confirms a name', async () => {
  const link = await invite('mother', 'family')
  await linli.database.transaction((tx) =>
    tx.query('UPDATE resident SET name = NULL WHERE open_id = $1', ['granny']),
  )
  expect(reasonOf(await accept('granny', link))).toEqual({ reason: 'name_missing' })
  await done(linli, 'granny', 'joinCommunity', { communityId, name: '奶奶' })
  expect(code(await accept('granny', link))).toBe('ok')
})

it('has room for two guardians and two of the family', async () => {
  for (const guest of ['a', 'b', 'c', 'd']) idOf[guest] = await here.resident(guest)
  await joinBy(linli, communityId, { guardian: 'mother', guest: 'father', role: 'guardian' })
  const invited = await call(linli, 'mother', 'inviteToHousehold', { communityId, role: 'guardian' })
  expect(reasonOf(invited)).toEqual({ reason: 'role_full', role: 'guardian', max: 2 })
  const links = [await invite('mother', 'family'), await invite('father', 'family')]
  const third = await invite('father', 'family')
  for (const [index, link] of [...links, third].entries()) await accept('abc'[index] ?? '', link)
  await confirm('mother', links[0] ?? '', 'a')
  await confirm('father', links[1] ?? '', 'b')
  expect(reasonOf(await confirm('mother', third, 'c'))).toMatchObject({ reason: 'role_full', role: 'family' })
  expect((await householdOf('mother')).room).toEqual([])
})

it('has no more than four links out at once', async () => {
  for (let sent = 0; sent < 4; sent++) await invite('mother', 'family')
  const fifth = await call(linli, 'mother', 'inviteToHousehold', { communityId, role: 'family' })
  expect(reasonOf(fifth)).toEqual({ reason: 'too_many_invitations', max: 4 })
})

describe('who has a household already', () => {
  it('with others, moves out of there first', async () => {
    await joinBy(linli, communityId, { guardian: 'father', guest: 'granny', role: 'family' })
    const link = await invite('mother', 'family')
    expect((await look('granny', link)).own).toMatchObject({ obstacle: { reason: 'lives_with_others' } })
    expect(reasonOf(await accept('granny', link))).toEqual({ reason: 'lives_with_others' })
    await done(linli, 'granny', 'leaveHousehold', { communityId, dryRun: false })
    expect(code(await accept('granny', link))).toBe('ok')
    expect(code(await confirm('mother', link, 'granny'))).toBe('ok')
  })

  it('with children, comes as a guardian and brings them', async () => {
    await addChild('father', '小雨')
    const family = await invite('mother', 'family')
    expect(reasonOf(await accept('father', family))).toEqual({ reason: 'children_need_guardian' })
    const link = await invite('mother', 'guardian')
    expect((await look('father', link)).own).toMatchObject({ children: 1, obstacle: null })
    await accept('father', link)
    expect(await confirm('mother', link, 'father')).toMatchObject({ data: { children: 1 } })
    expect((await householdOf('mother')).children.map((it) => it.nickname)).toEqual(['小雨'])
  })

  it('with points, brings them, and uses the household’s after 30 days', async () => {
    await give(linli, 'mother', 5)
    await give(linli, 'father', 20)
    const link = await invite('mother', 'guardian')
    expect((await look('father', link)).own).toMatchObject({ points: 20, waitDays: 30 })
    await accept('father', link)
    expect(await confirm('mother', link, 'father')).toMatchObject({ data: { points: 20 } })
    expect((await done(linli, 'mother', 'getStatement', { communityId })).balance).toBe(25)
    const { members } = await householdOf('mother')
    const from = Object.fromEntries(members.map((it) => [it.name, it.pointsFrom]))
    expect(from).toEqual({ mother: null, father: MONDAY + 30 * DAY })
  })

  it('founds it together with who asks, as long as no points have moved', async () => {
    await give(linli, 'father', 20)
    await joinBy(linli, communityId, { guardian: 'mother', guest: 'father', role: 'guardian' })
    expect((await householdOf('mother')).members.map((it) => it.pointsFrom)).toEqual([null, null])
  })

  it('with bookings, brings them, and is still the one who comes', async () => {
    const draft = pictureBookClass(communityId, SATURDAY, [post({ capacity: 2 })])
    const { sessionIds } = await done(linli, 'cadre', 'publishCall', draft)
    const session = { communityId, sessionId: sessionIds[0] ?? '' }
    const view = await done(linli, 'father', 'getSession', session)
    const slot = { communityId, slotId: view.slots[0]?.id }
    await done(linli, 'father', 'bookSlot', { ...slot, party: [{ kind: 'self' }] })
    await joinBy(linli, communityId, { guardian: 'mother', guest: 'father', role: 'guardian' })
    const { bookings } = await done(linli, 'mother', 'listMyBookings', { communityId, which: 'upcoming' })
    expect(bookings).toHaveLength(1)
    linli.clock.now = SATURDAY + HOUR
    await done(linli, 'cadre', 'confirmSession', { ...session, headCount: 1, absent: [] })
    expect((await done(linli, 'mother', 'getStatement', { communityId })).balance).toBe(0)
  })

  it('and served lately, brings points that a correction still finds', async () => {
    const draft = pictureBookClass(communityId, SATURDAY, [post({ capacity: 2 })])
    const { sessionIds } = await done(linli, 'cadre', 'publishCall', draft)
    const session = { communityId, sessionId: sessionIds[0] ?? '' }
    const view = await done(linli, 'father', 'getSession', session)
    const slot = { communityId, slotId: view.slots[0]?.id }
    await done(linli, 'father', 'bookSlot', { ...slot, party: [{ kind: 'self' }] })
    linli.clock.now = SATURDAY
    await done(linli, 'cadre', 'markPresent', { ...session, attendeeId: idOf.father, why: '没带手机' })
    linli.clock.now = SATURDAY + HOUR
    await done(linli, 'cadre', 'confirmSession', { ...session, headCount: 1, absent: [] })
    await give(linli, 'mother', 20)
    await joinBy(linli, communityId, { guardian: 'mother', guest: 'father', role: 'guardian' })
    const balance = async () => (await done(linli, 'mother', 'getStatement', { communityId })).balance
    expect(await balance()).toBe(30)
    for (const [outcome, points] of [
      ['absent', 20],
      ['present', 30],
    ] as const) {
      await done(linli, 'cadre', 'reopenSession', { ...session, why: '点错了' })
      await done(linli, 'cadre', 'setOutcome', { ...session, attendeeId: idOf.father, outcome })
      await done(linli, 'cadre', 'confirmSession', { ...session, headCount: 1, absent: [] })
      expect(await balance()).toBe(points)
    }
  })

  it('and disputes something, or waits for a draw, settles that first', async () => {
    await give(linli, 'father', 20)
    await done(linli, 'father', 'disputeEntry', { communityId, seq: 1, cause: 'points', note: '' })
    const link = await invite('mother', 'guardian')
    expect(reasonOf(await accept('father', link))).toEqual({ reason: 'own_unsettled', count: 1 })
  })
})

it('has a cadre look again at who comes from another door', async () => {
  const door = { communityId, gridId: here.gridId, building: '2号楼' }
  await done(linli, 'mother', 'setAddress', { ...door, door: '501' })
  await done(linli, 'father', 'setAddress', { ...door, door: '501' })
  await done(linli, 'granny', 'setAddress', { ...door, door: '101' })
  await joinBy(linli, communityId, { guardian: 'mother', guest: 'father', role: 'guardian' })
  await joinBy(linli, communityId, { guardian: 'mother', guest: 'granny', role: 'family' })
  expect((await householdOf('father')).confirmed).toBe(true)
  expect((await householdOf('granny')).confirmed).toBe(false)
})

it.each([
  ['who was invited and has accepted', 'father'],
  ['who invited', 'mother'],
])('leads nowhere any more once the account is deleted of one %s', async (_, gone) => {
  const link = await invite('mother', 'family')
  await accept('father', link)
  await done(linli, gone, 'deleteAccount', { communityId, dryRun: false })
  if (gone === 'father') {
    expect((await householdOf('mother')).invitations).toEqual([])
    expect(code(await confirm('mother', link, 'father'))).not.toBe('ok')
  }
  expect((await look('third', link)).state).not.toBe('open')
})

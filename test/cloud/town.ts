import type { ActionName } from '@/contract/actions'
import { newRowId } from '@/cloud/ids'
import { CONSENT_VERSION } from '@/domain/child'
import { DAY, HOUR } from '@/domain/time'
import { pictureBookClass, post, seat } from './calls'
import { done, settle, type Neighbourhood, type TestDeployment } from './deployment'

export const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
export const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
export const roles = ['resident', 'cadre', 'admin'] as const

/** Two communities, with something of everything in the first. */
export interface Town {
  here: Neighbourhood
  there: Neighbourhood
  /** valid ids of `here` */
  ids: Record<
    | 'sessionId'
    | 'slotId'
    | 'bookingId'
    | 'waitlistEntryId'
    | 'residentId'
    | 'attendeeId'
    | 'childId'
    | 'drawSlotId'
    | 'applicationId'
    | 'noticeId'
    | 'heldId'
    | 'callId'
    | 'disputeId'
    | 'teamId'
    | 'skilledId'
    | 'householdId'
    | 'invitationId'
    | 'substituteId'
    | 'offerId',
    string
  >
}

export async function settleTown(linli: TestDeployment): Promise<Town> {
  const here = await settle(linli, '凤凰山社区')
  const there = await settle(linli, '另一个社区')
  for (const role of roles) {
    await here.resident(`${role}-here`, { role })
    await there.resident(`${role}-there`, { role })
  }
  const { communityId } = here
  const residentId = await here.resident('owner')
  const published = await done(
    linli,
    'cadre',
    'publishCall',
    pictureBookClass(communityId, SATURDAY, [post({ capacity: 1 }), seat({ ageBand: null })]),
  )
  const sessionId = published.sessionIds[0] ?? ''
  const slotId = (await done(linli, 'cadre', 'getSession', { communityId, sessionId })).slots[0]?.id ?? ''
  const party = [{ kind: 'self' }]
  const { bookingId } = await done(linli, 'owner', 'bookSlot', { communityId, slotId, party })
  await here.resident('waiter')
  const { waitlistEntryId } = await done(linli, 'waiter', 'joinWaitlist', {
    communityId,
    slotId,
    party,
    usePoints: false,
  })
  const child = { communityId, nickname: '小满', ageBand: '3-6', consentVersion: CONSENT_VERSION }
  const { childId } = await done(linli, 'owner', 'addChild', child)
  const drawAt = new Date(SATURDAY - DAY).toISOString()
  const drawn = seat({ ageBand: null, allocation: 'draw', drawAt, publicNumber: true })
  const raffle = await done(
    linli,
    'cadre',
    'publishCall',
    pictureBookClass(communityId, SATURDAY + DAY, [drawn]),
  )
  const view = await done(linli, 'cadre', 'getSession', { communityId, sessionId: raffle.sessionIds[0] })
  const drawSlotId = view.slots[0]?.id ?? ''
  const entry = { communityId, slotId: drawSlotId, party, points: 0 }
  const { applicationId } = await done(linli, 'owner', 'applyForDraw', entry)
  const noticeId = newRowId()
  await linli.database.transaction((tx) =>
    tx.query(
      `INSERT INTO notice (community_id, id, resident_id, kind, session_id, created_at)
       VALUES ($1, $2, $3, 'waitlist_offer', $4, $5)`,
      [communityId, noticeId, residentId, sessionId, MONDAY],
    ),
  )
  const { checkContent } = linli.services
  linli.services.checkContent = () => Promise.resolve({ suggest: 'review', label: 'other' })
  const waiting = await done(linli, 'cadre', 'publishCall', pictureBookClass(communityId, SATURDAY))
  linli.services.checkContent = checkContent
  const heldId = waiting.held?.id ?? ''
  const disputeId = await disputed(linli, communityId, residentId)
  const { teamId } = await done(linli, 'cadre', 'createTeam', { communityId, kind: 'club', name: '合唱队' })
  const skilledId = await here.resident('skilled')
  await done(linli, 'skilled', 'claimSkill', { communityId, skill: 'law' })
  const leaderId = await here.resident('leader')
  await done(linli, 'cadre', 'appointLeader', { communityId, sessionId, residentId: leaderId })
  const [household] = await linli.database.transaction((tx) =>
    tx.query<{ id: string }>('SELECT household_id AS id FROM resident WHERE id = $1', [residentId]),
  )
  const householdId = household?.id ?? ''
  const invited = await done(linli, 'owner', 'inviteToHousehold', { communityId, role: 'family' })
  const ids = {
    ...{ sessionId, slotId, bookingId, waitlistEntryId, residentId, attendeeId: residentId, childId },
    ...{ drawSlotId, applicationId, noticeId, heldId, disputeId, teamId, skilledId, householdId },
    invitationId: invited.invitationId,
    ...(await passedOnAndOffered(linli, here)),
    callId: published.callId ?? '',
  }
  return { here, there, ids }
}

/** A post that somebody passes on, and a place that is offered to who waits. */
async function passedOnAndOffered(linli: TestDeployment, { communityId, resident }: Neighbourhood) {
  await resident('giver')
  const party = [{ kind: 'self' }]
  const soon = pictureBookClass(communityId, MONDAY + 6 * HOUR, [post({ capacity: 1 }), post()])
  const { sessionIds } = await done(linli, 'cadre', 'publishCall', soon)
  const { slots } = await done(linli, 'cadre', 'getSession', { communityId, sessionId: sessionIds[0] })
  const [wanted, passed] = slots.map(({ id }) => ({ communityId, slotId: id }))
  const { bookingId } = await done(linli, 'giver', 'bookSlot', { ...wanted, party })
  await done(linli, 'waiter', 'joinWaitlist', { ...wanted, party, usePoints: false })
  await done(linli, 'giver', 'cancelBooking', { communityId, bookingId })
  const [offer] = await linli.database.transaction((tx) =>
    tx.query<{ id: string }>('SELECT id FROM waitlist_offer WHERE community_id = $1', [communityId]),
  )
  const given = await done(linli, 'giver', 'bookSlot', { ...passed, party })
  const { substituteId } = await done(linli, 'giver', 'passOnPost', {
    communityId,
    bookingId: given.bookingId,
  })
  return { offerId: offer?.id ?? '', substituteId: substituteId ?? '' }
}

/** An open dispute of a household about a movement on its account. */
async function disputed(linli: TestDeployment, communityId: string, residentId: string): Promise<string> {
  const [id, movementId] = [newRowId(), newRowId()]
  await linli.database.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO points_movement (community_id, id, kind, created_at) VALUES ($1, $2, 'expiry', $3)`,
      [communityId, movementId, MONDAY],
    )
    await tx.query(
      `INSERT INTO dispute (community_id, id, account_id, seq, movement_id, raised_by, cause, note, created_at)
       SELECT $1, $2, household_id, 1, $3, id, 'points', '', $4 FROM resident WHERE community_id = $1 AND id = $5`,
      [communityId, id, movementId, MONDAY, residentId],
    )
  })
  return id
}
/** A well-formed payload of every action that names a community; ids are those of `here`. */
export function payloads({ here, ids }: Town, communityId: string): Partial<Record<ActionName, object>> {
  const { sessionId, slotId, bookingId, waitlistEntryId, residentId, attendeeId } = ids
  const { drawSlotId, applicationId, noticeId, heldId, disputeId, callId } = ids
  const { teamId, skilledId, householdId, invitationId, childId, offerId, substituteId } = ids
  const list = { communityId }
  const session = { communityId, sessionId }
  const endsAt = new Date(SATURDAY + HOUR).toISOString()
  const changed = { version: 0, startsAt: new Date(SATURDAY).toISOString(), endsAt, place: '图书室' }
  const texts = {
    cover: 'book',
    title: '绘本课',
    description: '',
    bring: '',
    riskNote: '',
    insurance: '',
    contact: '',
  }
  const newYear = { firstAt: '2026-12-31T16:00:00Z', lastAt: '2026-12-31T16:00:00Z' }
  return {
    joinCommunity: { communityId, name: '新名字' },
    getHome: list,
    listGrids: list,
    listSessions: list,
    thankHelpers: session,
    getKeepsake: session,
    listStamps: list,
    getSeries: list,
    setLeave: {
      communityId,
      firstAt: new Date(SATURDAY).toISOString(),
      lastAt: new Date(SATURDAY).toISOString(),
    },
    endLeave: { communityId, firstAt: new Date(SATURDAY).toISOString() },
    getSession: session,
    bookSlot: { communityId, slotId, party: [{ kind: 'self' }] },
    joinWaitlist: { communityId, slotId, party: [{ kind: 'self' }], usePoints: false },
    applyForDraw: { communityId, slotId: drawSlotId, party: [{ kind: 'self' }], points: 0 },
    getDrawRecord: { communityId, slotId: drawSlotId },
    withdrawApplication: { communityId, applicationId },
    changeSession: { ...session, ...changed },
    changeSlot: { communityId, slotId, version: 0, capacity: 1 },
    cancelSession: { ...session, cause: 'weather', note: '', dryRun: true },
    enterDrawNumber: { communityId, slotId: drawSlotId, number: '123' },
    cancelBooking: { communityId, bookingId },
    remindMe: { communityId, slotId, party: [{ kind: 'self' }] },
    openShare: { communityId, shareId: 'zzzzzz' },
    createLiveCard: session,
    getMiniCode: session,
    getUrlLink: session,
    getFillBoard: session,
    recordShare: { ...session, shareId: 'zzzzzz' },
    listAudit: list,
    exportAudit: { ...list, format: 'xlsx' },
    exportFigures: { communityId, year: 2026, format: 'xlsx' },
    getFigures: { communityId, year: 2026 },
    sendSecondWave: { communityId, slotId },
    cancelReminder: { communityId, slotId },
    leaveWaitlist: { communityId, waitlistEntryId },
    changeWaitlist: { communityId, waitlistEntryId, usePoints: true },
    acceptOffer: { communityId, offerId },
    passOnPost: { communityId, bookingId },
    takeOverPost: { communityId, bookingId },
    takeSubstitute: { communityId, substituteId },
    withdrawSubstitute: { communityId, substituteId },
    listMyBookings: { communityId, which: 'upcoming' },
    getStatement: list,
    listServiceRecords: list,
    getServiceSummary: list,
    exportServiceRecords: { communityId, year: 2026, format: 'csv' },
    setRecordDetails: { communityId, namedInHonours: true },
    getChain: list,
    disputeEntry: { communityId, seq: 1, cause: 'points', note: '' },
    withdrawDispute: { communityId, disputeId },
    setHoursOnly: { communityId, hoursOnly: true },
    setNamedToNeighbours: { communityId, named: true },
    getHousehold: list,
    setPhone: { communityId, phone: '13812345678' },
    getMyData: list,
    listMyData: { communityId, section: 'places' },
    exportMyData: { communityId, format: 'json' },
    revealPhone: { communityId, noticeId },
    deleteAccount: { communityId, dryRun: true },
    addChild: { communityId, nickname: '小宝', ageBand: '3-6', consentVersion: CONSENT_VERSION },
    inviteToHousehold: { communityId, role: 'family' },
    getInvitation: { communityId, invitationId },
    acceptInvitation: { communityId, invitationId },
    withdrawInvitation: { communityId, invitationId },
    confirmJoining: { communityId, invitationId, residentId },
    consentForChild: { communityId, childId, consentVersion: CONSENT_VERSION },
    withdrawConsent: { communityId, childId, dryRun: true },
    setAgeBand: { communityId, childId, ageBand: '7-9' },
    leaveHousehold: { communityId, dryRun: true },
    setAddress: { communityId, gridId: here.gridId, building: '2号楼', door: '301' },
    listNotices: list,
    recordAccepts: { communityId, answers: [{ template: 'reminder', answer: 'accept' }] },
    checkIn: { ...session, code: '000000' },
    checkOut: { ...session, code: '000000' },
    takeAndCheckIn: { ...session, slotId },
    publishCall: pictureBookClass(communityId, SATURDAY),
    listPastCalls: list,
    getCall: { communityId, callId },
    changeCall: { communityId, callId, version: 0, activity: texts },
    listHolidays: list,
    saveHolidays: {
      communityId,
      year: 2027,
      version: 0,
      holidays: [{ name: '元旦', ...newYear, works: false }],
    },
    findResidents: { communityId, names: ['李静'] },
    registerResident: { communityId, name: '何秀英', gridId: null, building: '' },
    bookFor: { communityId, slotId, residentIds: [residentId] },
    waitFor: { communityId, slotId, residentId },
    cancelFor: { communityId, bookingId, why: '打电话来说不来' },
    recordWalkIns: { ...session, count: 3 },
    listHeldCalls: list,
    retryHeldCall: { communityId, heldId },
    releaseHeldCall: { communityId, heldId },
    dropHeldCall: { communityId, heldId },
    listCalls: { communityId, which: 'open' },
    getRoster: session,
    revealRoster: { ...session, why: '点名' },
    getCheckInCode: session,
    markPresent: { ...session, attendeeId, why: '忘带手机' },
    markLeft: { ...session, attendeeId, leftAt: null, why: '留下来了' },
    printRoster: { ...session, why: '点名' },
    enterPaper: { ...session, codes: ['12345'] },
    markTold: { communityId, noticeId },
    confirmSession: { ...session, headCount: 1, absent: [] },
    listResidents: list,
    evaluateService: { ...session, attendeeId, evaluation: 'good' },
    listHonours: { communityId, year: 2026, month: null, order: 'hours' },
    listTeamHonours: { communityId, year: 2026, month: null, order: 'hours' },
    exportHonours: { communityId, year: 2026, month: null, format: 'xlsx' },
    exportRoster: { ...session, why: '现场点名', format: 'xlsx' },
    reopenSession: { ...session, why: '点错了' },
    setOutcome: { ...session, attendeeId, outcome: 'absent' },
    listDisputes: { communityId, which: 'open' },
    answerDispute: { communityId, disputeId, answer: { kind: 'keep', cause: 'rule', note: '' } },
    confirmResident: { communityId, residentId },
    listUnconfirmed: list,
    getMember: { communityId, residentId },
    claimSkill: { communityId, skill: 'law' },
    withdrawSkill: { communityId, skill: 'law' },
    decideSkill: { communityId, residentId: skilledId, skill: 'law', confirmed: true },
    suspendResident: { communityId, residentId, until: endsAt, why: '三次没来' },
    liftSuspension: { communityId, residentId },
    setRole: { communityId, residentId, role: 'resident' },
    mergeHouseholds: { communityId, keep: householdId, drop: 'zzzzzzzzzzzz' },
    mergeResidents: { communityId, keep: residentId, drop: skilledId },
    appointLeader: { ...session, residentId: skilledId },
    dismissLeader: session,
    beginRollCall: session,
    listTeams: list,
    createTeam: { communityId, kind: 'club', name: '书法社' },
    endTeam: { communityId, teamId },
    joinTeam: { communityId, teamId },
    leaveTeam: list,
  }
}

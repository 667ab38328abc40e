import { DAY, HOUR, MINUTE } from '@/domain/time'
import { pictureBookClass, post } from './calls'
import { deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')

let linli: TestDeployment
let here: Neighbourhood
let communityId: string
beforeEach(async () => {
  linli = await deploy(MONDAY)
  here = await settle(linli)
  communityId = here.communityId
  await here.resident('reader')
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

/** A duty, from the call to the closed books; it is the next day then. */
async function serve(hours = 1, leftAfter = hours): Promise<number> {
  const startsAt = linli.clock.now + HOUR
  const endsAt = new Date(startsAt + hours * HOUR).toISOString()
  const call = pictureBookClass(communityId, startsAt, [post()])
  call.sessions.forEach((session) => (session.endsAt = endsAt))
  const { sessionIds } = await done(linli, 'cadre', 'publishCall', call)
  const sessionId = sessionIds[0] ?? ''
  const view = await done(linli, 'reader', 'getSession', { communityId, sessionId })
  const slotId = view.slots[0]?.id
  await done(linli, 'reader', 'bookSlot', { communityId, slotId, party: [{ kind: 'self' }] })
  linli.clock.now = startsAt - 5 * MINUTE
  const code = async () => (await done(linli, 'cadre', 'getCheckInCode', { communityId, sessionId })).code
  await done(linli, 'reader', 'checkIn', { communityId, sessionId, code: await code() })
  linli.clock.now = startsAt + leftAfter * HOUR
  if (leftAfter < hours)
    await done(linli, 'reader', 'checkOut', { communityId, sessionId, code: await code() })
  linli.clock.now = startsAt + hours * HOUR
  await done(linli, 'cadre', 'confirmSession', { communityId, sessionId, headCount: 1, absent: [] })
  linli.clock.now = startsAt + DAY
  return startsAt
}
const milestones = async () => (await done(linli, 'reader', 'getServiceSummary', { communityId })).milestones
const told = async () =>
  (await done(linli, 'reader', 'listNotices', { communityId })).notices
    .filter((it) => it.kind === 'milestone')
    .map((it) => it.about)

it('says what comes first to who has not served yet', async () => {
  expect(await milestones()).toEqual({ reached: [], next: { is: 'first_time', times: 1, minutes: 0 } })
  expect(await told()).toEqual([])
})

it('is told once, with the books that brought it, and stands with its day on the record', async () => {
  const first = await serve()
  expect(await milestones()).toEqual({
    reached: [{ is: 'first_time', at: first }],
    next: { is: 'times_10', times: 9, minutes: 0 },
  })
  await serve()
  expect(await told()).toEqual(['first_time'])
  let tenth = 0
  for (let time = 3; time <= 10; time += 1) tenth = await serve()
  expect((await milestones()).reached).toEqual([
    { is: 'first_time', at: first },
    { is: 'times_10', at: tenth },
  ])
  expect(await told()).toEqual(['times_10', 'first_time'])
})

it('is told when a correction brings it', async () => {
  await serve(10)
  await serve(10)
  await serve(10, 8)
  expect(await told()).toEqual(['first_time'])
  const { entries } = await done(linli, 'reader', 'getStatement', { communityId })
  const raised = { communityId, seq: entries[0]?.seq, cause: 'minutes', note: '' }
  const { dispute } = await done(linli, 'reader', 'disputeEntry', raised)
  const answer = { kind: 'correct', points: entries[0]?.amount, minutes: 600 }
  await done(linli, 'cadre', 'answerDispute', { communityId, disputeId: dispute.id, answer })
  expect(await told()).toEqual(['hours_30', 'first_time'])
})

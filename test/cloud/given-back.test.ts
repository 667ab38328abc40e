import { tick } from '@/cloud/tick'
import { CONSENT_VERSION } from '@/domain/child'
import { HOUR, MINUTE } from '@/domain/time'
import { brokenInvariants } from '../invariants'
import { pictureBookClass, post, seat } from './calls'
import { deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
const self = [{ kind: 'self' }]

let linli: TestDeployment
let community: Neighbourhood
let communityId: string
let sessionId: string

beforeEach(async () => {
  linli = await deploy(MONDAY)
  community = await settle(linli)
  communityId = community.communityId
  for (const name of ['wang', 'li', 'zhao', 'chen']) await community.resident(name)
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  expect(await brokenInvariants(linli.database)).toEqual([])
  await linli.close()
})

async function publish(slot: object): Promise<string> {
  const call = pictureBookClass(communityId, SATURDAY, [slot])
  sessionId = (await done(linli, 'cadre', 'publishCall', call)).sessionIds[0] ?? ''
  return (await done(linli, 'cadre', 'getSession', { communityId, sessionId })).slots[0]?.id ?? ''
}
const later = () => (linli.clock.now += MINUTE)
async function book(who: string, slotId: string, party: object[] = self): Promise<string> {
  later()
  return (await done(linli, who, 'bookSlot', { communityId, slotId, party })).bookingId
}
function cancel(who: string, bookingId: string) {
  later()
  return done(linli, who, 'cancelBooking', { communityId, bookingId })
}
async function ticked(): Promise<void> {
  later()
  await tick(linli, linli.clock.now)
}
async function heard(who: string) {
  const { notices } = await done(linli, who, 'listNotices', { communityId })
  return notices.filter((it) => it.kind === 'place_taken_up').map((it) => [it.session?.id, it.about])
}
const remembered = () =>
  linli.database.transaction((tx) =>
    tx.query('SELECT 1 FROM given_back WHERE community_id = $1', [communityId]),
  )

it('tells who gave a place back in time once a neighbour has booked it, once, and not who', async () => {
  const slotId = await publish(post({ capacity: 1 }))
  expect(await cancel('wang', await book('wang', slotId))).toMatchObject({ late: false, passedOn: false })
  await ticked()
  expect(await heard('wang')).toEqual([])
  await book('li', slotId)
  await ticked()
  await ticked()
  expect(await heard('wang')).toEqual([[sessionId, 'post']])
  expect(await heard('li')).toEqual([])
  const { notices } = await done(linli, 'wang', 'listNotices', { communityId })
  expect(JSON.stringify(notices)).not.toMatch(/li"|李/)
})

it('tells the first of two when one place is booked, and the second with the next', async () => {
  const slotId = await publish(post({ capacity: 2 }))
  const [first, second] = [await book('wang', slotId), await book('li', slotId)]
  await cancel('wang', first)
  await cancel('li', second)
  await book('zhao', slotId)
  await ticked()
  expect([await heard('wang'), await heard('li')].map((it) => it.length)).toEqual([1, 0])
  await book('chen', slotId)
  await ticked()
  expect([await heard('wang'), await heard('li')].map((it) => it.length)).toEqual([1, 1])
})

it('tells the one who took it up, when they give it back and it goes on', async () => {
  const slotId = await publish(post({ capacity: 1 }))
  await cancel('wang', await book('wang', slotId))
  const second = await book('li', slotId)
  await ticked()
  await cancel('li', second)
  await book('zhao', slotId)
  await ticked()
  expect([await heard('wang'), await heard('li'), await heard('zhao')].map((it) => it.length)).toEqual([
    1, 1, 0,
  ])
})

it('says nothing to who took it back, nor where places were left all along', async () => {
  const full = await publish(post({ capacity: 1 }))
  await cancel('wang', await book('wang', full))
  await book('wang', full)
  await ticked()
  expect(await heard('wang')).toEqual([])
  const wide = await publish(post({ capacity: 3 }))
  await cancel('li', await book('li', wide))
  await book('zhao', wide)
  await ticked()
  expect(await heard('li')).toEqual([])
})

it('says nothing of a late cancel, and nothing twice to who heard at once that somebody waited', async () => {
  const slotId = await publish(post({ capacity: 1 }))
  const waited = await book('wang', slotId)
  await done(linli, 'li', 'joinWaitlist', { communityId, slotId, party: self, usePoints: false })
  expect(await cancel('wang', waited)).toMatchObject({ passedOn: true })
  await ticked()
  expect(await heard('wang')).toEqual([])
  const late = await publish(post({ capacity: 1 }))
  const bookingId = await book('zhao', late)
  linli.clock.now = SATURDAY - 3 * HOUR
  expect(await cancel('zhao', bookingId)).toMatchObject({ late: true })
  await book('chen', late)
  await ticked()
  expect(await heard('zhao')).toEqual([])
})

it('tells of two children’s places given back in one go once', async () => {
  const slotId = await publish(seat({ capacity: 2, ageBand: null, householdLimit: 2 }))
  const party = []
  for (const nickname of ['小满', '小禾']) {
    const child = { communityId, nickname, ageBand: '3-6', consentVersion: CONSENT_VERSION }
    party.push({ kind: 'child', childId: (await done(linli, 'wang', 'addChild', child)).childId })
  }
  await cancel('wang', await book('wang', slotId, party))
  await book('li', slotId)
  await ticked()
  await book('zhao', slotId)
  await ticked()
  expect(await heard('wang')).toEqual([[sessionId, 'seat']])
})

it('is forgotten when the session begins, and with the account', async () => {
  const slotId = await publish(post({ capacity: 1 }))
  await cancel('wang', await book('wang', slotId))
  expect(await remembered()).toHaveLength(1)
  linli.clock.now = SATURDAY
  await ticked()
  expect(await remembered()).toEqual([])
  linli.clock.now = MONDAY + HOUR
  await cancel('li', await book('li', await publish(post({ capacity: 1 }))))
  expect(await remembered()).toHaveLength(1)
  await done(linli, 'li', 'deleteAccount', { communityId, dryRun: false })
  expect(await remembered()).toEqual([])
})

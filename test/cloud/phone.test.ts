import { HOUR } from '@/domain/time'
import { pictureBookClass, post } from './calls'
import { call, deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
const self = [{ kind: 'self' }]

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

const setPhone = (phone: string | null) => done(linli, 'chen', 'setPhone', { communityId, phone })

/** Chen waits, gets an offer two hours before the start, and has not read of it. */
async function offered() {
  await here.resident('chen')
  await here.resident('holder')
  const published = await done(
    linli,
    'cadre',
    'publishCall',
    pictureBookClass(communityId, SATURDAY, [post({ capacity: 1 })]),
  )
  const sessionId = published.sessionIds[0] ?? ''
  const slotId = (await done(linli, 'cadre', 'getSession', { communityId, sessionId })).slots[0]?.id
  const { bookingId } = await done(linli, 'holder', 'bookSlot', { communityId, slotId, party: self })
  await done(linli, 'chen', 'joinWaitlist', { communityId, slotId, party: self, usePoints: false })
  linli.clock.now = SATURDAY - 2 * HOUR
  await done(linli, 'holder', 'cancelBooking', { communityId, bookingId })
  return async () => {
    linli.clock.now = SATURDAY - 1.7 * HOUR
    const { toCall } = await done(linli, 'cadre', 'getRoster', { communityId, sessionId })
    if (!toCall[0]) throw new Error('nobody is to be called')
    return toCall[0]
  }
}

it('is never asked for: who left none is called at the door', async () => {
  const callee = await offered()
  const { phone, noticeId } = await callee()
  expect(phone).toBeNull()
  expect(await done(linli, 'cadre', 'revealPhone', { communityId, noticeId })).toEqual({ phone: null })
})

it('is masked until a cadre reveals it to call, which the log notes', async () => {
  const callee = await offered()
  expect(await setPhone('138 1234 5678')).toEqual({ phone: '13812345678' })
  const { phone, noticeId, residentId } = await callee()
  expect(phone).toBe('138****5678')
  const revealed = await done(linli, 'cadre', 'revealPhone', { communityId, noticeId })
  expect(revealed).toEqual({ phone: '13812345678' })
  const { entries } = await done(linli, 'cadre', 'listAudit', { communityId })
  expect(entries[0]).toMatchObject({ action: 'revealPhone', subject: { id: residentId } })
})

it('can be taken away at any time, and is gone for who would call', async () => {
  const callee = await offered()
  await setPhone('13812345678')
  await setPhone(null)
  const { phone, noticeId } = await callee()
  expect(phone).toBeNull()
  expect(await done(linli, 'cadre', 'revealPhone', { communityId, noticeId })).toEqual({ phone: null })
})

it('is shown to nobody for whom there is nothing to be called', async () => {
  await here.resident('chen')
  await setPhone('13812345678')
  const asked = { communityId, noticeId: 'zzzzzzzzzzzz' }
  expect(await call(linli, 'cadre', 'revealPhone', asked)).toMatchObject({ error: { code: 'not_found' } })
})

it.each(['110', '12345678901', '一三八', '', '1'.repeat(41), '=cmd'])('is no number: %j', async (phone) => {
  await here.resident('chen')
  const answer = await call(linli, 'chen', 'setPhone', { communityId, phone })
  expect(answer).toMatchObject({ error: { code: 'bad_input' } })
})

import { tellTakenUp } from '@/cloud/tell-taken-up'
import { MINUTE } from '@/domain/time'
import { pictureBookClass, post } from '../cloud/calls'
import { deploy, done, settle, type Neighbourhood, type TestDeployment } from '../cloud/deployment'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
const self = [{ kind: 'self' }]

let linli: TestDeployment
let community: Neighbourhood
let communityId: string

beforeEach(async () => {
  linli = await deploy(MONDAY, 16)
  community = await settle(linli)
  communityId = community.communityId
})
afterEach(() => linli.close())

it('tells each who gave a place back once, though eight ticks come at once', async () => {
  const givers = Array.from({ length: 6 }, (_, index) => `giver-${index}`)
  const call = pictureBookClass(communityId, SATURDAY, [post({ capacity: givers.length })])
  const sessionId = (await done(linli, 'cadre', 'publishCall', call)).sessionIds[0] ?? ''
  const slotId = (await done(linli, 'cadre', 'getSession', { communityId, sessionId })).slots[0]?.id ?? ''
  const book = async (who: string) => {
    await community.resident(who)
    return (await done(linli, who, 'bookSlot', { communityId, slotId, party: self })).bookingId
  }
  const bookings: string[] = []
  for (const who of givers) bookings.push(await book(who))
  for (const [index, who] of givers.entries()) {
    linli.clock.now += MINUTE
    await done(linli, who, 'cancelBooking', { communityId, bookingId: bookings[index] })
  }
  linli.clock.now += MINUTE
  for (const who of givers) await book(`after-${who}`)
  await Promise.all(
    Array.from({ length: 8 }, () => tellTakenUp(linli.database, communityId, linli.clock.now)),
  )
  for (const who of givers) {
    const { notices } = await done(linli, who, 'listNotices', { communityId })
    expect(notices.map((it) => it.kind)).toEqual(['place_taken_up'])
  }
})

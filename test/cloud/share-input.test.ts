import { fetchFrom, createPlatformStandIn } from '@/cloud/demo/platform/stand-in'
import { PlatformLog } from '@/cloud/demo/platform/log'
import { pushLiveCards } from '@/cloud/live-cards/push'
import { createPlatformServices } from '@/cloud/wechat/platform-services'
import { DAY, HOUR } from '@/domain/time'
import { pictureBookClass, post } from './calls'
import { contentsOf } from './contents'
import { call, deploy, done, reasonOf, settle, type Neighbourhood, type TestDeployment } from './deployment'

const NOW = Date.UTC(2026, 10, 25, 2)
const STARTS = NOW + 20 * HOUR
const self = [{ kind: 'self' }]

/** A session of a community, and what is done there. */
interface Place extends Neighbourhood {
  sessionId: string
  slotId: string
}

let linli: TestDeployment
let here: Place
let log: PlatformLog
beforeEach(async () => {
  linli = await deploy(NOW, 16)
  log = new PlatformLog()
  const account = { appId: 'app', secret: 'secret', apiUrl: 'http://platform.invalid' }
  Object.assign(
    linli.services,
    createPlatformServices(account, fetchFrom(createPlatformStandIn(linli.now, log))),
  )
  here = await place('凤凰山社区')
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

async function place(name: string): Promise<Place> {
  const community = await settle(linli, name)
  const { communityId } = community
  await community.resident(`wang@${communityId}`)
  const draft = pictureBookClass(communityId, STARTS, [post({ capacity: 9 })])
  const [sessionId = ''] = (await done(linli, 'cadre', 'publishCall', draft)).sessionIds
  const { slots } = await done(linli, 'cadre', 'getSession', { communityId, sessionId })
  return { ...community, sessionId, slotId: slots[0]?.id ?? '' }
}
const at = ({ communityId, sessionId }: Place) => ({ communityId, sessionId })
const share = (of: Place, shareId: string) =>
  done(linli, 'cadre', 'recordShare', { ...at(of), shareId, group: '1号群' })
const open = (of: Place, shareId: string) =>
  done(linli, 'stranger', 'openShare', { communityId: of.communityId, shareId })
const bookBy = ({ communityId, slotId }: Place, shareId: string, who = 'newcomer') =>
  done(linli, who, 'bookSlot', { communityId, slotId, party: self, shareId })
const board = (of: Place) => done(linli, 'cadre', 'getFillBoard', at(of))

describe('a share of another community', () => {
  it('brings its resident in all the same, and is counted in neither', async () => {
    const there = await place('桃源社区')
    await share(there, 'cccccc')
    expect(await open(here, 'cccccc')).toEqual({})
    expect(await bookBy(here, 'cccccc')).toMatchObject({ booking: { id: expect.any(String) as string } })
    expect(await board(here)).toMatchObject({ shares: [], otherPlaces: 1, slots: [{ held: 1 }] })
    expect(await board(there)).toMatchObject({ shares: [{ opens: 0, places: 0 }], slots: [{ held: 0 }] })
  })

  it('that has the id of one of ours is another one: each community counts its own', async () => {
    const there = await place('桃源社区')
    await share(here, 'cccccc')
    await share(there, 'cccccc')
    await open(here, 'cccccc')
    await open(here, 'cccccc')
    await open(there, 'cccccc')
    await bookBy(here, 'cccccc')
    expect(await board(here)).toMatchObject({ shares: [{ opens: 2, places: 1 }], otherPlaces: 0 })
    expect(await board(there)).toMatchObject({ shares: [{ opens: 1, places: 0 }], otherPlaces: 0 })
  })

  it('is asked into no code and no link: there is no such session here', async () => {
    const there = await place('桃源社区')
    for (const action of ['getMiniCode', 'getUrlLink', 'createLiveCard'] as const) {
      const strange = { communityId: here.communityId, sessionId: there.sessionId }
      expect(await call(linli, 'cadre', action, strange)).toMatchObject({ error: { code: 'not_found' } })
    }
  })
})

it('keeps of ten thousand openings of a share a number, and of nobody who opened', async () => {
  await share(here, 'aaaaaa')
  const before = await contentsOf(linli.database)
  for (let round = 0; round < 10; round += 1)
    await Promise.all(Array.from({ length: 1000 }, () => open(here, 'aaaaaa')))
  expect((await board(here)).shares).toMatchObject([{ opens: 10_000 }])
  const after = await contentsOf(linli.database)
  expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual(['share'])
}, 120_000)

it('is one share, however often the same card is said to be sent', async () => {
  for (let round = 0; round < 20; round += 1)
    await Promise.all(Array.from({ length: 10 }, () => share(here, 'aaaaaa')))
  const rows = await linli.database.transaction((tx) => tx.query('SELECT id FROM share'))
  expect(rows).toEqual([{ id: 'aaaaaa' }])
})

it.each(['%', 'abc12%', 'abc1234', 'ABC123', '👍👍👍', "'; --", ''])(
  'is no share: %p is bad input, and nothing is counted or booked by it',
  async (shareId) => {
    const { communityId, slotId } = here
    for (const asking of [
      call(linli, 'stranger', 'openShare', { communityId, shareId }),
      call(linli, 'stranger', 'bookSlot', { communityId, slotId, party: self, shareId }),
      call(linli, 'cadre', 'recordShare', { ...at(here), shareId, group: null }),
      call(linli, 'cadre', 'getMiniCode', { ...at(here), shareId }),
    ])
      expect(await asking).toMatchObject({ ok: false, error: { code: 'bad_input' } })
    expect(await board(here)).toMatchObject({ shares: [], slots: [{ held: 0 }] })
    expect(log.entries().filter((it) => it.path.includes('getwxacode'))).toEqual([])
  },
)

it('counts who opens the card of last year, and tells them that it is over', async () => {
  await share(here, 'aaaaaa')
  linli.clock.now = STARTS + 366 * DAY
  await open(here, 'aaaaaa')
  const { communityId, slotId } = here
  const late = await call(linli, 'newcomer', 'bookSlot', {
    communityId,
    slotId,
    party: self,
    shareId: 'aaaaaa',
  })
  expect(reasonOf(late)).toMatchObject({ reason: 'session_started' })
  expect(await done(linli, 'cadre', 'createLiveCard', at(here))).toEqual({ liveCard: null })
  expect(await board(here)).toMatchObject({ shares: [{ opens: 1, places: 0 }] })
})

it('gives a live card up quietly when its id has expired: the booking stands, the next card is a new one', async () => {
  const first = await done(linli, 'cadre', 'createLiveCard', at(here))
  const { session } = await done(linli, 'cadre', 'getRoster', at(here))
  const moved = { startsAt: iso(STARTS + DAY), endsAt: iso(STARTS + DAY + HOUR), place: session.place }
  await done(linli, 'cadre', 'changeSession', { ...at(here), version: session.version, ...moved })
  linli.clock.now = NOW + 26 * HOUR
  await bookBy(here, 'zzzzzz')
  for (let times = 0; times < 3; times += 1) await pushLiveCards(linli, here.communityId, linli.clock.now)
  expect(log.entries().filter((it) => it.path.endsWith('/updatablemsg/send'))).toEqual([])
  expect(await board(here)).toMatchObject({ slots: [{ held: 1 }] })
  const second = await done(linli, 'cadre', 'createLiveCard', at(here))
  expect(second.liveCard).toMatchObject({ memberCount: 1 })
  expect(second.liveCard?.activityId).not.toBe(first.liveCard?.activityId)
})

const iso = (instant: number) => new Date(instant).toISOString()

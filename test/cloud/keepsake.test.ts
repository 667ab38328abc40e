import { CONSENT_VERSION } from '@/domain/child'
import { HOUR, MINUTE } from '@/domain/time'
import { post, seat } from './calls'
import { call, done, type Neighbourhood } from './deployment'
import { SATURDAY, Spot } from './presence'
import { correctService } from './services'

let spot: Spot
let here: Neighbourhood
beforeEach(async () => {
  spot = await Spot.open([post({ capacity: 5 }), seat({ ageBand: null })])
  here = spot.community
})
afterEach(async () => {
  expect(spot.linli.failures).toEqual([])
  await spot.linli.close()
})

/** Three are there to serve; li comes twenty minutes late, he does not come. */
async function duty() {
  for (const who of ['wang', 'li', 'zhao', 'he']) await spot.booked(who)
  spot.now = SATURDAY
  for (const who of ['wang', 'zhao']) await spot.checkIn(who)
  spot.now = SATURDAY + 20 * MINUTE
  await spot.checkIn('li')
  spot.now = SATURDAY + HOUR
}
const keepsake = (who: string) => call(spot.linli, who, 'getKeepsake', spot.at)
const NOT_FOUND = { ok: false, error: { code: 'not_found' } }

it('is the time somebody was there, and how many neighbours were', async () => {
  await duty()
  await spot.confirm(3)
  expect(await keepsake('wang')).toMatchObject({
    ok: true,
    data: {
      ...{ activityKind: 'class', activityTitle: '周六绘本课', place: '社区图书室', startsAt: SATURDAY },
      ...{ community: '凤凰山社区', minutes: 60, neighbours: 2, thanks: 0 },
    },
  })
  expect(await keepsake('li')).toMatchObject({ data: { minutes: 40, neighbours: 2 } })
})

it('names nobody, and brings nothing of a child', async () => {
  await duty()
  await spot.confirm(3)
  const answer = JSON.stringify(await keepsake('wang'))
  for (const name of ['"li"', 'zhao', 'wang', '小']) expect(answer).not.toContain(name)
})

it('is refused until presence is confirmed, and to who did not come', async () => {
  await duty()
  expect(await keepsake('wang')).toMatchObject(NOT_FOUND)
  await spot.confirm(3)
  expect(await keepsake('wang')).toMatchObject({ ok: true })
  expect(await keepsake('he')).toMatchObject(NOT_FOUND)
})

it('is nobody else’s: another household’s service is not found', async () => {
  await duty()
  await spot.confirm(3)
  await here.resident('stranger')
  expect(await keepsake('stranger')).toMatchObject(NOT_FOUND)
  expect(await keepsake('visitor')).toMatchObject({ ok: false, error: { code: 'forbidden' } })
})

it('counts who is of the same household as no neighbour', async () => {
  await duty()
  await spot.confirm(3)
  await spot.linli.database.transaction((tx) =>
    tx.query(
      `UPDATE resident SET household_id = (SELECT household_id FROM resident WHERE community_id = $1 AND open_id = 'wang')
       WHERE community_id = $1 AND open_id = 'zhao'`,
      [here.communityId],
    ),
  )
  expect(await keepsake('wang')).toMatchObject({ data: { minutes: 60, neighbours: 1 } })
})

it('follows a correction, and is gone with the last minute', async () => {
  await duty()
  await spot.confirm(3)
  const { records } = await done(spot.linli, 'wang', 'listServiceRecords', {
    communityId: here.communityId,
  })
  expect(records[0]?.sessionId).toBe(spot.at.sessionId)
  await correctService(spot.linli, here, records[0]?.id ?? '', -15)
  expect(await keepsake('wang')).toMatchObject({ data: { minutes: 45 } })
  await correctService(spot.linli, here, records[0]?.id ?? '', -45)
  expect(await keepsake('wang')).toMatchObject(NOT_FOUND)
  expect(await keepsake('li')).toMatchObject({ data: { neighbours: 1 } })
})

it('has the families who thanked', async () => {
  await here.resident('family')
  const child = {
    communityId: here.communityId,
    nickname: '小满',
    ageBand: '3-6',
    consentVersion: CONSENT_VERSION,
  }
  const { childId } = await done(spot.linli, 'family', 'addChild', child)
  const party = [{ kind: 'child', childId }]
  const slot = { communityId: here.communityId, slotId: spot.slots[1], party }
  await done(spot.linli, 'family', 'bookSlot', slot)
  await duty()
  await done(spot.linli, 'family', 'thankHelpers', spot.at)
  await spot.confirm(3)
  expect(await keepsake('wang')).toMatchObject({ data: { thanks: 1 } })
})

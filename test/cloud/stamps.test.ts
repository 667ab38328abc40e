import { CONSENT_VERSION } from '@/domain/child'
import { HOUR } from '@/domain/time'
import { pictureBookClass, seat } from './calls'
import { deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')

let linli: TestDeployment
let here: Neighbourhood
let communityId: string
beforeEach(async () => {
  linli = await deploy(MONDAY)
  here = await settle(linli)
  communityId = here.communityId
  for (const who of ['family', 'another']) await here.resident(who)
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

const stamps = async (who = 'family') => (await done(linli, who, 'listStamps', { communityId })).children
/** One after the other: they stand in the order they were added in. */
const child = async (nickname: string) => {
  linli.clock.now += 1
  const asked = { communityId, nickname, ageBand: '3-6', consentVersion: CONSENT_VERSION }
  return (await done(linli, 'family', 'addChild', asked)).childId
}

it('is a stamp for a class a child was at, and for nothing else', async () => {
  const [came, missed] = [await child('小满'), await child('小禾')]
  expect(await stamps()).toEqual([
    { childId: came, nickname: '小满', total: 0, last: null },
    { childId: missed, nickname: '小禾', total: 0, last: null },
  ])
  const call = pictureBookClass(communityId, SATURDAY, [seat({ ageBand: null })], { title: '周末绘本课' })
  const sessionId = (await done(linli, 'cadre', 'publishCall', call)).sessionIds[0] ?? ''
  const view = await done(linli, 'family', 'getSession', { communityId, sessionId })
  const party = [came, missed].map((childId) => ({ kind: 'child', childId }))
  await done(linli, 'family', 'bookSlot', { communityId, slotId: view.slots[0]?.id, party })
  linli.clock.now = SATURDAY + HOUR
  expect((await stamps()).map((it) => it.total)).toEqual([0, 0])
  await done(linli, 'cadre', 'markPresent', { communityId, sessionId, attendeeId: came, why: '在门口' })
  await done(linli, 'cadre', 'confirmSession', { communityId, sessionId, headCount: 1, absent: [missed] })
  expect(await stamps()).toMatchObject([
    { total: 1, last: { title: '周末绘本课', startsAt: SATURDAY } },
    { total: 0, last: null },
  ])
  expect(await stamps('another')).toEqual([])
})

import { DAY, HOUR } from '@/domain/time'
import { leave, sceneOf } from './changes'
import { call, done } from './deployment'
import { self, type Scene } from './draws'
import { duties } from './duties'
import { post } from './calls'

const OLD = ['old', 'hand']
const NEW = ['new', 'fresh', 'green']

let it_: Scene
let communityId: string
let sessionId: string
let slotId: string

beforeAll(async () => {
  it_ = await sceneOf([...OLD, ...NEW])
  communityId = it_.community.communityId
  const days = duties(it_)
  await days.close(await days.hold(OLD))
  it_.linli.clock.now += 7 * DAY
  ;({ sessionId, slotId } = await it_.publish([post({ capacity: 9 })], it_.linli.clock.now + 30 * HOUR))
}, 60_000)
afterAll(() => leave(it_))

const companyOf = async (who: string) =>
  (await done(it_.linli, who, 'getSession', { communityId, sessionId })).company
const book = (who: string) => done(it_.linli, who, 'bookSlot', { communityId, slotId, party: self })
const agree = (who: string, named = true) =>
  done(it_.linli, who, 'setNamedToNeighbours', { communityId, named })

it('tells nobody who holds no place, not even that of others', async () => {
  expect(await companyOf('new')).toBeNull()
  expect(await companyOf('a visitor')).toBeNull()
})

it('tells who comes how many others come for the first time', async () => {
  for (const who of ['old', 'new', 'fresh']) await book(who)
  expect(await companyOf('new')).toEqual({ firstTimers: 1, firstTime: true, names: [], named: false })
  expect(await companyOf('old')).toMatchObject({ firstTimers: 2, firstTime: false })
  expect(await companyOf('green')).toBeNull()
})

it('names who agreed, to those who come along and to nobody else, until they take it back', async () => {
  await agree('fresh')
  expect((await companyOf('new'))?.names).toEqual(['fresh'])
  expect(await companyOf('fresh')).toMatchObject({ names: [], named: true })
  expect(
    JSON.stringify(await call(it_.linli, 'green', 'getSession', { communityId, sessionId })),
  ).not.toContain('fresh')
  await agree('fresh', false)
  expect((await companyOf('new'))?.names).toEqual([])
})

it('is over with the session', async () => {
  it_.linli.clock.now += 32 * HOUR
  expect(await companyOf('new')).toBeNull()
})

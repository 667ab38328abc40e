import { answered, leave } from '../cloud/changes'
import { call, done, reasonOf } from '../cloud/deployment'
import { neighbours, scene, type Scene } from '../cloud/draws'
import { duties } from '../cloud/duties'

const PEOPLE = neighbours(12)

let it_: Scene
let do_: ReturnType<typeof duties>
let sessionId: string

beforeEach(async () => {
  it_ = await scene(12)
  do_ = duties(it_)
  await it_.community.resident('second-cadre', { role: 'cadre' })
  await do_.settleIn(...PEOPLE)
  sessionId = await do_.hold(PEOPLE, { missing: PEOPLE.slice(9) })
})
afterEach(() => leave(it_))

const standings = () =>
  Promise.all(PEOPLE.map(async (who) => [await do_.pointsOf(who), await do_.minutesOf(who)]))
const expected = (there: (index: number) => boolean) =>
  PEOPLE.map((_, index) => (there(index) ? [10, 60] : [0, 0]))

/** Every cadre's phone at once, each tap a request of its own. */
async function closeFromManyPhones() {
  const { communityId } = do_
  const absent = PEOPLE.slice(9).map(do_.idOf)
  const phones = ['cadre', 'second-cadre', 'chief', 'cadre', 'second-cadre', 'chief']
  const payload = { communityId, sessionId, headCount: 9, absent }
  return Promise.all(phones.map((who) => done(it_.linli, who, 'confirmSession', payload)))
}

it('gives points and hours once, from however many phones the books are closed', async () => {
  const answers = await closeFromManyPhones()
  expect(answers.map(({ points }) => points).sort()).toEqual([0, 0, 0, 0, 0, 90])
  expect(await standings()).toEqual(expected((index) => index < 9))
  for (const who of PEOPLE.slice(0, 9)) expect(await do_.noticesOf(who, 'points_credited')).toHaveLength(1)
})

it('corrects once after they were opened again, from however many phones', async () => {
  await closeFromManyPhones()
  const reopened = await Promise.all(
    ['cadre', 'second-cadre', 'chief'].map((who) => do_.reopen(sessionId, who)),
  )
  expect(reopened.filter((answer) => answer.ok)).toHaveLength(1)
  await Promise.all([
    ...PEOPLE.slice(0, 3).map((who) => answered(do_.decide(sessionId, who, { outcome: 'absent' }))),
    ...PEOPLE.slice(9).map((who) =>
      answered(do_.decide(sessionId, who, { outcome: 'present' }, 'second-cadre')),
    ),
  ])
  const answers = await closeFromManyPhones()
  expect(answers.map(({ corrections }) => corrections.people).sort()).toEqual([0, 0, 0, 0, 0, 6])
  expect(await standings()).toEqual(expected((index) => index >= 3))
})

it('loses nothing that is decided while others close the books', async () => {
  await closeFromManyPhones()
  await answered(do_.reopen(sessionId))
  const decided = PEOPLE.slice(0, 6).map((who) => do_.decide(sessionId, who, { outcome: 'absent' }, 'chief'))
  const [closings, answers] = await Promise.all([closeFromManyPhones(), Promise.all(decided)])
  // Too late for these books is said so, and nothing of it is half done.
  for (const answer of answers) if (!answer.ok) expect(reasonOf(answer).reason).toBe('books_closed')
  const people = closings.reduce((sum, { corrections }) => sum + corrections.people, 0)
  expect(people).toBe(answers.filter((answer) => answer.ok).length)
  const gone = answers.map((answer) => answer.ok)
  expect(await standings()).toEqual(expected((index) => index < 9 && !gone[index]))
})

it('takes one dispute of an entry, and one answer to it', async () => {
  await closeFromManyPhones()
  const [who = ''] = PEOPLE
  const raised = await Promise.all(Array.from({ length: 5 }, () => do_.dispute(who, 1)))
  const ids = raised.flatMap((answer) => (answer.ok ? answer.data.dispute.id : []))
  expect(ids).toHaveLength(1)
  const [id = ''] = ids
  const answers = await Promise.all([
    do_.correct(id, 14, {}, 'cadre'),
    do_.correct(id, 4, {}, 'second-cadre'),
    do_.keep(id, 'chief'),
    do_.withdraw(who, id),
  ])
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  for (const answer of answers) if (!answer.ok) expect(reasonOf(answer).reason).toBe('dispute_ended')
  const points = [14, 4, 10, 10][answers.findIndex((answer) => answer.ok)]
  expect(await do_.pointsOf(who)).toBe(points)
})

it('answers disputes while the books are corrected, and every account adds up', async () => {
  await closeFromManyPhones()
  const here = PEOPLE.slice(0, 9)
  const ids = await Promise.all(here.map(async (who) => (await answered(do_.dispute(who, 1))).dispute.id))
  await answered(do_.reopen(sessionId))
  await Promise.all(here.map((who) => answered(do_.decide(sessionId, who, { outcome: 'absent' }))))
  await Promise.all([
    closeFromManyPhones(),
    ...ids.map((id, index) => do_.correct(id, index, {}, index % 2 ? 'cadre' : 'second-cadre')),
  ])
  for (const [index, who] of here.entries()) expect([0, index]).toContain(await do_.pointsOf(who))
  const { communityId } = do_
  expect((await call(it_.linli, 'cadre', 'listDisputes', { communityId, which: 'open' })).ok).toBe(true)
})

import { reopenUntil } from '@/domain/closing'
import { DAY } from '@/domain/time'
import { answered, leave } from './changes'
import { call, done, reasonOf } from './deployment'
import { scene, self, type Scene } from './draws'
import { duties } from './duties'
import { moveInWith } from './neighbours'
import { post } from './calls'

let it_: Scene
let do_: ReturnType<typeof duties>

beforeEach(async () => {
  it_ = await scene()
  do_ = duties(it_)
  await do_.settleIn('wang', 'li', 'sun')
})
afterEach(() => leave(it_))

/** Everybody was there but sun, says the cadre. */
async function closed(change: object = {}): Promise<string> {
  const sessionId = await do_.hold(['wang', 'li', 'sun'], { missing: ['sun'], ...change })
  await do_.close(sessionId)
  return sessionId
}

const standing = async (who: string) => [await do_.pointsOf(who), await do_.minutesOf(who)]

it('opens closed books, says who did it and why, and asks for the head count again', async () => {
  const sessionId = await closed()
  const { roster } = await answered(do_.reopen(sessionId))
  expect(roster.session).toMatchObject({ closedAt: null, reopenedAt: it_.linli.clock.now })
  expect(await do_.audit('reopenSession')).toEqual([{ subject: null, why: '有人点错了' }])
  const [row] = await it_.linli.database.transaction((tx) =>
    tx.query<{ heads: number | null }>('SELECT head_count AS heads FROM session WHERE id = $1', [sessionId]),
  )
  expect(row?.heads).toBeNull()
  expect(reasonOf(await do_.reopen(sessionId))).toEqual({ reason: 'books_open' })
})

it('gives who was there after all, takes from who was not, and leaves the others as they are', async () => {
  const sessionId = await closed()
  await answered(do_.reopen(sessionId))
  await answered(do_.decide(sessionId, 'sun', { outcome: 'present' }))
  await answered(do_.decide(sessionId, 'li', { outcome: 'absent' }))
  expect(await standing('li')).toEqual([10, 60])
  const result = await do_.close(sessionId)
  expect(result).toMatchObject({
    ...{ present: 0, absent: 0, undecided: 0, points: 0 },
    corrections: { people: 2, given: 10, taken: 10 },
  })
  expect(await standing('wang')).toEqual([10, 60])
  expect(await standing('sun')).toEqual([10, 60])
  expect(await standing('li')).toEqual([0, 0])
  const { entries } = await do_.statementOf('li')
  expect(entries[0]).toMatchObject({ kind: 'correction', amount: -10, corrects: { cause: 'roll_call' } })
  const sun = await do_.statementOf('sun')
  expect(sun.entries).toMatchObject([{ kind: 'service', checkInMethod: 'manual' }])
  expect(await do_.noticesOf('li', 'points_corrected')).toMatchObject([{ points: -10 }])
  expect(await do_.noticesOf('sun', 'points_credited')).toHaveLength(1)
  expect((await do_.statementOf('wang')).entries).toHaveLength(1)
  expect(await do_.audit('setOutcome')).toEqual(
    expect.arrayContaining([
      { subject: do_.idOf('li'), why: 'absent' },
      { subject: do_.idOf('sun'), why: 'present, 0 min late, 0 min early' },
    ]),
  )
})

it('closes again without anything changed, and once more', async () => {
  const sessionId = await closed()
  for (let round = 0; round < 2; round += 1) {
    await answered(do_.reopen(sessionId))
    expect((await do_.close(sessionId)).corrections).toEqual({ people: 0, given: 0, taken: 0 })
    expect((await do_.close(sessionId)).points).toBe(0)
  }
  expect(await standing('wang')).toEqual([10, 60])
})

it('corrects back and forth, and every time exactly', async () => {
  const sessionId = await closed()
  const rounds: [object, number[]][] = [
    [{ outcome: 'present', late: 10, early: 20 }, [0, 30]],
    [{ outcome: 'present', late: 0, early: 24 }, [10, 36]],
    [{ outcome: 'absent' }, [0, 0]],
    [{ outcome: 'present' }, [10, 60]],
  ]
  for (const [anew, after] of rounds) {
    await answered(do_.reopen(sessionId))
    await answered(do_.decide(sessionId, 'wang', anew))
    await do_.close(sessionId)
    expect(await standing('wang')).toEqual(after)
  }
})

it('leaves what a dispute has corrected, unless somebody decides anew', async () => {
  const sessionId = await closed()
  const { dispute } = await answered(do_.dispute('wang', 1))
  await answered(do_.correct(dispute.id, 16))
  await answered(do_.reopen(sessionId))
  await do_.close(sessionId)
  expect(await standing('wang')).toEqual([16, 60])
  await answered(do_.reopen(sessionId))
  await answered(do_.decide(sessionId, 'wang', { outcome: 'present', late: 5 }))
  await do_.close(sessionId)
  expect(await standing('wang')).toEqual([10, 55])
})

it('counts a no-show anew for booking one at a time', async () => {
  const { linli, publish } = it_
  const first = await closed()
  const second = await closed({ startsAt: linli.clock.now + 8 * DAY })
  const communityId = do_.communityId
  const later = [20, 22].map((days) => linli.clock.now + days * DAY)
  const slots = []
  for (const startsAt of later) slots.push((await publish([post({ capacity: 5 })], startsAt)).slotId)
  const book = (slotId?: string) => call(linli, 'sun', 'bookSlot', { communityId, slotId, party: self })
  await answered(book(slots[0]))
  expect(reasonOf(await book(slots[1])).reason).toBe('one_at_a_time')
  await answered(do_.reopen(first))
  await answered(do_.decide(first, 'sun', { outcome: 'present' }))
  await do_.close(first)
  await answered(book(slots[1]))
  const outcomes = (await do_.rowsOf(second)).map(({ outcome }) => outcome)
  expect(outcomes.filter((outcome) => outcome === 'absent')).toHaveLength(1)
})

it('is a cadre’s, within 90 days, of books that are closed', async () => {
  const sessionId = await closed()
  const asResident = await do_.reopen(sessionId, 'wang')
  expect(asResident.ok ? 'ok' : asResident.error.code).toBe('forbidden')
  expect(reasonOf(await do_.decide(sessionId, 'wang', { outcome: 'absent' })).reason).toBe('books_closed')
  const until = reopenUntil({ endsAt: it_.linli.clock.now })
  it_.linli.clock.now = until
  expect(reasonOf(await do_.reopen(sessionId))).toEqual({ reason: 'reopen_too_late', until })
  it_.linli.clock.now = until - 1
  await answered(do_.reopen(sessionId))
})

it('decides nothing for the first time, nor about one’s own household', async () => {
  const sessionId = await do_.hold(['wang', 'li'])
  expect(reasonOf(await do_.decide(sessionId, 'wang', { outcome: 'present' })).reason).toBe('not_decided')
  await do_.close(sessionId)
  await answered(do_.reopen(sessionId))
  await moveInWith(it_.linli, 'cadre', 'wang')
  expect(reasonOf(await do_.decide(sessionId, 'wang', { outcome: 'absent' })).reason).toBe('own_household')
  await answered(do_.decide(sessionId, 'wang', { outcome: 'absent' }, 'chief'))
})

it('leaves to a colleague what was decided anew of one’s own household', async () => {
  const sessionId = await closed()
  await answered(do_.reopen(sessionId))
  await answered(do_.decide(sessionId, 'wang', { outcome: 'absent' }))
  await moveInWith(it_.linli, 'cadre', 'wang')
  expect((await do_.close(sessionId)).undecided).toBe(1)
  expect(await do_.minutesOf('wang')).toBe(60)
  expect(await do_.close(sessionId, 'chief')).toMatchObject({
    undecided: 0,
    corrections: { people: 1, taken: 10 },
  })
  expect(await do_.minutesOf('wang')).toBe(0)
})

it.each([
  ['nothing left of the time', { late: 30, early: 30 }],
  ['minutes below nought', { late: -1 }],
  ['half a minute', { early: 0.5 }],
  ['more than a day', { late: 1441 }],
  ['another outcome', { outcome: 'late' }],
])('takes no %s', async (_, change) => {
  const sessionId = await closed()
  await answered(do_.reopen(sessionId))
  const answer = await do_.decide(sessionId, 'wang', { outcome: 'present', ...change })
  expect(answer.ok ? 'ok' : answer.error.code).toBe('bad_input')
  await do_.close(sessionId)
  expect(await standing('wang')).toEqual([10, 60])
})

it('gives forty people their points in as few statements as it takes for one', async () => {
  const { linli } = it_
  const names = Array.from({ length: 40 }, (_, index) => `helper-${index}`)
  for (const name of names) await it_.community.resident(name)
  const one = await statementsOf(await do_.hold(['wang']))
  const forty = await statementsOf(await do_.hold(names))
  expect(forty).toBe(one)
  expect(await do_.pointsOf('helper-39')).toBe(10)

  async function statementsOf(sessionId: string): Promise<number> {
    let statements = 0
    const { database } = linli
    const counting = {
      ...linli,
      database: {
        ...database,
        transaction: <Result>(work: Parameters<typeof database.transaction<Result>>[0]) =>
          database.transaction<Result>((tx) =>
            work({
              ...tx,
              last: (asked) => tx.last(asked),
              query: (sql, parameters) => {
                statements += 1
                return tx.query(sql, parameters)
              },
            }),
          ),
      },
    }
    const { communityId } = do_
    await done(counting, 'cadre', 'confirmSession', { communityId, sessionId, headCount: 1, absent: [] })
    return statements
  }
})

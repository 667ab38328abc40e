import pg from 'pg'
import { execFile } from 'node:child_process'
import { correctMovement } from '@/cloud/correct-movement'
import { tick } from '@/cloud/tick'
import { DAY, HOUR } from '@/domain/time'
import { brokenInvariants } from '../invariants'
import { pictureBookClass, post, seat } from './calls'
import { deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'

const NOW = Date.UTC(2026, 2, 2, 1)

let linli: TestDeployment
let community: Neighbourhood
let communityId: string

beforeEach(async () => {
  linli = await deploy(NOW)
  community = await settle(linli)
  communityId = community.communityId
  await community.resident('helper')
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

/** One hour of service of `helper`, confirmed. */
async function serve(points = 10): Promise<void> {
  const startsAt = linli.clock.now + DAY
  const call = pictureBookClass(communityId, startsAt, [post({ points })])
  const sessionId = (await done(linli, 'cadre', 'publishCall', call)).sessionIds[0] ?? ''
  const view = await done(linli, 'helper', 'getSession', { communityId, sessionId })
  const party = [{ kind: 'self' }]
  await done(linli, 'helper', 'bookSlot', { communityId, slotId: view.slots[0]?.id ?? '', party })
  linli.clock.now = startsAt
  const { code } = await done(linli, 'cadre', 'getCheckInCode', { communityId, sessionId })
  await done(linli, 'helper', 'checkIn', { communityId, sessionId, code })
  linli.clock.now = startsAt + HOUR
  await done(linli, 'cadre', 'confirmSession', { communityId, sessionId, headCount: 1, absent: [] })
}

/** A place for oneself in the window, paid with points. */
async function pay(price: number): Promise<{ sessionId: string; bookingId: string }> {
  const { now } = linli.clock
  const opensAt = new Date(now + 2 * DAY).toISOString()
  const slot = seat({ ageBand: null, price, opensAt })
  const call = pictureBookClass(communityId, now + 3 * DAY, [slot])
  const sessionId = (await done(linli, 'cadre', 'publishCall', call)).sessionIds[0] ?? ''
  const view = await done(linli, 'helper', 'getSession', { communityId, sessionId })
  const payload = { communityId, slotId: view.slots[0]?.id ?? '', party: [{ kind: 'self' }] }
  return { sessionId, bookingId: (await done(linli, 'helper', 'bookSlot', payload)).bookingId }
}

const statement = () => done(linli, 'helper', 'getStatement', { communityId })
const amounts = async () => (await statement()).entries.map(({ kind, amount }) => [kind, amount])
const query = <Row extends object>(sql: string) => linli.database.transaction((tx) => tx.query<Row>(sql))

async function movementOf(kind: string): Promise<string> {
  const [row] = await query<{ id: string }>(
    `SELECT id FROM points_movement WHERE kind = '${kind}' ORDER BY created_at DESC, id LIMIT 1`,
  )
  return row?.id ?? ''
}
const correct = async (movementId: string, to: number) =>
  linli.database.transaction((tx) =>
    correctMovement(tx, { communityId, movementId, to, now: linli.clock.now }),
  )
const owed = async () =>
  (await query<{ owed: number }>(`SELECT sum(owed)::int AS owed FROM household`))[0]?.owed

it('has nothing to say of a post of 0 points, which gives its hours all the same', async () => {
  await serve(0)
  expect(await statement()).toMatchObject({ balance: 0, minutesThisYear: 60, entries: [] })
  expect(await brokenInvariants(linli.database)).toEqual([])
})

describe('a correction', () => {
  it('of a service takes what is there, leaves the rest owing, and the next points pay it', async () => {
    await serve()
    await pay(7)
    expect(await correct(await movementOf('service'), 0)).toMatchObject({ change: -3, owed: 7 })
    expect((await statement()).balance).toBe(0)
    expect(await owed()).toBe(7)
    expect(await brokenInvariants(linli.database)).toEqual([])
    await serve()
    expect(await owed()).toBe(0)
    expect((await statement()).balance).toBe(3)
    expect((await amounts()).slice(0, 2)).toEqual([
      ['correction', -7],
      ['service', 10],
    ])
    expect(await brokenInvariants(linli.database)).toEqual([])
  })

  it('and back again gives everything back, whatever was owed', async () => {
    await serve()
    await pay(7)
    const movementId = await movementOf('service')
    await correct(movementId, 0)
    expect(await correct(movementId, 0)).toBe('nothing_to_correct')
    await correct(movementId, 10)
    expect(await owed()).toBe(0)
    expect((await statement()).balance).toBe(3)
    expect(await correct(movementId, 10)).toBe('nothing_to_correct')
    expect(await brokenInvariants(linli.database)).toEqual([])
  })

  it('of a payment gives it back with the expiry that it had', async () => {
    await serve()
    const { expiring } = await statement()
    await pay(10)
    await correct(await movementOf('booking'), 4)
    const after = await statement()
    expect(after.canPay).toBe(6)
    expect(after.expiring).toEqual([{ amount: 6, expiresAt: expiring[0]?.expiresAt }])
    expect(await brokenInvariants(linli.database)).toEqual([])
  })

  it('of a payment is not given back again with the place', async () => {
    await serve()
    const { bookingId } = await pay(10)
    await correct(await movementOf('booking'), 4)
    expect(await done(linli, 'helper', 'cancelBooking', { communityId, bookingId })).toMatchObject({
      returned: 4,
    })
    expect(await statement()).toMatchObject({ balance: 10, canPay: 10 })
    expect(await brokenInvariants(linli.database)).toEqual([])
  })

  it('of a whole payment leaves nothing to come back with the place', async () => {
    await serve()
    const { bookingId } = await pay(10)
    await correct(await movementOf('booking'), 0)
    expect(await done(linli, 'helper', 'cancelBooking', { communityId, bookingId })).toMatchObject({
      returned: 0,
    })
    expect((await amounts()).map(([kind]) => kind)).toEqual(['correction', 'booking', 'service'])
    expect(await statement()).toMatchObject({ balance: 10, canPay: 10 })
  })

  it('of a payment by parts goes back to each of the credits that it came from', async () => {
    await serve(6)
    linli.clock.now += 30 * DAY
    await serve(4)
    const { expiring } = await statement()
    await pay(10)
    for (const to of [7, 5, 0]) await correct(await movementOf('booking'), to)
    expect(await statement()).toMatchObject({ balance: 10, expiring })
    expect(await brokenInvariants(linli.database)).toEqual([])
  })

  it.each([-1, 1.5, 1e9, NaN])('to %s points is none', async (to) => {
    await serve()
    await expect(correct(await movementOf('service'), to)).rejects.toThrow(RangeError)
    expect(await statement()).toMatchObject({ balance: 10 })
  })

  it('cannot be corrected itself, nor can a return, an expiry or what is not there', async () => {
    await serve()
    const { bookingId } = await pay(10)
    await done(linli, 'helper', 'cancelBooking', { communityId, bookingId })
    await correct(await movementOf('service'), 5)
    for (const id of [await movementOf('correction'), await movementOf('return'), 'zzzzzzzzzzzz'])
      expect(await correct(id, 5)).toBe('not_correctable')
  })

  it('of the same movement by many at once is one', async () => {
    await serve()
    const movementId = await movementOf('service')
    const all = await Promise.all(Array.from({ length: 8 }, () => correct(movementId, 4)))
    expect(all.filter((it) => it !== 'nothing_to_correct')).toHaveLength(1)
    expect((await statement()).balance).toBe(4)
    expect(await brokenInvariants(linli.database)).toEqual([])
  })
})

describe('points run out after twelve months', () => {
  it('for whoever would pay with them at that moment, and in the balance with the next tick, once', async () => {
    await serve()
    const expiresAt = (await statement()).expiring[0]?.expiresAt ?? 0
    linli.clock.now = expiresAt - 1
    await tick(linli, linli.clock.now)
    expect(await statement()).toMatchObject({ balance: 10, canPay: 10 })
    linli.clock.now = expiresAt
    expect(await statement()).toMatchObject({ balance: 10, canPay: 0 })
    await Promise.all(Array.from({ length: 4 }, () => tick(linli, expiresAt)))
    await tick(linli, expiresAt + DAY)
    expect((await statement()).balance).toBe(0)
    expect((await amounts()).map(([kind]) => kind)).toEqual(['expiry', 'service'])
    expect(await brokenInvariants(linli.database)).toEqual([])
  })

  it('the first earned first, of those that are left', async () => {
    await serve()
    const expiresAt = (await statement()).expiring[0]?.expiresAt ?? 0
    linli.clock.now += 30 * DAY
    await serve(6)
    await pay(4)
    await tick(linli, expiresAt)
    linli.clock.now = expiresAt
    expect(await statement()).toMatchObject({ balance: 6, canPay: 6 })
    expect((await amounts())[0]).toEqual(['expiry', -6])
    expect(await brokenInvariants(linli.database)).toEqual([])
  })

  it('and a correction afterwards does not take them a second time', async () => {
    await serve()
    const movementId = await movementOf('service')
    const expiresAt = (await statement()).expiring[0]?.expiresAt ?? 0
    linli.clock.now = expiresAt - 10 * DAY
    await serve(8)
    linli.clock.now = expiresAt
    await tick(linli, expiresAt)
    expect(await correct(movementId, 0)).toBe('nothing_to_correct')
    expect(await statement()).toMatchObject({ balance: 8 })
  })
})

describe('npm run ledger:verify', () => {
  const verify = () =>
    new Promise<{ lines: string[]; code: number }>((resolve) => {
      execFile(
        process.execPath,
        ['config/run.mjs', 'src/cloud/commands/ledger-verify.ts'],
        { env: { ...process.env, DATABASE_URL: linli.url, MIGRATION_DATABASE_URL: '' } },
        (error, stdout) =>
          resolve({ lines: stdout.trim().split('\n'), code: error ? Number(error.code) : 0 }),
      )
    })
  /** As the owner of the database, whom nothing stops. */
  const asOwner = async (sql: string) => {
    const client = new pg.Client({ connectionString: linli.url })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  const household = async () =>
    (await query<{ id: string }>('SELECT id FROM household WHERE seq > 0'))[0]?.id ?? ''

  it('counts what holds', async () => {
    await serve()
    await pay(4)
    expect(await verify()).toEqual({ lines: ['ledger: 2 entries, 2 accounts, 0 broken'], code: 0 })
  })

  it.each<[string, string, string]>([
    ['an amount', 'UPDATE points_entry SET amount = 100 WHERE seq = 1', 'entry 1'],
    ['an expiry', 'UPDATE points_entry SET expires_at = expires_at + 1 WHERE seq = 1', 'entry 1'],
    ['a hash', `UPDATE points_entry SET hash = repeat('0', 64) WHERE seq = 2`, 'entry 2'],
    ['the end cut off', 'DELETE FROM points_entry WHERE seq = 2', 'entry 2'],
    ['a balance', 'UPDATE household SET balance = 7 WHERE seq = 2', 'entry 3'],
    ['what is owed', 'UPDATE household SET owed = 7 WHERE seq = 2', 'owes other than its debt'],
    ['what was used', 'UPDATE points_allocation SET amount = 3', 'debit 2 is not what its credits gave'],
  ])('names where %s was changed by the owner of the database', async (_, sql, where) => {
    await serve()
    await pay(4)
    await asOwner(sql)
    const { lines, code } = await verify()
    expect(lines).toContain(`broken: community ${communityId} account ${await household()} ${where}`)
    expect(lines.at(-1)).toMatch(/^ledger: [12] entries, 2 accounts, [12] broken$/)
    expect(code).toBe(1)
  })
})

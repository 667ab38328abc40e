import pg from 'pg'
import { openPostgres } from '@/cloud/db/postgres'
import type { ToldQuery } from '@/cloud/db/told-query'
import { createHttp } from '@/cloud/http'
import type { Deployment } from '@/cloud/dispatch'
import { DAY, HOUR } from '@/domain/time'
import { pictureBookClass, post } from './calls'
import { call, deploy, done, settle, type TestDeployment } from './deployment'

const NOW = Date.UTC(2026, 10, 25, 2)
const ID = 'mf2k1x0abcdefgh12345678'
const LONGEST = 'x'.repeat(64)
const HOSTILE = [
  `x'; DROP TABLE booking; --`,
  `abcdefgh'`,
  'abcdefgh/* */',
  'abcdefgh\nROLLBACK',
  'abcdefgh\u0000',
  'abcdefgh\\',
  '王小明王小明王小明',
  'x'.repeat(65),
  'short',
  '',
]

let linli: TestDeployment
let operator: pg.Client
beforeEach(async () => {
  linli = await deploy(NOW)
  operator = new pg.Client({ connectionString: linli.url })
  await operator.connect()
})
afterEach(async () => {
  await operator.end()
  await linli.close()
})

/** By what name PostgreSQL knows those who wait, once there is one. */
async function waiting(): Promise<string[]> {
  for (;;) {
    // Within a transaction it is as it was at the first look.
    await operator.query('SELECT pg_stat_clear_snapshot()')
    const { rows } = await operator.query<{ name: string }>(
      `SELECT application_name AS name FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    if (rows.length > 0) return rows.map(({ name }) => name)
  }
}

describe('PostgreSQL knows for whom it works', () => {
  const whileHeld = async (table: string, ask: () => Promise<unknown>) => {
    await operator.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`)
    const answer = ask()
    const names = await waiting()
    await operator.query('COMMIT')
    await answer
    return names
  }

  it('when something is booked, which is decided together with others', async () => {
    const { communityId } = await settle(linli)
    const draft = pictureBookClass(communityId, NOW + 5 * DAY + HOUR, [post()])
    const { sessionIds } = await done(linli, 'cadre', 'publishCall', draft)
    const of = { communityId, sessionId: sessionIds[0] }
    const [slot] = (await done(linli, 'cadre', 'getSession', of)).slots
    const payload = { communityId, slotId: slot?.id, party: [{ kind: 'self' }] }
    expect(await whileHeld('booking', () => done(linli, 'wang', 'bookSlot', payload, ID))).toEqual([ID])
  })

  it.each(['setPhone', 'listSessions'] as const)('when %s is asked', async (action) => {
    const { communityId } = await settle(linli)
    const payload = { communityId, ...(action === 'setPhone' && { phone: '13800138000' }) }
    expect(await whileHeld('resident', () => call(linli, 'cadre', action, payload, ID))).toEqual([ID])
  })

  it('and forgets it with the end of the transaction, however that ended', async () => {
    const database = await openPostgres({ url: linli.url, migrationUrl: null, connections: 1 })
    const name = (ids?: string[], work = 'SELECT 1') =>
      database.transaction(
        async (tx) => {
          const [row] = await tx.query<{ name: string }>(`SELECT current_setting('application_name') AS name`)
          await tx.query(work)
          return row?.name
        },
        ids && (() => ids),
      )
    expect(await name([ID])).toBe(ID)
    expect(await name()).toBe('linli')
    await expect(name([ID], 'SELECT 1 / 0')).rejects.toThrow(/division/)
    expect(await name()).toBe('linli')
    expect(await name([ID, 'another-1', 'another-2'])).toBe(`${ID} +2`)
    expect(await name([LONGEST])).toBe(LONGEST.slice(0, 63))
    expect(await name([])).toBe('linli')
    await database.close()
  })
})

describe('an id that is none', () => {
  it.each(HOSTILE)('is refused, also of who only reads: %j', async (id) => {
    const { communityId } = await settle(linli)
    for (const action of ['listSessions', 'joinCommunity'] as const) {
      const payload = { communityId, ...(action === 'joinCommunity' && { name: '王' }) }
      const answer = await call(linli, 'wang', action, payload, id)
      expect(answer).toMatchObject({ ok: false, error: { code: 'bad_input' } })
    }
    const { rows } = await operator.query(`SELECT to_regclass('booking')::text AS booking`)
    expect(rows).toEqual([{ booking: 'booking' }])
  })

  it.each([7, null, {}, ['abcdefgh'], true])('is refused where it is no text: %j', async (id) => {
    const answer = await call(linli, 'wang', 'whoAmI', {}, id as never)
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad_input' } })
  })

  it.each(HOSTILE.filter((id) => !id.includes('\u0000')))(
    'would be a name and nothing more to PostgreSQL: %j',
    async (id) => {
      const [row] = await linli.database.transaction(
        (tx) => tx.query<{ name: string }>(`SELECT current_setting('application_name') AS name`),
        () => [id],
      )
      // It shows other signs than those of English by their codes, and no more than 63.
      if (/^[ -~]{0,63}$/.test(id)) expect(row?.name).toBe(id)
      const { rows } = await operator.query(`SELECT to_regclass('booking')::text AS booking`)
      expect(rows).toEqual([{ booking: 'booking' }])
    },
  )
})

describe('a query', () => {
  const listening = async (slowAfter?: number) => {
    const told: ToldQuery[] = []
    const database = await openPostgres({
      url: linli.url,
      migrationUrl: null,
      connections: 1,
      listener: { tell: (query) => told.push(query), slowAfter },
    })
    return { told, database }
  }

  it('that fails is told with the request’s id, its code and without its values', async () => {
    const { told, database } = await listening()
    const work = database.transaction(
      (tx) =>
        Promise.all([
          tx.query('SELECT $1::text::integer\n  AS number', ['林晓月']),
          tx.query('SELECT 1 AS follows'),
          tx.query('SELECT 2 AS follows'),
        ]),
      () => [ID],
    )
    await expect(work).rejects.toThrow()
    expect(told).toEqual([
      {
        requestIds: [ID],
        sql: 'SELECT $1::text::integer AS number',
        took: expect.any(Number) as number,
        code: '22P02',
      },
    ])
    await database.close()
  })

  it('that takes long is told, and not those that waited for it', async () => {
    const { told, database } = await listening(200)
    await database.transaction(
      (tx) => Promise.all([tx.query('SELECT 1'), tx.query('SELECT pg_sleep(0.3)'), tx.query('SELECT 2')]),
      () => [ID],
    )
    expect(told.map(({ sql, code }) => [sql, code])).toEqual([['SELECT pg_sleep(0.3)', null]])
    expect(told[0]?.took).toBeGreaterThanOrEqual(250)
    await database.close()
  })
})

it('is told with a failure outside the table of actions, unless it is none', async () => {
  const reported: unknown[] = []
  const deployment: Deployment = {
    ...linli,
    services: {
      ...linli.services,
      identities: {
        ...linli.services.identities,
        read: () => {
          throw new Error('broken')
        },
      },
    },
    report: ({ requestId }) => reported.push(requestId),
  }
  const app = createHttp({ deployment, trustGateway: false, assets: null })
  for (const id of [ID, 'no id'])
    await app.request('/api/whoAmI', {
      method: 'POST',
      headers: { 'X-Request-Id': id, Authorization: 'Bearer x' },
      body: '{}',
    })
  expect(reported).toEqual([ID, null])
})

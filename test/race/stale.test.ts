import pg from 'pg'
import { tick } from '@/cloud/tick'
import { HOUR } from '@/domain/time'
import { pictureBookClass, post } from '../cloud/calls'
import { deploy, done, settle } from '../cloud/deployment'
import { brokenInvariants } from '../invariants'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
const self = [{ kind: 'self' }]

it('a place given back just before the start is offered to nobody whose wait the start has ended', async () => {
  const linli = await deploy(MONDAY)
  const { communityId, resident } = await settle(linli)
  const chen = await resident('chen')
  await resident('li')
  const call = pictureBookClass(communityId, SATURDAY, [post({ capacity: 1 })])
  const sessionId = (await done(linli, 'cadre', 'publishCall', call)).sessionIds[0] ?? ''
  const slotId = (await done(linli, 'cadre', 'getSession', { communityId, sessionId })).slots[0]?.id ?? ''
  const { bookingId } = await done(linli, 'chen', 'bookSlot', { communityId, slotId, party: self })
  await done(linli, 'li', 'joinWaitlist', { communityId, slotId, party: self, usePoints: false })

  // Chen's request is held up by its last statement: the offer is written, and nobody sees it yet.
  const [other, watch] = [1, 2].map(() => new pg.Client({ connectionString: linli.url })) as [
    pg.Client,
    pg.Client,
  ]
  await Promise.all([other.connect(), watch.connect()])
  await other.query('BEGIN')
  await other.query(
    `INSERT INTO answer (community_id, resident_id, request_id, action, payload_hash, data, created_at)
     VALUES ($1, $2, 'held-up-request', '', '', '', 0)`,
    [communityId, chen],
  )
  linli.clock.now = SATURDAY - HOUR
  const given = done(linli, 'chen', 'cancelBooking', { communityId, bookingId }, 'held-up-request')
  await waiting(watch, 1)
  const ticked = tick(linli, SATURDAY)
  await Promise.race([ticked, waiting(watch, 2)])
  await other.query('ROLLBACK')
  await Promise.all([other.end(), watch.end()])
  await Promise.all([given, ticked])
  expect(linli.failures).toEqual([])
  expect(await brokenInvariants(linli.database)).toEqual([])

  // And the next minute takes it back.
  await tick(linli, SATURDAY + 60_000)
  expect(await brokenInvariants(linli.database)).toEqual([])
  const open = await linli.database.transaction((tx) =>
    tx.query('SELECT id FROM waitlist_entry WHERE ended_at IS NULL'),
  )
  expect(open).toEqual([])
  await linli.close()
})

/** Until so many of this database's connections wait for a lock. */
async function waiting(client: pg.Client, count: number): Promise<void> {
  for (let waits = 0; waits < count;) {
    const { rows } = await client.query<{ waits: number }>(
      `SELECT count(*)::int AS waits FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    waits = rows[0]?.waits ?? 0
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
